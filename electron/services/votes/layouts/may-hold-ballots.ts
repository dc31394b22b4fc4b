import { splitChoices } from '../../../../shared/ballots/choices.ts';
import { isTimeLike } from '../kept-cells.ts';
import type { SourceRecord } from '../source/source-record.ts';
import { columnsNamed, vendorWords } from './header-words.ts';
import type { TableHead } from './recognise.ts';

/** So many records from the top may be a header. */
const headerRows = 10;

/**
 * Whether a table that cannot be read may be one of ballots all the same: a row has a list of candidates' numbers, or a time
 * beside two other cells, or there are rows under a header with accounts and what was chosen, or when. What is none of it (notes,
 * votes per candidate) may be left out; anything else must not be.
 */
export function mayHoldBallots(records: readonly SourceRecord[]): boolean {
  const rows = records.map(({ cells }) => cells.filter((cell) => cell.trim() !== ''));
  if (rows.some(isBallot)) return true;
  const header = rows.slice(0, headerRows).findIndex(isHeader);
  return header !== -1 && rows.slice(header + 1).some(({ length }) => length > 1);
}

/** A sheet of notes or of totals, which stands beside sheets of ballots. */
export function mayBePassed({ name, records }: TableHead): boolean {
  return name.sheet !== null && !mayHoldBallots(records);
}

function isBallot(cells: readonly string[]): boolean {
  if (cells.length > 1 && cells.some(isNumberList)) return true;
  return cells.length > 2 && cells.some(isTimeLike);
}

/** Longer numbers are telephone numbers, and no candidates. */
function isNumberList(cell: string): boolean {
  const tokens = splitChoices(cell);
  return tokens.length > 1 && tokens.every((token) => /^\d{1,4}$/.test(token));
}

function isHeader(cells: readonly string[]): boolean {
  const has = (words: readonly string[]): boolean => columnsNamed(cells, words).length > 0;
  return has(vendorWords.account) && [vendorWords.choices, vendorWords.candidate, vendorWords.time].some(has);
}
