import { callReader } from '../services/votes/reading/reader-thread.ts';

/** `npm run judging -- …`. The code is set and not forced, so that everything written still leaves the process. */
const words = process.argv.slice(2);
if (words.includes('votes') && words.includes('import')) callReader();
const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(words, {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  cwd: process.cwd(),
});
