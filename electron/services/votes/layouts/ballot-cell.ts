import { splitChoices } from '../../../../shared/ballots/choices.ts';
import { isTimeLike } from '../kept-cells.ts';

/** Whether a cell can stand in no header: a time, or a list of numbers. The row is then a ballot, and holds an account. */
export function isBallotCell(cell: string): boolean {
  const tokens = splitChoices(cell);
  return isTimeLike(cell) || (tokens.length > 1 && tokens.every((token) => /^\d+$/.test(token)));
}
