import type { VoteLayout, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutColumns } from '../../../../shared/ballots/mapping-columns.ts';
import type { SkipReason } from '../../../../shared/ballots/skipped-tables.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { isBallotCell } from '../layouts/ballot-cell.ts';
import { columnPlaces } from '../layouts/columns.ts';
import { headerWord } from '../layouts/header-words.ts';
import { mayHoldBallots } from '../layouts/may-hold-ballots.ts';
import type { TableHead } from '../layouts/recognise.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceName } from './source-table.ts';

/** The header of a table by a mapping, and the first rows behind it. */
export interface Header {
  readonly header: SourceRecord;
  readonly body: readonly SourceRecord[];
}

/** @throws SourceBroken where there is no such row. */
function headerOf({ name: { file }, records }: TableHead, { headerRow }: VoteMapping): Header {
  const place = headerRow === undefined ? 0 : records.findIndex(({ row }) => row === headerRow);
  const header = records[place];
  if (header === undefined)
    throw new SourceBroken(refused('mapping-header-absent', { file, row: headerRow ?? 1 }));
  // Its account would be kept as the name of a column.
  if (header.cells.some(isBallotCell))
    throw new SourceBroken(refused('mapping-header-is-ballot', { file, row: header.row }));
  return { header, body: records.slice(place + 1) };
}

/** A table that holds ballots or totals, and the candidate that its name stands for; null where the rows name theirs. */
export type MappedTable = Header & { readonly named: number | null };

/** Tells of the tables of a source, asked one after the other, which of them a mapping takes for ballots or totals. */
export class TablesByMapping {
  readonly #mapping: VoteMapping;
  /** Of each file the header of the first table that is read. */
  readonly #headers = new Map<string, readonly string[]>();
  /** Of each file why its first table, which holds no ballots, is not read: the fault of the file where no other is. */
  readonly #faults = new Map<string, SourceBroken>();

  constructor(mapping: VoteMapping) {
    this.#mapping = mapping;
  }

  /**
   * A reason where the table is not read.
   * @throws SourceBroken where it should be and cannot: it may hold ballots and lacks the header, or a candidate for its name.
   */
  open(table: TableHead): MappedTable | SkipReason {
    const { file, sheet } = table.name;
    const { layout } = this.#mapping;
    const named = layout.kind === 'candidate-files' ? candidateNamed(layout.candidates, table.name) : null;
    if (named?.candidate === null) return 'not-ballots';
    const opened = this.#headerIn(table);
    if (layout.kind === 'totals' && this.#headers.size > 0) return passedTotals(table, opened);
    if (opened instanceof SourceBroken) {
      const isSheetNamed = sheet !== null && named?.source === sheet;
      const isFurther = this.#headers.has(file);
      if (isSheetNamed || sheet === null) throw opened;
      // Notes and summaries stand on sheets of their own.
      if (mayHoldBallots(table.records)) throw isFurther ? unreadable(table, 'other-columns') : opened;
      if (!this.#faults.has(file)) this.#faults.set(file, opened);
      return 'other-header';
    }
    if (!this.#headers.has(file)) this.#headers.set(file, opened.header.cells);
    return { ...opened, named: named?.candidate ?? null };
  }

  /**
   * After the last table.
   * @throws SourceBroken where a file has none that is read.
   */
  finish(): void {
    for (const [file, fault] of this.#faults) if (!this.#headers.has(file)) throw fault;
  }

  /** The header, or why it is none for this mapping. */
  #headerIn(table: TableHead): Header | SourceBroken {
    const { file } = table.name;
    try {
      const opened = headerOf(table, this.#mapping);
      const { cells } = opened.header;
      columnPlaces(file, cells, this.#mapping);
      const first = this.#headers.get(file);
      if (first !== undefined && table.name.sheet !== null && !isAlike(first, cells, this.#mapping.layout))
        return unreadable(table, 'other-columns');
      return opened;
    } catch (error) {
      if (error instanceof SourceBroken) return error;
      throw error;
    }
  }
}

/**
 * Whether a further sheet may be read by the columns of the first one. Their order does not matter, nor do further columns;
 * but which of two columns of one name is meant only the same header tells, and a further option may be a candidate.
 */
function isAlike(first: readonly string[], header: readonly string[], layout: VoteLayout): boolean {
  const [words, known] = [header, first].map((cells) => cells.map(headerWord)) as [string[], string[]];
  if (withoutEnd(words) === withoutEnd(known)) return true;
  if (layoutColumns(layout).some(({ column }) => column.index !== undefined)) return false;
  return layout.kind !== 'ballot-columns' || words.every((word) => word === '' || known.includes(word));
}

/** A row of a sheet is as long as the widest of the first ones. */
function withoutEnd(words: readonly string[]): string {
  return JSON.stringify(words.slice(0, words.findLastIndex((word) => word !== '') + 1));
}

/** Totals are read from one table: which of several is meant, or whether they add up, nobody can see. */
function passedTotals(table: TableHead, opened: Header | SourceBroken): SkipReason {
  if (!(opened instanceof SourceBroken) && opened.body.length > 0) throw unreadable(table, 'more-totals');
  if (mayHoldBallots(table.records)) throw unreadable(table, 'other-columns');
  return 'after-totals';
}

function unreadable({ name }: TableHead, fault: 'other-columns' | 'more-totals'): SourceBroken {
  return new SourceBroken(refused('votes-table-unread', { ...name, fault }));
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
