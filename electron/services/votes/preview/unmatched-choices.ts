import type { ColumnReference, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { nearestTitles } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { referenceTo } from '../layouts/columns.ts';
import type { TableHead } from '../layouts/recognise.ts';

/** So many texts a person can look through; the most frequent first. */
const mostShown = 100;
const longest = 200;

/** The texts of choices in the first rows that name no candidate, with the titles that they may mean. */
export function unmatchedChoices(
  heads: readonly TableHead[],
  mapping: VoteMapping | null,
  candidates: readonly TitledCandidate[],
): Pick<VotePreview, 'unmatched' | 'rowsLookedAt'> {
  const column = mapping === null ? null : choicesColumn(mapping);
  if (mapping === null || column === null) return { unmatched: [], rowsLookedAt: 0 };
  const isOne = mapping.layout.kind !== 'ballot-list';
  const reader = choiceReader(candidates, mapping.choices);
  const times = new Map<string, number>();
  let rowsLookedAt = 0;
  for (const { records } of heads) {
    const start =
      mapping.headerRow === undefined ? 0 : records.findIndex(({ row }) => row === mapping.headerRow);
    const header = records[start]?.cells ?? [];
    const place = header.findIndex((_, each) => isSame(referenceTo(header, each), column));
    if (place === -1) continue;
    for (const { cells } of records.slice(start + 1)) {
      rowsLookedAt += 1;
      const cell = cells[place] ?? '';
      const listed = isOne
        ? [{ text: cell.trim(), candidate: reader.candidateOf(cell) }]
        : reader.choices(cell);
      for (const { text, candidate } of listed)
        if (candidate === null && text !== '') times.set(text, (times.get(text) ?? 0) + 1);
    }
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

/** Options in columns of their own are matched in the mapping itself. */
function choicesColumn({ layout }: VoteMapping): ColumnReference | null {
  switch (layout.kind) {
    case 'ballot-list':
      return layout.choices;
    case 'choice-rows':
    case 'totals':
      return layout.candidate;
    case 'ballot-columns':
    case 'candidate-files':
      return null;
  }
}

function isSame(left: ColumnReference, right: ColumnReference): boolean {
  return left.header === right.header && (left.index ?? 1) === (right.index ?? 1);
}
