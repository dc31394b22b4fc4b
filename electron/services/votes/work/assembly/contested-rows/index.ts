/** What the program calls; `work/contested-rows.ts` is its other side. */
export {
  addRows,
  begin,
  beginPass,
  countParts,
  fillParts,
  laidOut,
  layOutParts,
  markShared,
  setDay,
  unknownQuarter,
} from './contested-rows';
export { accounts, instants, partBits, prints, verdicts } from './layout';
