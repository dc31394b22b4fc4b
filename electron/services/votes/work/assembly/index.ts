/** What the program calls; `contested-rows.ts` beside this folder is its other side. */
export {
  addRows,
  begin,
  beginTable,
  markShared,
  prints,
  setDay,
  suspect,
  suspected,
  unknownQuarter,
} from './contested-rows';
export { accounts, instants, suspects, verdicts } from './layout';
