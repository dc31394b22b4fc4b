import type { ColumnReference, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { SourceRecord } from '../source/source-record.ts';
import { referenceTo } from './columns.ts';

/** A row, and the texts among its choices that name no candidate. */
export interface ListedText {
  readonly row: number;
  readonly unmatched: readonly string[];
}

/** What the rows below the header list that names no candidate by the mapping, row by row; null where it has no column of choices. */
export function unmatchedTexts(
  records: readonly SourceRecord[],
  mapping: VoteMapping,
  candidates: readonly TitledCandidate[],
): readonly ListedText[] | null {
  const column = choicesColumn(mapping);
  if (column === null) return null;
  const start =
    mapping.headerRow === undefined ? 0 : records.findIndex(({ row }) => row === mapping.headerRow);
  const header = records[start]?.cells ?? [];
  const place = header.findIndex((_, each) => isSame(referenceTo(header, each), column));
  if (place === -1) return null;
  const isOne = mapping.layout.kind !== 'ballot-list';
  const reader = choiceReader(candidates, mapping.choices);
  return records.slice(start + 1).map(({ row, cells }) => {
    const cell = cells[place] ?? '';
    const listed = isOne
      ? [{ text: cell.trim(), candidate: reader.candidateOf(cell) }]
      : reader.choices(cell);
    const unmatched = listed.filter(({ text, candidate }) => candidate === null && text !== '');
    return { row, unmatched: unmatched.map(({ text }) => text) };
  });
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
