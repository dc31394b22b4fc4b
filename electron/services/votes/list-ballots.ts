import type { z } from 'zod';
import { standingCode } from '../../../shared/ballots/standing-codes.ts';
import type { listBallots as listBallotsEndpoint, ShownBallot } from '../../../shared/contract/vote-check.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { rowsOfStanding } from '../../database/ballot-search.ts';
import type { Connection } from '../../database/connection.ts';
import { readFunnelCounts, readVoteBatch, readVoteBatches } from '../../database/vote-batches.ts';
import type { Caller } from '../use-case.ts';
import { hashHex } from './account-hash.ts';
import { readBallotRecords, type BallotRecord } from './ballot-records.ts';
import { earlierFinder, explainedRecord } from './explain-records.ts';
import { readVoteRules } from './vote-rules.ts';

export type BallotQuery = z.output<typeof listBallotsEndpoint.input>;
export type ListedBallots = z.output<typeof listBallotsEndpoint.output>;

/**
 * A page of the rows of one step of the funnel, each with why it stands there; of batches in force only. Only the standings of
 * the pages before are looked through, a byte a row; decoded are the pages whose rows are shown, and those of the ballots that
 * count instead.
 */
export function listBallots(caller: Caller, query: BallotQuery): Result<ListedBallots> {
  const { connection } = caller.workspace;
  const { standing, offset, limit } = query;
  const batch = query.batch ?? null;
  return connection.transaction((): Result<ListedBallots> => {
    const record = batch === null ? null : readVoteBatch(connection, batch);
    if (batch !== null && record === null) return refused('batch-unknown', { batch: String(batch) });
    if (record !== null && record.state !== 'in-force') return done({ total: 0, ballots: [] });
    const total = readFunnelCounts(connection, batch).get(standing) ?? 0;
    if (offset >= total) return done({ total, ballots: [] });
    const batches = record === null ? batchesInForce(connection) : [record.batch];
    const found = rowsOfStanding(connection, batches, standingCode(standing), { offset, limit });
    const rules = readVoteRules(connection);
    const records = readBallotRecords(connection, found);
    const earlier = earlierFinder(connection, records, rules);
    return done({
      total,
      ballots: records.map((each) => ({
        ...shownCells(each),
        ...explainedRecord(each, earlier(each), rules),
      })),
    });
  })();
}

export function batchesInForce(connection: Connection): number[] {
  return readVoteBatches(connection)
    .filter(({ state }) => state === 'in-force')
    .map(({ batch }) => batch);
}

/** The row's place and its cells, the account as its keyed hash. */
export function shownCells(record: BallotRecord): Omit<ShownBallot, 'standing' | 'rule' | 'earlier'> {
  const { source, file, sheet, line, account, time, choices } = record;
  return {
    batch: source.batch,
    file,
    sheet,
    line,
    account: account === null ? '' : hashHex(account.low, account.high),
    time: time ?? '',
    choices: choices ?? '',
  };
}
