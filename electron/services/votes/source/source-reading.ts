import type { BallotRow } from '../../../../shared/ballots/check.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { BallotGroups } from '../layouts/ballot-groups.ts';
import { rowReader, type ReadRow } from '../layouts/row-reader.ts';
import { DamagedAccounts } from './damaged-accounts.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceName } from './source-table.ts';
import type { BegunTable } from './table-heads.ts';
import { TablesByMapping, type MappedTable } from './tables-by-mapping.ts';

/** A ballot of a votes file: where it stands there, and what it says. */
export interface NumberedBallot {
  /** Place in the list of sources. */
  readonly source: number;
  /** The source's own number of the row; of a ballot gathered from several rows, of the first. */
  readonly row: number;
  readonly ballot: BallotRow;
  /** As the file has it; null where the mapping names no column of addresses. */
  readonly ip: string | null;
}

/** What the votes are read for. */
export interface BallotPlace {
  readonly workspace: WorkspaceKind;
  readonly needsTime: boolean;
  /** The round's: of times that name no zone. */
  readonly timeZone: string;
  readonly candidates: readonly TitledCandidate[];
  /** Hears of every row that is gathered with others into a ballot, and the row where that ballot began. */
  readonly onGathered?: (row: number, first: number) => void;
}

/** A table made ready, of ballots or of totals. */
export type OpenedTable = MappedTable & Pick<BegunTable, 'name' | 'rest'> & { readonly isDelimited: boolean };

/** Reads the tables of a source one after the other by one mapping. */
export class SourceReading {
  readonly sources: SourceName[] = [];
  readonly #mapping: VoteMapping;
  readonly #place: BallotPlace;
  readonly #file: string;
  readonly #groups: BallotGroups | null;
  readonly #tables: TablesByMapping;
  readonly #passed: SkippedTable[];

  /** @param passed takes what is not read */
  constructor(mapping: VoteMapping, place: BallotPlace, file: string, passed: SkippedTable[]) {
    const { kind } = mapping.layout;
    this.#mapping = mapping;
    this.#tables = new TablesByMapping(mapping);
    this.#place = place;
    this.#file = file;
    this.#passed = passed;
    const isGathered = kind === 'choice-rows' || kind === 'candidate-files';
    this.#groups = isGathered ? new BallotGroups(file, place.timeZone) : null;
  }

  /**
   * The next table that the mapping reads; null: none follows. The others are noted.
   * @throws SourceBroken where one should be read and cannot be.
   */
  async next(tables: AsyncIterator<BegunTable>): Promise<OpenedTable | null> {
    for (let next = await tables.next(); next.done !== true; next = await tables.next()) {
      const table = next.value;
      try {
        const opened = this.#tables.open(table);
        if (typeof opened !== 'string') {
          this.sources.push(table.name);
          const isDelimited = table.isDelimited === true;
          return { ...opened, name: table.name, rest: table.rest, isDelimited };
        }
        this.#passed.push({ ...table.name, reason: opened });
      } catch (error) {
        await table.rest.return(undefined);
        throw error;
      }
      await table.rest.return(undefined);
    }
    this.#tables.finish();
    return null;
  }

  async *parts(
    first: OpenedTable,
    others: AsyncGenerator<BegunTable>,
  ): AsyncGenerator<readonly NumberedBallot[]> {
    let rows = 0;
    try {
      for (let table: OpenedTable | null = first; table !== null; table = await this.next(others)) {
        const read = this.#rowsOf(table);
        const source = this.sources.length - 1;
        const damage = new DamagedAccounts(table.name.file);
        for await (const part of partsOf(table.body, table.rest)) {
          rows += part.length;
          yield this.#ballots(source, part, read, damage);
        }
        damage.lookBack();
      }
      if (rows === 0) throw new SourceBroken(refused('file-empty', { file: this.#file }));
      if (this.#groups !== null) yield* gathered(this.#groups);
    } finally {
      await first.rest.return(undefined);
      await others.return(undefined);
    }
  }

  #rowsOf({ name: { file }, isDelimited, header, named }: OpenedTable): (record: SourceRecord) => ReadRow {
    const about = { file, isDelimited, header: header.cells, named };
    const read = rowReader(about, this.#mapping, this.#place.candidates);
    return ({ cells }) => read(cells);
  }

  /** None where rows are gathered: the ballots come when all rows are in. */
  #ballots(
    source: number,
    records: readonly SourceRecord[],
    read: (record: SourceRecord) => ReadRow,
    damage: DamagedAccounts,
  ): NumberedBallot[] {
    const ballots: NumberedBallot[] = [];
    for (const record of records) {
      const row = read(record);
      damage.look(row.ballot.account, record.row);
      if (this.#groups !== null) {
        const first = this.#groups.add(source, record.row, row);
        this.#place.onGathered?.(record.row, first);
      } else ballots.push({ source, row: record.row, ballot: row.ballot, ip: row.ip });
    }
    return ballots;
  }
}

async function* partsOf(
  first: readonly SourceRecord[],
  others: AsyncIterable<readonly SourceRecord[]>,
): AsyncGenerator<readonly SourceRecord[]> {
  yield first;
  yield* others;
}

const partSize = 1000;

function* gathered(groups: BallotGroups): Generator<readonly NumberedBallot[]> {
  let part: NumberedBallot[] = [];
  for (const { source, row, read } of groups.ballots()) {
    part.push({ source, row, ballot: read.ballot, ip: read.ip });
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  yield part;
}
