import { parse } from 'csv-parse/sync';
import type { BallotRow } from '../../../shared/ballots/check.ts';

/**
 * One line as it is copied from a votes file or a sheet: account, time, choices, parted by tabs where there are any and by
 * commas otherwise. Like in a file, commas that part the choices need no quotes.
 */
export function rowOfLine(line: string): BallotRow {
  const delimiter = line.includes('\t') ? '\t' : ',';
  const [cells = []] = parse(line.trim(), {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    to: 1,
  }) as string[][];
  const [account = '', time = null, ...choices] = cells;
  return { account, time, choices: choices.length === 0 ? null : choices.join(',') };
}
