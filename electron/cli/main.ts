import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { callReader } from '../services/votes/reading/reader-thread.ts';

/** `npm run judging -- …`. The code is set and not forced, so that everything written still leaves the process. */
const words = process.argv.slice(2);
// A command is over before its memory fills up: there is no use in looking through it every few hundred kilobytes.
setFlagsFromString('--min-semi-space-size=2');
if (words.includes('votes') && words.includes('import'))
  callReader(firstFile(words.slice(words.indexOf('import') + 1)));
const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(words, {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  cwd: process.cwd(),
});

/** What is probably the first file of `votes import`, by the words behind it, which are read properly later. */
function firstFile(behind: readonly string[]): string | null {
  const file = behind.find((word) => !word.startsWith('-'));
  return file === undefined ? null : resolve(process.env['INIT_CWD'] ?? '', file);
}
