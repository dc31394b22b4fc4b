import type { VoteTally } from '../../../shared/contract/votes.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { readFunnelCounts } from '../../database/vote-batches.ts';
import { readVoteCounts } from '../../database/vote-counts.ts';
import type { Caller } from '../use-case.ts';
import { funnelOf } from './funnel.ts';

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
