import * as layout from './layout';
import { sipHash } from './siphash';

/** What the program calls; `scanner.ts` is its other side. */
export { setKey } from './siphash';
export { choicesEnd, rows, setRules, setVerdicts, takeLines, unknownDay } from './plain-lines';
export {
  accounts,
  choiceLengths,
  choices,
  choicesBytes,
  hash,
  midnights,
  numbers,
  seconds,
  source,
  sourceBytes,
  unknownNumbers,
  verdicts,
} from './layout';

/** Leaves the hash of the bytes from `start` to before `end` at `hash`. */
export function hashBytes(start: usize, end: usize): void {
  store<u64>(layout.hash, sipHash(start, end));
}
