import { actorText, appendAudit } from '../../database/audit-log.ts';
import { hasVoteTotalsOf, insertVoteTotals } from '../../database/vote-totals.ts';
import type { Caller } from '../use-case.ts';
import type { ReadTotals } from './work/task.ts';

/** Keeps the totals of a file beside the ballots; the same bytes again add nothing. Call it in the publishing transaction. */
export function keepTotals(caller: Caller, { file, sha256, mapping, totals }: ReadTotals, at: Date): void {
  const { connection } = caller.workspace;
  if (hasVoteTotalsOf(connection, sha256)) return;
  const id = insertVoteTotals(connection, {
    file,
    sha256,
    mapping,
    totals: totals.map(({ candidate, votes }) => [candidate, votes]),
    at: at.toISOString(),
    by: actorText(caller.actor),
  });
  const votes = totals.reduce((sum, each) => sum + each.votes, 0);
  appendAudit(connection, caller.actor, at, {
    event: 'vote-totals-kept',
    payload: { totals: id, file, sha256, candidates: totals.length, votes },
  });
}
