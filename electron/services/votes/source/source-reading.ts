import type { BallotRow } from '../../../../shared/ballots/check.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { BallotGroups } from '../layouts/ballot-groups.ts';
import { rowReader, type ReadRow } from '../layouts/row-reader.ts';
import { DamagedAccounts } from './damaged-accounts.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceName } from './source-table.ts';
import type { BegunTable } from './table-heads.ts';
import { TablesByMapping, type Header } from './tables-by-mapping.ts';

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

type TableRows = Header & { readonly name: SourceName; readonly read: (record: SourceRecord) => ReadRow };

/** Reads the tables of a source one after the other by one mapping. */
export class SourceReading {
  readonly sources: SourceName[] = [];
  readonly #mapping: VoteMapping;
  readonly #place: BallotPlace;
  readonly #file: string;
  readonly #groups: BallotGroups | null;
  readonly #tables: TablesByMapping;

  constructor(mapping: VoteMapping, place: BallotPlace, file: string) {
    const { kind } = mapping.layout;
    this.#mapping = mapping;
    this.#tables = new TablesByMapping(mapping);
    this.#place = place;
    this.#file = file;
    const isGathered = kind === 'choice-rows' || kind === 'candidate-files';
    this.#groups = isGathered ? new BallotGroups(file, place.timeZone) : null;
  }

  /** A table made ready; null where the mapping says, or a further sheet shows, that it holds no ballots. */
  open(table: BegunTable): TableRows | null {
    const opened = this.#tables.open(table);
    if (typeof opened === 'string') return null;
    const { header, body, named } = opened;
    const about = {
      file: table.name.file,
      isDelimited: table.isDelimited === true,
      header: header.cells,
      named,
    };
    const read = rowReader(about, this.#mapping, this.#place.candidates);
    return { header, body, name: table.name, read: ({ cells }) => read(cells) };
  }

  async *parts(
    first: BegunTable,
    others: AsyncGenerator<BegunTable>,
  ): AsyncGenerator<readonly NumberedBallot[]> {
    let rows = 0;
    try {
      for (let table: BegunTable | null = first; table !== null; table = await nextOf(others)) {
        const opened = this.open(table);
        if (opened === null) {
          await table.rest.return(undefined);
          continue;
        }
        const source = this.sources.push(opened.name) - 1;
        const damage = new DamagedAccounts(opened.name.file);
        for await (const part of partsOf(opened.body, table.rest)) {
          rows += part.length;
          yield this.#ballots(source, part, opened, damage);
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

  /** None where rows are gathered: the ballots come when all rows are in. */
  #ballots(
    source: number,
    records: readonly SourceRecord[],
    table: TableRows,
    damage: DamagedAccounts,
  ): NumberedBallot[] {
    const ballots: NumberedBallot[] = [];
    for (const record of records) {
      const read = table.read(record);
      damage.look(read.ballot.account, record.row);
      if (this.#groups !== null) {
        const first = this.#groups.add(source, record.row, read);
        this.#place.onGathered?.(record.row, first);
      } else ballots.push({ source, row: record.row, ballot: read.ballot, ip: read.ip });
    }
    return ballots;
  }
}

async function nextOf(tables: AsyncGenerator<BegunTable>): Promise<BegunTable | null> {
  const next = await tables.next();
  return next.done === true ? null : next.value;
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
