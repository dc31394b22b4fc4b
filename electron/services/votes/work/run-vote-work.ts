import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { storageRefusal } from '../../../database/storage-refusal.ts';
import { SourceBroken } from '../source/source-record.ts';
import { exclusionWork, restoreWork, withdrawWork } from './batch-work.ts';
import { discardPreparedWork, dropReplaced } from './discard.ts';
import { importWork } from './import-work.ts';
import { readBallots } from '../reading/read-ballots.ts';
import type { BallotReader } from '../reading/ballot-reading.ts';
import { ReaderThread } from '../reading/reader-thread.ts';
import type { ImportOutcome, VoteTask, WorkPlace, WorkPort, WorkResult } from './task.ts';
import { WorkCancelled } from './work-cancelled.ts';
import { atWorkTable, type WorkTable } from './work-table.ts';

const readerHere: BallotReader = { read: readBallots, rest: () => undefined };

/**
 * Does one task from beginning to end; `reader` says where files are read. What fails as expected (the file, the disk, a cancellation, a refused publication)
 * comes back as a refusal, and nothing that was prepared stays; a defect is thrown, and nothing stays either.
 */
export async function runVoteWork(
  place: WorkPlace,
  task: VoteTask,
  port: WorkPort,
  reader: BallotReader = readerHere,
): Promise<Result<WorkResult>> {
  try {
    return await atWorkTable<WorkResult>(place, port, reader, async (table) => {
      if (task.kind === 'preview') {
        // Loaded when it is needed, with the readers of all containers.
        const { previewWork } = await import('./preview-work.ts');
        const preview = await previewWork(table, place, task.files, task.mapping);
        return preview.ok ? done({ kind: 'preview', preview: preview.value }) : preview;
      }
      const outcome = await orNothing(table, () => published(table, place, task));
      return outcome.ok ? done({ kind: 'published', outcome: outcome.value }) : outcome;
    });
  } catch (error) {
    return refusalOf(error, place);
  }
}

/** As `runVoteWork`, with the files read on a thread of their own. */
export async function runVoteWorkWithReader(
  place: WorkPlace,
  task: VoteTask,
  port: WorkPort,
): Promise<Result<WorkResult>> {
  const reader = new ReaderThread();
  if (task.kind === 'import') reader.start();
  try {
    return await runVoteWork(place, task, port, reader);
  } finally {
    await reader.end();
  }
}

function published(
  table: WorkTable,
  place: WorkPlace,
  task: Exclude<VoteTask, { kind: 'preview' }>,
): Promise<Result<ImportOutcome>> {
  if (task.kind === 'import') return importWork(table, place, task.files, task);
  if (task.kind === 'exclusions') return exclusionWork(table, task.change);
  return task.kind === 'withdraw' ? withdrawWork(table, task.batch) : restoreWork(table, task.batch);
}

/** Whatever stops the work, what it prepared is removed before anybody hears of it. */
async function orNothing<Value>(
  table: WorkTable,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  let isPublished = false;
  try {
    const result = await work();
    isPublished = result.ok;
    if (isPublished) await dropReplaced(table.connection);
    return result;
  } finally {
    if (!isPublished) await discardPreparedWork(table.connection);
  }
}

function refusalOf(error: unknown, place: WorkPlace): Result<never> {
  if (error instanceof WorkCancelled) return refused('job-cancelled', {});
  if (error instanceof SourceBroken) return { ok: false, refusal: error.refusal };
  const refusal = storageRefusal(error, place.folder);
  if (refusal !== null) return refusal;
  throw error;
}
