import type { z } from 'zod';
import { funnelReasons, type Standing } from '../../../shared/ballots/rejection.ts';
import type { listBallots as listBallotsEndpoint, VoteTally } from '../../../shared/contract/votes.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { readBallots } from '../../database/ballots.ts';
import { readRules } from '../../database/rounds.ts';
import { readFunnelCounts, readVoteBatch, readVoteGeneration } from '../../database/vote-batches.ts';
import { readVoteCounts } from '../../database/vote-counts.ts';
import type { Caller } from '../use-case.ts';
import { funnelOf } from './funnel.ts';
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

const standings: readonly Standing[] = ['accepted', ...funnelReasons];
const longestPage = 1000;

/** A page of the rows of one step of the funnel, in batch and row order; of batches in force only. */
export function listBallots(caller: Caller, query: BallotQuery): Result<BallotPage> {
  const { connection } = caller.workspace;
  const standing = standings.find((each) => each === query.standing);
  if (standing === undefined) return refused('invalid-input', { field: 'standing', problem: '没有这一步' });
  const batch = query.batch ?? null;
  if (batch !== null && readVoteBatch(connection, batch) === null)
    return refused('batch-unknown', { batch: String(batch) });
  const { timeZone } = readRules(connection);
  return connection.transaction(() => {
    const isInForce = batch === null || readVoteBatch(connection, batch)?.state === 'in-force';
    const total = isInForce ? (readFunnelCounts(connection, batch).get(standing) ?? 0) : 0;
    const rows = readBallots(connection, {
      standing,
      batch,
      generation: readVoteGeneration(connection),
      offset: Math.max(0, query.offset),
      limit: Math.min(longestPage, Math.max(0, query.limit)),
    });
    const ballots = rows.map(({ instant, time, choices, ...row }) => ({
      ...row,
      time: instant === null ? (time ?? '') : wallClockText(instant, timeZone),
      choices: choices ?? '',
    }));
    return done({ total, ballots });
  })();
}
