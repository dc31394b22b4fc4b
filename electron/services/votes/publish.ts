import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { Connection } from '../../database/connection.ts';
import { inTransaction } from '../../database/transaction.ts';
import { beginNextVoteGeneration, changeFunnel } from '../../database/vote-batches.ts';
import { changeVoteCounts } from '../../database/vote-counts.ts';
import type { Caller } from '../use-case.ts';
import type { PreparedVotes, VoteBasis } from './work/task.ts';
import { readVoteBasis } from './work/work-table.ts';

/**
 * The one transaction in which prepared work becomes visible: standings (by the generation), counts, whatever `record`
 * writes of the batches, and the audit entries. Its size does not depend on the number of ballots.
 */
export function publishVotes(
  caller: Caller,
  prepared: PreparedVotes,
  record: (connection: Connection, at: Date) => void,
): Result<null> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    if (!isSameBasis(readVoteBasis(connection), prepared.basis)) return refused('votes-basis-changed', {});
    record(connection, caller.now());
    for (const [batch, changes] of prepared.funnels) changeFunnel(connection, batch, changes);
    changeVoteCounts(connection, 'vote_count', prepared.votes);
    changeVoteCounts(connection, 'vote_excluded_count', prepared.excludedVotes);
    beginNextVoteGeneration(connection);
    return done(null);
  });
}

function isSameBasis(now: VoteBasis, then: VoteBasis): boolean {
  return (
    now.generation === then.generation &&
    now.rules === then.rules &&
    now.candidates.join() === then.candidates.join()
  );
}
