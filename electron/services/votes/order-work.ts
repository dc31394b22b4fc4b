import { refused, type Result } from '../../../shared/refusals/refusal.ts';
import { storageRefusal } from '../../database/storage-refusal.ts';
import type { Caller } from '../use-case.ts';
import { takeVoteLock } from './vote-lock.ts';
import { discardPreparedWork } from './work/discard.ts';
import type { VoteWorkRunner } from './work/runners.ts';
import type { ImportProgress, PreparedVotes, VoteTask, WorkResult } from './work/task.ts';

export interface WorkOrder {
  readonly task: VoteTask;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly publish: (prepared: PreparedVotes) => Result<null>;
}

/** Orders work that changes the votes: one at a time, and nothing stays of it when it fails in whatever way. */
export async function orderVoteWork(
  caller: Caller,
  run: VoteWorkRunner,
  order: WorkOrder,
): Promise<Result<WorkResult>> {
  const { folder, kind, connection } = caller.workspace;
  const isCancelled = (): boolean => order.signal?.aborted === true;
  if (isCancelled()) return refused('job-cancelled', {});
  const taken = takeVoteLock(folder);
  if (!taken.ok) return taken;
  const lock = taken.value;
  if (lock === null) return refused('job-busy', { running: '处理选票' });
  try {
    return await run({ folder, workspace: kind }, order.task, {
      onProgress: (progress) => order.onProgress?.(progress),
      isCancelled,
      publish: async (prepared) => (isCancelled() ? refused('job-cancelled', {}) : order.publish(prepared)),
    });
  } catch (error) {
    // The worker undoes its own work; this is for a worker that could not.
    await discardPreparedWork(connection);
    const refusal = storageRefusal(error, folder);
    if (refusal !== null) return refusal;
    throw error;
  } finally {
    lock.release();
  }
}
