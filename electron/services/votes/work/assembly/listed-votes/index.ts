/** What the program calls; `work/listed-votes.ts` is its other side. */
export { choiceLengths, choices, numbers, verdicts, votes } from './layout';
export { addRows } from './listed-votes';
