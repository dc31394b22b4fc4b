import type { z } from 'zod';
import { canonicalText } from '../../../shared/audit/canonical.ts';
import type * as contract from '../../../shared/contract/vote-totals.ts';
import { saysSomething } from '../../../shared/contract/reason.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { actorText, appendAudit, sha256Text } from '../../database/audit-log.ts';
import type { Connection } from '../../database/connection.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  hasVoteTotalsOf,
  insertVoteTotals,
  markTotalsCounted,
  markTotalsRemoved,
  readVoteTotals,
  type VoteTotalsRecord,
} from '../../database/vote-totals.ts';
import { actorName } from '../actor-name.ts';
import type { Caller } from '../use-case.ts';
import type { ReadTotals } from './work/task.ts';

/** Keeps the totals of a file beside the ballots; the same bytes again add nothing until they are removed. Call it in the publishing transaction. */
export function keepTotals(
  caller: Caller,
  { file, sha256, mapping, totals, skipped }: ReadTotals,
  at: Date,
): void {
  const { connection } = caller.workspace;
  if (hasVoteTotalsOf(connection, sha256)) return;
  const pairs = totals.map(({ candidate, votes }): [number, number] => [candidate, votes]);
  const id = insertVoteTotals(connection, {
    file,
    sha256,
    mapping,
    totals: pairs,
    at: at.toISOString(),
    by: actorText(caller.actor),
  });
  appendAudit(connection, caller.actor, at, {
    event: 'vote-totals-kept',
    payload: {
      totals: id,
      file,
      sha256,
      candidates: totals.length,
      votes: sumOfVotes(pairs),
      digest: totalsDigest(pairs),
      ...(skipped.length === 0 ? {} : { skipped: [...skipped] }),
    },
  });
}

/** SHA-256 over candidates and votes as they are kept. */
export function totalsDigest(totals: VoteTotalsRecord['totals']): string {
  return sha256Text(canonicalText(totals));
}

function sumOfVotes(totals: VoteTotalsRecord['totals']): number {
  return totals.reduce((sum, [, votes]) => sum + votes, 0);
}

/** Every file of totals in the order of import, those that do not count and those that were removed too. */
export function listVoteTotals({ workspace }: Caller): Result<contract.VoteTotalsList> {
  const totals = readVoteTotals(workspace.connection).map(
    ({ id, file, sha256, totals: pairs, importedAt, importedBy, counted, removed }): contract.VoteTotals => ({
      totals: id,
      file,
      sha256,
      votes: sumOfVotes(pairs),
      byCandidate: pairs.map(([candidate, votes]) => ({ candidate, votes })),
      importedAt,
      importedBy: actorName(importedBy),
      counted: counted === null ? null : { ...counted, by: actorName(counted.by) },
      removed: removed === null ? null : { ...removed, by: actorName(removed.by) },
    }),
  );
  return done({ totals });
}

/**
 * Lets totals count by a minute of the panel, added to the ballots or instead of all of them. Whatever counts instead counts
 * alone: beside it nothing else may count.
 */
export function countVoteTotals(
  caller: Caller,
  { totals, as, minute: given }: z.infer<typeof contract.countVoteTotals.input>,
): Result<contract.VoteTotalsList> {
  const { connection } = caller.workspace;
  const minute = given.trim();
  if (!saysSomething(minute)) return refused('reason-needed', {});
  return inTransaction(connection, () => {
    const all = readVoteTotals(connection);
    const found = presentTotals(all, totals);
    if (!found.ok) return found;
    const wanted = found.value;
    if (wanted.counted !== null) return refused('totals-counted', { file: wanted.file });
    const counting = all.filter(({ counted }) => counted !== null);
    const instead = counting.find(({ counted }) => counted?.as === 'instead');
    if (instead !== undefined) return refused('totals-instead-stands', { file: instead.file });
    if (as === 'instead' && counting.length > 0)
      return refused('totals-others-stand', { files: counting.map(({ file }) => file) });
    const lost = withoutCandidate(connection, wanted);
    if (lost.length > 0) return refused('totals-candidates-gone', { file: wanted.file, candidates: lost });
    const at = caller.now();
    markTotalsCounted(connection, totals, {
      as,
      minute,
      at: at.toISOString(),
      by: actorText(caller.actor),
    });
    appendAudit(connection, caller.actor, at, {
      event: 'vote-totals-counted',
      payload: { totals, as, minute },
    });
    return listVoteTotals(caller);
  });
}

/** Those of this number, unless they were removed: with those nothing can be done any more. */
function presentTotals(all: readonly VoteTotalsRecord[], totals: number): Result<VoteTotalsRecord> {
  const found = all.find(({ id }) => id === totals);
  if (found === undefined) return refused('totals-unknown', { totals: String(totals) });
  const { file, removed } = found;
  return removed === null ? done(found) : refused('totals-removed', { totals, file, reason: removed.reason });
}

/** Numbers that were candidates when the file was read and are none now: their votes would be lost silently. */
function withoutCandidate(connection: Connection, { totals }: VoteTotalsRecord): number[] {
  const known = new Set(readCandidateTitles(connection).map(({ candidate }) => candidate));
  return totals.map(([candidate]) => candidate).filter((candidate) => !known.has(candidate));
}

/** Takes totals out of the count again by a minute of the panel; they stay on the record and can count again. */
export function setVoteTotalsAside(
  caller: Caller,
  { totals, minute: given }: z.infer<typeof contract.setVoteTotalsAside.input>,
): Result<contract.VoteTotalsList> {
  const { connection } = caller.workspace;
  const minute = given.trim();
  if (!saysSomething(minute)) return refused('reason-needed', {});
  return inTransaction(connection, () => {
    const found = presentTotals(readVoteTotals(connection), totals);
    if (!found.ok) return found;
    const wanted = found.value;
    if (wanted.counted === null) return refused('totals-not-counted', { file: wanted.file });
    markTotalsCounted(connection, totals, null);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'vote-totals-set-aside',
      payload: { totals, minute },
    });
    return listVoteTotals(caller);
  });
}

/**
 * Removes totals for good, with a reason: they were read under a wrong mapping, say, and their file shall be imported anew. What
 * counts is refused: taking votes out of the count is the panel's decision, not a correction of the secretariat's.
 */
export function removeVoteTotals(
  caller: Caller,
  { totals, reason: given }: z.infer<typeof contract.removeVoteTotals.input>,
): Result<contract.VoteTotalsList> {
  const { connection } = caller.workspace;
  const reason = given.trim();
  if (!saysSomething(reason)) return refused('reason-needed', {});
  return inTransaction(connection, () => {
    const found = presentTotals(readVoteTotals(connection), totals);
    if (!found.ok) return found;
    const { file, sha256, counted } = found.value;
    if (counted !== null) return refused('totals-count-still', { file });
    const at = caller.now();
    markTotalsRemoved(connection, totals, { reason, at: at.toISOString(), by: actorText(caller.actor) });
    appendAudit(connection, caller.actor, at, {
      event: 'vote-totals-removed',
      payload: { totals, file, sha256, reason },
    });
    return listVoteTotals(caller);
  });
}
