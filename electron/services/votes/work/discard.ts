import { setTimeout as pause } from 'node:timers/promises';
import { deleteAccountSlice, deleteBallots, dropPreparedStandings } from '../../../database/ballots.ts';
import type { Connection } from '../../../database/connection.ts';
import {
  deleteStagedBatch,
  readVoteGeneration,
  recordedRows,
  stagedBatches,
} from '../../../database/vote-batches.ts';
import {
  shortTransactions,
  sliceBySlice,
  transactionsUntilNothingLeft,
  type ShortTransaction,
} from './short-transactions.ts';

/**
 * Removes everything that was prepared and never published: standings under the next generation, and staged batches with
 * their rows. In short transactions with room for other writers between them, and safe to break off and begin again.
 */
export async function discardPreparedWork(connection: Connection): Promise<void> {
  for (const { held } of discarding(connection)) await pause(Math.max(1, held));
}

/** As `discardPreparedWork`, while nobody else uses the workspace. */
export function discardPreparedWorkAtOnce(connection: Connection): void {
  for (const _ of discarding(connection)) continue;
}

function* discarding(connection: Connection): Generator<ShortTransaction> {
  const generation = readVoteGeneration(connection);
  yield* transactionsUntilNothingLeft(connection, (limit) =>
    dropPreparedStandings(connection, generation, limit),
  );
  const slices = Math.max(1, Math.ceil(recordedRows(connection) / 1000));
  for (const batch of stagedBatches(connection)) {
    const deleteSlices = (from: number, to: number): void => {
      for (let slice = from - 1; slice < to; slice += 1) deleteAccountSlice(connection, batch, slice, slices);
    };
    yield* shortTransactions(connection, slices, deleteSlices, sliceBySlice);
    yield* transactionsUntilNothingLeft(connection, (limit) => deleteBallots(connection, batch, limit));
    deleteStagedBatch(connection, batch);
  }
}
