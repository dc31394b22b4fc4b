import { splitChoices } from '../../../../shared/ballots/choices.ts';
import { isTimeLike } from '../kept-cells.ts';
import type { SourceRecord } from '../source/source-record.ts';
import { columnsNamed, vendorWords } from './header-words.ts';
import type { TableHead } from './recognise.ts';

/** So many records from the top may be a header: some exports begin with the survey's title. */
export const headerRows = 10;

/**
 * Whether a table that cannot be read may be one of ballots all the same: a row has a list of candidates' numbers, or a time
 * beside two other cells, or there are rows under a header with accounts and what was chosen, or when. What is none of it (notes,
 * votes per candidate) may be left out; anything else must not be.
 */
export function mayHoldBallots(records: readonly SourceRecord[]): boolean {
  if (records.some(isBallotRow)) return true;
  const header = records.slice(0, headerRows).findIndex(isBallotHeader);
  return header !== -1 && records.slice(header + 1).some((record) => filledCells(record).length > 1);
}

/** A sheet of notes or of totals, which stands beside sheets of ballots. */
export function mayBePassed({ name, records }: TableHead): boolean {
  return name.sheet !== null && !mayHoldBallots(records);
}

export const filledCells = ({ cells }: SourceRecord): string[] => cells.filter((cell) => cell.trim() !== '');

/** Whether a row can be nothing but a ballot. */
export function isBallotRow(record: SourceRecord): boolean {
  const cells = filledCells(record);
  if (cells.length > 1 && cells.some(isNumberList)) return true;
  return cells.length > 2 && cells.some(isTimeLike);
}

/** Longer numbers are telephone numbers, and no candidates. */
function isNumberList(cell: string): boolean {
  const tokens = splitChoices(cell);
  return tokens.length > 1 && tokens.every((token) => /^\d{1,4}$/.test(token));
}

const has = (cells: readonly string[], words: readonly string[]): boolean =>
  columnsNamed(cells, words).length > 0;

/** Whether a row has the words of accounts and of what was chosen, or when. */
export function isBallotHeader({ cells }: SourceRecord): boolean {
  const { account, choices, candidate, time } = vendorWords;
  return has(cells, account) && [choices, candidate, time].some((words) => has(cells, words));
}
