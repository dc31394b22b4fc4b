import type { VoteLayout } from '../../../../shared/ballots/mapping.ts';
import type { MappingProblem } from '../../../../shared/ballots/mapping-proposal.ts';
import { sameBareTitle } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { recogniseChosen, type Chosen } from './chosen-cells.ts';
import { referenceTo } from './columns.ts';
import { optionTexts } from './option-texts.ts';
import { plainChoices } from './recognise-choices.ts';

type OptionsLayout = Extract<VoteLayout, { kind: 'ballot-columns' }>;

export interface RecognisedOptions {
  readonly options: OptionsLayout['options'];
  readonly chosen: Chosen;
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
  const { chosen, isSure } = recogniseChosen(
    body.flatMap((row) =>
      columns.map(({ place, text }) => {
        const cell = (row[place] ?? '').trim();
        return { cell, isOwn: cell === text };
      }),
    ),
  );
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
