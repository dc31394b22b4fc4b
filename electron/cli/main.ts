import { runCommandLine } from './run.ts';

/** `npm run judging -- …`. The code is set and not forced, so that everything written still leaves the process. */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  cwd: process.cwd(),
});
