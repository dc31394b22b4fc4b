import { text } from '../../../text/text.ts';

/** The program's confidence, so that a person knows how closely to look. */
export function certaintyOf(confidence: number, problems: number): string {
  const { certain, likely, unsure } = text.voteMapping;
  if (problems === 0) return certain;
  return confidence >= 0.6 ? likely : unsure;
}

export interface TitledCandidate {
  readonly candidate: number;
  readonly title: string;
}

/** The candidates as choices of a list that is searched by number or by any part of the title. */
export function candidateChoices(candidates: readonly TitledCandidate[]): {
  readonly value: number;
  readonly label: string;
}[] {
  return candidates.map(({ candidate, title }) => ({
    value: candidate,
    label: text.voteMapping.candidateName(candidate, title),
  }));
}

export const searchable = { optionFilterProp: 'label' } as const;

/** The cells of a column in one line; a bar between them, because a cell may hold blanks of its own. */
export function samplesText(samples: readonly string[]): string {
  return samples.join(' ｜ ');
}
