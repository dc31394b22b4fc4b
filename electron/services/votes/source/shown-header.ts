import { splitChoices } from '../../../../shared/ballots/choices.ts';
import { isTimeLike } from '../kept-cells.ts';
import { columnsNamed, vendorWords } from '../layouts/header-words.ts';

const hidden = '……';
const longestCell = 20;
const mostCells = 12;
const longNumber = /\d{5}/;
const headerWords = Object.values(vendorWords).flat();

/**
 * The cells of a header that was not understood, for the person to see. What is no header may be a ballot already: cells that
 * may hold an account are not shown, and none at all where a cell is a time or a list of numbers and none has the name of a column.
 */
export function shownHeader(header: readonly string[]): string[] {
  const cells = header.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isBallot =
    columnsNamed(cells, headerWords).length === 0 &&
    cells.some((cell) => isTimeLike(cell) || isNumberList(cell));
  return cells
    .slice(0, mostCells)
    .map((cell) => (isBallot || cell.length > longestCell || longNumber.test(cell) ? hidden : cell));
}

function isNumberList(cell: string): boolean {
  const tokens = splitChoices(cell);
  return tokens.length > 0 && tokens.every((token) => /^\d+$/.test(token));
}
