import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { isTimeLike } from '../kept-cells.ts';
import { isEmptyAnswer } from '../layouts/empty-answer.ts';
import { plainChoices, separatorOf } from '../layouts/recognise-choices.ts';
import { shortened } from '../shortened.ts';

const mostSamples = 3;
const longest = 60;
/** One or two digits are nobody's number. */
const smallNumber = /^\d{1,2}$/;

/**
 * A few different cells of a column, so that a person sees what it holds. Times and choices are shown as they are; anything
 * else may be an account, a name or a telephone number and is shortened.
 */
export function columnSamples(cells: readonly string[], candidates: readonly TitledCandidate[]): string[] {
  const reader = choiceReader(candidates, { ...plainChoices, separator: separatorOf(cells) });
  const isShown = (cell: string): boolean =>
    smallNumber.test(cell) ||
    isEmptyAnswer(cell) ||
    isTimeLike(cell) ||
    reader.choices(cell).every(({ candidate }) => candidate !== null);
  const different = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return [...different].slice(0, mostSamples).map((cell) => (isShown(cell) ? cut(cell) : shortened(cell)));
}

function cut(cell: string): string {
  return cell.length > longest ? `${cell.slice(0, longest)}……` : cell;
}
