import { CsvError, parse } from 'csv-parse/sync';
import type { BallotRow } from '../../../shared/ballots/check.ts';
import { withoutFormula } from './source/delimited-records.ts';

/**
 * One line as it is copied from a votes file or a sheet: account, time, choices, parted by tabs where there are any and by
 * commas otherwise. Like in a file, commas that part the choices need no quotes.
 */
export function rowOfLine(line: string): BallotRow {
  const [account = '', time = null, ...choices] = cellsOf(line.replaceAll(/^[\r\n]+|[\r\n]+$/g, '')).map(
    withoutFormula,
  );
  return { account, time, choices: choices.length === 0 ? null : choices.join(',') };
}

function cellsOf(line: string): readonly string[] {
  const delimiter = line.includes('\t') ? '\t' : ',';
  try {
    const [cells = []] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true, to: 1 });
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed is a character like any other: there is no next line that it could run into.
    return line.split(delimiter);
  }
}
