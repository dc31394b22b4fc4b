import type { VoteLayout } from '../../../../shared/ballots/mapping.ts';
import type { MappingProblem } from '../../../../shared/ballots/mapping-proposal.ts';
import { sameBareTitle } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { referenceTo } from './columns.ts';
import { isEmptyAnswer } from './empty-answer.ts';
import { plainChoices } from './recognise-choices.ts';

type OptionsLayout = Extract<VoteLayout, { kind: 'ballot-columns' }>;

export interface RecognisedOptions {
  readonly options: OptionsLayout['options'];
  readonly chosen: OptionsLayout['chosen'];
  readonly problems: readonly MappingProblem[];
  /** Share of the candidates that have a column. */
  readonly coverage: number;
}

interface OptionColumn {
  readonly place: number;
  readonly candidate: number | null;
  /** The header before the option's own text: the same for all options of a question. */
  readonly stem: string;
  readonly text: string;
  readonly isExact: boolean;
}

const opening = '(（[【';
const closing = ')）]】';

/** Texts of an option that a header may hold, the longest first: `第6题(选项)`, `6、题目（选项）`, `题目:选项`, the whole. */
function optionTexts(header: string): { readonly text: string; readonly stem: string }[] {
  const whole = header.trim();
  const texts = [{ text: whole, stem: '' }];
  for (let place = 0; place < whole.length; place += 1)
    if (':：'.includes(whole.charAt(place)))
      texts.push({ text: whole.slice(place + 1).trim(), stem: whole.slice(0, place + 1) });
  const open = openingOfLast(whole);
  if (open !== null) texts.push({ text: whole.slice(open + 1, -1).trim(), stem: whole.slice(0, open + 1) });
  return texts.filter(({ text }) => text !== '');
}

/** Place of the bracket that the last character closes, brackets within it skipped; null: it closes none. */
function openingOfLast(text: string): number | null {
  if (!closing.includes(text.slice(-1)) || text === '') return null;
  let depth = 0;
  for (let place = text.length - 1; place >= 0; place -= 1) {
    if (closing.includes(text.charAt(place))) depth += 1;
    if (opening.includes(text.charAt(place))) depth -= 1;
    if (depth === 0) return place;
  }
  return null;
}

/** The columns of options that a header has, or null where it has hardly any. */
export function recogniseOptions(
  header: readonly string[],
  body: readonly (readonly string[])[],
  candidates: readonly TitledCandidate[],
): RecognisedOptions | null {
  const { candidateOf } = choiceReader(candidates, plainChoices);
  const named = header.flatMap((cell, place) => optionColumn(cell, place, candidates, candidateOf));
  const distinct = new Set(named.map(({ candidate }) => candidate));
  if (distinct.size < 2 || distinct.size < candidates.length / 3 || distinct.size < named.length) return null;
  const stems = new Set(named.flatMap(({ stem }) => (stem === '' ? [] : [stem])));
  const places = new Set(named.map(({ place }) => place));
  const others = header.flatMap((cell, place): OptionColumn[] => {
    const own = places.has(place) ? undefined : optionTexts(cell).find(({ stem }) => stems.has(stem));
    return own === undefined ? [] : [{ ...own, place, candidate: null, isExact: true }];
  });
  const columns = [...named, ...others].toSorted((left, right) => left.place - right.place);
  const { chosen, isSure } = chosenBy(columns, body);
  const problems: MappingProblem[] = [];
  if (named.some(({ isExact }) => !isExact)) problems.push('correspondence');
  if (others.length > 0) problems.push('options-unknown');
  if (distinct.size < candidates.length) problems.push('choices-unsure');
  if (!isSure) problems.push('chosen-unsure');
  return {
    options: columns.map(({ place, candidate }) => ({ column: referenceTo(header, place), candidate })),
    chosen,
    problems,
    coverage: distinct.size / candidates.length,
  };
}

function optionColumn(
  header: string,
  place: number,
  candidates: readonly TitledCandidate[],
  candidateOf: (text: string) => number | null,
): OptionColumn[] {
  const texts = optionTexts(header);
  for (const { text, stem } of texts) {
    // A bare number is an option only within a question's header.
    const candidate = stem === '' && /^\d+$/.test(text) ? null : candidateOf(text);
    if (candidate !== null) return [{ place, candidate, stem, text, isExact: true }];
  }
  for (const { text, stem } of texts) {
    const same = sameBareTitle(text, candidates);
    if (same !== null) return [{ place, candidate: same.candidate, stem, text, isExact: false }];
  }
  return [];
}

function chosenBy(
  columns: readonly OptionColumn[],
  body: readonly (readonly string[])[],
): { readonly chosen: OptionsLayout['chosen']; readonly isSure: boolean } {
  const cells = body.flatMap((row) =>
    columns.flatMap(({ place, text }) => {
      const cell = (row[place] ?? '').trim();
      return isEmptyAnswer(cell) ? [] : [{ cell, text }];
    }),
  );
  if (cells.every(({ cell }) => cell === '0' || cell === '1'))
    return { chosen: 'one', isSure: cells.some(({ cell }) => cell === '1') };
  const isOwnText = ({ cell, text }: { cell: string; text: string }): boolean =>
    cell === text || cell === '√';
  return { chosen: 'non-empty', isSure: cells.every(isOwnText) };
}
