/**
 * Derives `candidates.json` of the 2017 round from `notice.txt`, the public notice as it was extracted from the
 * newspaper page. Only whitespace changes between the two.
 *
 *     node resources/rounds/shanghai-2017/derive.ts            writes candidates.json
 *     node resources/rounds/shanghai-2017/derive.ts --check    exit 1 when candidates.json is not what the notice gives
 *
 * It needs the Node of this project (24), which runs TypeScript as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { candidatesFile } from './candidates.ts';

const noticeFile = new URL('notice.txt', import.meta.url);
const outputFile = new URL('candidates.json', import.meta.url);

const options = process.argv.slice(2);
const derived = candidatesFile(readFileSync(noticeFile, 'utf8'));

if (options.length === 0) {
  writeFileSync(outputFile, derived);
  console.error('candidates.json is written.');
} else if (options.length > 1 || options[0] !== '--check') {
  console.error('Usage: node derive.ts [--check]');
  process.exitCode = 2;
} else if (readCommitted() === derived) {
  console.error('candidates.json is what the notice gives.');
} else {
  console.error(
    'candidates.json is not what the notice gives. Run derive.ts without --check to write it anew.',
  );
  process.exitCode = 1;
}

function readCommitted(): string | undefined {
  try {
    return readFileSync(outputFile, 'utf8');
  } catch {
    return undefined;
  }
}
