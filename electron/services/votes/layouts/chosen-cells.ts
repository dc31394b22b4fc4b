import type { VoteLayout } from '../../../../shared/ballots/mapping.ts';
import { isEmptyAnswer } from './empty-answer.ts';

/** Which cells of the columns of options say that an option was chosen. */

export type Chosen = Extract<VoteLayout, { kind: 'ballot-columns' }>['chosen'];

/** How a cell with something in it is to be read; `unknown` is neither, and must not count as either. */
export type CellMeaning = 'chosen' | 'not-chosen' | 'unknown';

/** @returns the meaning of a cell, told the option's own texts: these can mean nothing but that it was chosen. */
export function cellMeaning(chosen: Chosen): (cell: string, own: ReadonlySet<string>) => CellMeaning {
  if (chosen === 'non-empty') return () => 'chosen';
  if (chosen === 'one') return (cell) => (cell === '1' ? 'chosen' : cell === '0' ? 'not-chosen' : 'unknown');
  const [yes, no] = [new Set(chosen.yes), new Set(chosen.no)];
  return (cell, own) => {
    if (yes.has(cell) || own.has(cell)) return 'chosen';
    return no.has(cell) ? 'not-chosen' : 'unknown';
  };
}

/** What is written for chosen and for not chosen; compared without capitals. */
const pairs: readonly (readonly [string, string])[] = [
  ['√', '×'],
  ['✓', '✗'],
  ['✔', '✘'],
  ['☑', '☐'],
  ['是', '否'],
  ['选中', '未选中'],
  ['已选中', '未选中'],
  ['已选', '未选'],
  ['选择', '未选择'],
  ['已选择', '未选择'],
  ['TRUE', 'FALSE'],
  ['YES', 'NO'],
  ['Y', 'N'],
];
const longestGuess = 20;

export interface SeenCell {
  readonly cell: string;
  /** Whether it is the text of its option. */
  readonly isOwn: boolean;
}

/**
 * How the first rows write what was chosen. Only what was seen is taken for a meaning, so that another text further down is none.
 * It is sure where all is the options' own text, or one pair of words of which the one for chosen was seen.
 */
export function recogniseChosen(seen: readonly SeenCell[]): {
  readonly chosen: Chosen;
  readonly isSure: boolean;
} {
  const cells = seen.filter(({ cell }) => !isEmptyAnswer(cell));
  const hasZero = cells.some(({ cell }) => cell === '0');
  const areFlags = cells.every(({ cell }) => cell === '0' || cell === '1');
  if (hasZero || areFlags)
    return { chosen: 'one', isSure: areFlags && cells.some(({ cell }) => cell === '1') };
  const texts = [...new Set(cells.flatMap(({ cell, isOwn }) => (isOwn ? [] : [cell])))];
  const isOne = (place: 0 | 1, text: string): boolean =>
    pairs.some((pair) => pair[place] === text.toUpperCase());
  const yes = texts.filter((text) => text === '1' || isOne(0, text));
  const no = texts.filter((text) => isOne(1, text));
  const isPair = pairs.some((pair) => texts.every((text) => pair.includes(text.toUpperCase())));
  if (isPair) return { chosen: { yes, no }, isSure: yes.length > 0 || texts.length === 0 };
  // One text alone is probably the mark: for a person to say.
  const [only = ''] = texts;
  const isMark = texts.length === 1 && only.length <= longestGuess && cells.every(({ isOwn }) => !isOwn);
  return { chosen: { yes: isMark ? texts : yes, no }, isSure: false };
}
