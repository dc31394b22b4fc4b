import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { SkipReason } from '../../../../shared/contract/vote-preview.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { isBallotCell } from '../layouts/ballot-cell.ts';
import type { TableHead } from '../layouts/recognise.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceName } from './source-table.ts';

/** The header of a table by a mapping, and the first rows behind it. */
export interface Header {
  readonly header: SourceRecord;
  readonly body: readonly SourceRecord[];
}

/** @throws SourceBroken where there is no such row. */
export function headerOf({ name: { file }, records }: TableHead, { headerRow }: VoteMapping): Header {
  const place = headerRow === undefined ? 0 : records.findIndex(({ row }) => row === headerRow);
  const header = records[place];
  if (header === undefined)
    throw new SourceBroken(refused('mapping-header-absent', { file, row: headerRow ?? 1 }));
  // Its account would be kept as the name of a column.
  if (header.cells.some(isBallotCell))
    throw new SourceBroken(refused('mapping-header-is-ballot', { file, row: header.row }));
  return { header, body: records.slice(place + 1) };
}

/** A table that holds ballots, and the candidate that its name stands for; null where the ballots name theirs. */
export type BallotTable = Header & { readonly named: number | null };

/** Tells of the tables of a source, asked one after the other, which of them a mapping takes for ballots. */
export class TablesByMapping {
  readonly #mapping: VoteMapping;
  /** Of each file the header of its first table. */
  readonly #headers = new Map<string, string>();

  constructor(mapping: VoteMapping) {
    this.#mapping = mapping;
  }

  /**
   * A reason where the table is not read.
   * @throws SourceBroken where it should be and cannot: without the header, or without a candidate for its name.
   */
  open(table: TableHead): BallotTable | SkipReason {
    const { file, sheet } = table.name;
    const { layout } = this.#mapping;
    const earlier = this.#headers.get(file);
    if (layout.kind === 'totals' && this.#headers.size > 0) return 'after-totals';
    const named = layout.kind === 'candidate-files' ? candidateNamed(layout.candidates, table.name) : null;
    if (named?.candidate === null) return 'not-ballots';
    const { header, body } = headerOf(table, this.#mapping);
    const text = JSON.stringify(header.cells.map((cell) => cell.trim()));
    // Notes and summaries stand on further sheets of a file; ballots go on there under the same header.
    const isSheetNamed = sheet !== null && named?.source === sheet;
    if (!isSheetNamed && earlier !== undefined && text !== earlier) return 'other-header';
    this.#headers.set(file, text);
    return { header, body, named: named?.candidate ?? null };
  }
}

type NamedSources = Extract<VoteMapping['layout'], { kind: 'candidate-files' }>['candidates'];

/** A sheet's own name before that of its file. */
function candidateNamed(candidates: NamedSources, { file, sheet }: SourceName): NamedSources[number] {
  const named =
    candidates.find(({ source }) => source === sheet) ?? candidates.find(({ source }) => source === file);
  if (named !== undefined) return named;
  throw new SourceBroken(
    refused('mapping-source-unknown', { source: sheet === null ? file : `${file}：${sheet}` }),
  );
}
