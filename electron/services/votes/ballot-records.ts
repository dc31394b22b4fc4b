import { choiceSet, readChoices } from '../../../shared/ballots/choices.ts';
import type { Standing, Verdict } from '../../../shared/ballots/rejection.ts';
import type { BallotCopy } from '../../../shared/ballots/standing.ts';
import { standingOfCode, verdictOfCode } from '../../../shared/ballots/standing-codes.ts';
import { calendarDay } from '../../../shared/ballots/time.ts';
import type { HashedAccount } from '../../database/account-set.ts';
import type { StoredPage } from '../../database/ballot-page.ts';
import { ballotsPerPage } from '../../database/packed-page.ts';
import { pageReader } from '../../database/ballot-pages.ts';
import type { FoundRows } from '../../database/ballot-search.ts';
import { readStandings } from '../../database/ballot-standings.ts';
import type { Connection } from '../../database/connection.ts';
import { readVoteBatches, readVoteGeneration, type VoteBatchRecord } from '../../database/vote-batches.ts';
import { hashHex } from './account-hash.ts';
import { rowTexts } from './row-texts.ts';

/** One row of a batch as the record has it, with what it counts as. */
export interface BallotRecord {
  readonly source: VoteBatchRecord;
  /** Position in the batch: ascending as the source reads, also where line numbers begin anew on each sheet. */
  readonly position: number;
  readonly file: string;
  readonly sheet: string | null;
  /** The source's own number of the line or sheet row. */
  readonly line: number;
  /** Null: the row names no account. */
  readonly account: HashedAccount | null;
  readonly instant: number | null;
  readonly verdict: Verdict;
  /** Of a withdrawn batch: what it counted as last. */
  readonly standing: Standing;
  /** The cells as written; null where the row has no such cell at all. */
  readonly time: string | null;
  readonly choices: string | null;
}

/** Reads rows that a search has found; each page is decoded once. */
export function readBallotRecords(connection: Connection, found: readonly FoundRows[]): BallotRecord[] {
  const batches = new Map(readVoteBatches(connection).map((record) => [record.batch, record]));
  const generation = readVoteGeneration(connection);
  const read = pageReader(connection);
  return [...Map.groupBy(found, ({ batch }) => batch)].flatMap(([batch, pages]) => {
    const source = batches.get(batch);
    const standings = new Map(
      readStandings(connection, batch, generation).map((each) => [each.page, each.standings]),
    );
    return pages.flatMap(({ page: number, rows }) => {
      const page = read(batch, number);
      const codes = standings.get(number);
      if (source === undefined || codes === undefined)
        throw new Error(`page ${number} of batch ${batch} has no standings`);
      return rows.map((row) => recordOf(source, page, codes, row));
    });
  });
}

function recordOf(
  source: VoteBatchRecord,
  page: StoredPage,
  standings: Uint8Array,
  row: number,
): BallotRecord {
  const account = { low: page.accounts[2 * row] ?? 0, high: page.accounts[2 * row + 1] ?? 0 };
  const time = page.instants[row] ?? NaN;
  const instant = Number.isNaN(time) ? null : time;
  const place = source.sources[page.sources?.[row] ?? 0];
  return {
    source,
    position: page.page * ballotsPerPage + row,
    file: place?.file ?? source.file,
    sheet: place?.sheet ?? null,
    line: page.lines[row] ?? 0,
    account: account.low === 0 && account.high === 0 ? null : account,
    instant,
    verdict: verdictOfCode(page.verdicts[row] ?? 0),
    standing: standingOfCode(standings[row] ?? 0),
    ...rowTexts(page, row, source.timeZone),
  };
}

/** The row as its standing among the account's other rows depends on it. */
export function copyOfRecord(record: BallotRecord, timeZone: string): BallotCopy {
  const { source, instant, choices } = record;
  return {
    batch: source.batch,
    fileHash: source.sha256,
    row: record.position,
    instant,
    day: instant === null ? null : calendarDay(instant, timeZone),
    get choices(): string {
      return choiceSet(readChoices(choices ?? '')).identity;
    },
    verdict: record.verdict,
    precision: source.timePrecision,
    minutesEqual: source.minutesEqual,
  };
}

/** Rows by their account; those without one are nobody's. */
export function recordsByAccount(records: readonly BallotRecord[]): Map<string, BallotRecord[]> {
  const accounts = new Map<string, BallotRecord[]>();
  for (const record of records) {
    if (record.account === null) continue;
    const key = hashHex(record.account.low, record.account.high);
    const known = accounts.get(key);
    if (known === undefined) accounts.set(key, [record]);
    else known.push(record);
  }
  return accounts;
}
