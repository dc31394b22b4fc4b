import type { ColumnUse } from '../../../../shared/ballots/mapping-columns.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { isTimeLike } from '../kept-cells.ts';
import { isEmptyAnswer } from '../layouts/empty-answer.ts';
import { plainChoices, separatorOf } from '../layouts/recognise-choices.ts';
import { shortened } from '../shortened.ts';

const mostSamples = 3;
const longest = 60;
/** One or two digits are nobody's number. */
const smallNumber = /^\d{1,2}$/;

/** What a person has to compare with the file before confirming it. */
const shownUses: ReadonlySet<ColumnUse> = new Set<ColumnUse>(['time', 'choices', 'candidate', 'votes']);
/** What says who voted, however harmless it looks: an account may have the digits of a time. */
const hiddenUses: ReadonlySet<ColumnUse> = new Set<ColumnUse>(['account', 'ip', 'ballot']);

/**
 * A few different cells of a column, so that a person sees what it holds. Its use decides: times, choices and votes are
 * shown as they are, accounts and addresses are shortened. A column that is not read, or an option's with what people wrote
 * beside it, may hold a name or a telephone number: there only cells are shown whole that can be nobody's.
 */
export function columnSamples(
  cells: readonly string[],
  use: ColumnUse | null,
  candidates: readonly TitledCandidate[],
): string[] {
  const different = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const isShown = showing(cells, use, candidates);
  return [...different].slice(0, mostSamples).map((cell) => (isShown(cell) ? cut(cell) : shortened(cell)));
}

function showing(
  cells: readonly string[],
  use: ColumnUse | null,
  candidates: readonly TitledCandidate[],
): (cell: string) => boolean {
  if (use !== null && shownUses.has(use)) return () => true;
  if (use !== null && hiddenUses.has(use)) return () => false;
  const reader = choiceReader(candidates, { ...plainChoices, separator: separatorOf(cells) });
  return (cell) =>
    smallNumber.test(cell) ||
    isEmptyAnswer(cell) ||
    isTimeLike(cell) ||
    reader.choices(cell).every(({ candidate }) => candidate !== null);
}

function cut(cell: string): string {
  return cell.length > longest ? `${cell.slice(0, longest)}……` : cell;
}
