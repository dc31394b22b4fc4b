import type { z } from 'zod';
import type { listBallots as listBallotsEndpoint, VoteTally } from '../../../shared/contract/votes.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { pageReader, type StoredPage } from '../../database/ballot-pages.ts';
import { readStandings } from '../../database/ballot-standings.ts';
import type { Connection } from '../../database/connection.ts';
import { readRules } from '../../database/rounds.ts';
import {
  readFunnelCounts,
  readVoteBatch,
  readVoteBatches,
  readVoteGeneration,
} from '../../database/vote-batches.ts';
import { readVoteCounts } from '../../database/vote-counts.ts';
import type { Caller } from '../use-case.ts';
import { standingCode, standingsByCode } from '../../../shared/ballots/standing-codes.ts';
import { hashHex } from './account-hash.ts';
import { funnelOf } from './funnel.ts';
import { rowTexts } from './row-texts.ts';
import { wallClockText } from '../../../shared/ballots/wall-clock.ts';

export type BallotQuery = z.infer<typeof listBallotsEndpoint.input>;
export type BallotPage = z.infer<typeof listBallotsEndpoint.output>;

/** All batches in force together: the funnel, and the votes of every candidate in number order, those with none too. */
export function readVoteTally(caller: Caller): Result<VoteTally> {
  const { connection } = caller.workspace;
  // One read transaction, so that funnel and votes are of the same moment.
  return connection.transaction(() => {
    const votes = readVoteCounts(connection);
    return done({
      ballots: funnelOf(readFunnelCounts(connection, null)),
      tally: readCandidateTitles(connection).map(({ candidate }) => ({
        candidate,
        votes: votes.get(candidate) ?? 0,
      })),
    });
  })();
}

const longestPage = 1000;

/** A page of the rows of one step of the funnel, in batch and row order; of batches in force only. */
export function listBallots(caller: Caller, query: BallotQuery): Result<BallotPage> {
  const { connection } = caller.workspace;
  const standing = standingsByCode.find((each) => each === query.standing);
  if (standing === undefined) return refused('invalid-input', { field: 'standing', problem: '没有这一步' });
  const batch = query.batch ?? null;
  if (batch !== null && readVoteBatch(connection, batch) === null)
    return refused('batch-unknown', { batch: String(batch) });
  const { timeZone } = readRules(connection);
  return connection.transaction(() => {
    const isInForce = batch === null || readVoteBatch(connection, batch)?.state === 'in-force';
    const total = isInForce ? (readFunnelCounts(connection, batch).get(standing) ?? 0) : 0;
    const offset = Math.max(0, query.offset);
    const limit = Math.min(longestPage, Math.max(0, query.limit));
    const batches = readVoteBatches(connection).filter(
      (each) => each.state === 'in-force' && (batch === null || each.batch === batch),
    );
    const ballots = [...rowsOf(connection, batches, standingCode(standing), { offset, limit })].map(
      ({ page, row }) => {
        const { time, choices } = rowTexts(page, row, timeZone);
        const instant = page.instants[row] ?? NaN;
        return {
          batch: page.batch,
          row: page.lines[row] ?? 0,
          account: shortHash(page, row),
          time: Number.isNaN(instant) ? (time ?? '') : wallClockText(instant, timeZone),
          choices: choices ?? '',
          standing,
        };
      },
    );
    return done({ total, ballots });
  })();
}

interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** The rows of one standing in batch and row order; only the pages that hold rows of the window are read. */
function* rowsOf(
  connection: Connection,
  batches: readonly { readonly batch: number }[],
  code: number,
  { offset, limit }: Window,
): Generator<{ readonly page: StoredPage; readonly row: number }> {
  const generation = readVoteGeneration(connection);
  const read = pageReader(connection);
  let before = 0;
  for (const { batch } of batches) {
    for (const { page: number, standings } of readStandings(connection, batch, generation)) {
      if (before >= offset + limit) return;
      const rows: number[] = [];
      standings.forEach((each, row) => {
        if (each === code) rows.push(row);
      });
      const shown = rows.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before));
      before += rows.length;
      if (shown.length === 0) continue;
      const page = read(batch, number);
      for (const row of shown) yield { page, row };
    }
  }
}

/** Enough of the account's hash to tell rows apart by eye; empty where there is no account. */
function shortHash(page: StoredPage, row: number): string {
  const [low, high] = [page.accounts[2 * row] ?? 0, page.accounts[2 * row + 1] ?? 0];
  return low === 0 && high === 0 ? '' : hashHex(low, high).slice(0, 8);
}
