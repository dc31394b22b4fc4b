import type { VoteBatch } from '../../../shared/contract/votes.ts';
import { saysSomething } from '../../../shared/contract/reason.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { actorText, appendAudit } from '../../database/audit-log.ts';
import type { Connection } from '../../database/connection.ts';
import {
  markRestored,
  markWithdrawn,
  readFunnelCounts,
  readVoteBatches,
} from '../../database/vote-batches.ts';
import { actorName } from '../actor-name.ts';
import type { Caller } from '../use-case.ts';
import { funnelOf } from './funnel.ts';
import { orderVoteWork } from './order-work.ts';
import { publishVotes } from './publish.ts';
import { runVoteWorkInThread, type VoteWorkRunner } from './work/runners.ts';

export interface BatchDecision {
  readonly batch: number;
  readonly reason: string;
}

export interface VoteBatches {
  readonly batches: VoteBatch[];
}

/** Every batch in the order of import; the funnel of a withdrawn one is that of its last moment in force. */
export function listVoteBatches(caller: Caller): Result<VoteBatches> {
  const { connection } = caller.workspace;
  const batches = readVoteBatches(connection).map((record): VoteBatch => {
    const { batch, file, sha256, bytes, importedAt, importedBy, withdrawn } = record;
    return {
      batch,
      file,
      sha256,
      bytes,
      importedAt,
      importedBy: actorName(importedBy),
      withdrawn: withdrawn === null ? null : { ...withdrawn, by: actorName(withdrawn.by) },
      funnel: funnelOf(readFunnelCounts(connection, batch)),
    };
  });
  return done({ batches });
}

/** Those of these batches whose times are known only to the minute, without anybody having confirmed what that means. */
export function batchesOfUnconfirmedMinutes(
  { workspace }: Caller,
  batches: readonly (number | null)[],
): ReadonlySet<number> {
  return new Set(
    readVoteBatches(workspace.connection)
      .filter(({ batch, timePrecision, minutesEqual }) => {
        return batches.includes(batch) && timePrecision === 'minute' && !minutesEqual;
      })
      .map(({ batch }) => batch),
  );
}

/** Takes a batch out of the count, as if it had never been imported; it stays on the record and can be restored. */
export function withdrawVoteBatch(caller: Caller, input: BatchDecision): Promise<Result<VoteBatches>> {
  return withdrawVoteBatchBy(runVoteWorkInThread, caller, input);
}

export function withdrawVoteBatchBy(
  run: VoteWorkRunner,
  caller: Caller,
  { batch, reason }: BatchDecision,
): Promise<Result<VoteBatches>> {
  return decideBatch(run, caller, 'withdraw', { batch, reason }, (connection, at) => {
    markWithdrawn(connection, batch, at.toISOString(), actorText(caller.actor), reason.trim());
    appendAudit(connection, caller.actor, at, {
      event: 'votes-withdrawn',
      payload: { batch, reason: reason.trim() },
    });
  });
}

/** Lets a withdrawn batch count again, its rows checked anew by the rules and candidates in force now. */
export function restoreVoteBatch(caller: Caller, input: BatchDecision): Promise<Result<VoteBatches>> {
  return restoreVoteBatchBy(runVoteWorkInThread, caller, input);
}

export function restoreVoteBatchBy(
  run: VoteWorkRunner,
  caller: Caller,
  { batch, reason }: BatchDecision,
): Promise<Result<VoteBatches>> {
  return decideBatch(run, caller, 'restore', { batch, reason }, (connection, at) => {
    markRestored(connection, batch);
    appendAudit(connection, caller.actor, at, {
      event: 'votes-restored',
      payload: { batch, reason: reason.trim() },
    });
  });
}

async function decideBatch(
  run: VoteWorkRunner,
  caller: Caller,
  kind: 'withdraw' | 'restore',
  { batch, reason }: BatchDecision,
  record: (connection: Connection, at: Date) => void,
): Promise<Result<VoteBatches>> {
  if (!saysSomething(reason)) return refused('reason-needed', {});
  const result = await orderVoteWork(caller, run, {
    task: { kind, batch },
    publish: (prepared) => publishVotes(caller, prepared, record),
  });
  return result.ok ? listVoteBatches(caller) : result;
}
