/** What the program calls; `contested-rows.ts` beside this folder is its other side. */
export { begin, found, lookForRows, setDay, setPlaces, unknownQuarter } from './contested-rows';
export { accounts, instants, shared, table, verdicts } from './layout';
