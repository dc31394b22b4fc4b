import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { nearestTitles } from '../../../../shared/ballots/title-likeness.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import type { TableHead } from '../layouts/recognise.ts';
import { unmatchedTexts } from '../layouts/unmatched-texts.ts';

/** So many texts a person can look through; the most frequent first. */
const mostShown = 100;
const longest = 200;

/** The texts of choices in the first rows that name no candidate, with the titles that they may mean. */
export function unmatchedChoices(
  heads: readonly TableHead[],
  mapping: VoteMapping | null,
  candidates: readonly TitledCandidate[],
): Pick<VotePreview, 'unmatched' | 'rowsLookedAt'> {
  if (mapping === null) return { unmatched: [], rowsLookedAt: 0 };
  const times = new Map<string, number>();
  let rowsLookedAt = 0;
  for (const { records } of heads)
    for (const { unmatched: texts } of unmatchedTexts(records, mapping, candidates) ?? []) {
      rowsLookedAt += 1;
      for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
    }
  const unmatched = [...times]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, mostShown)
    .map(([text, count]) => ({
      text: text.slice(0, longest),
      times: count,
      suggestions: nearestTitles(text, candidates),
    }));
  return { unmatched, rowsLookedAt };
}
