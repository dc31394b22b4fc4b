import { setTimeout as pause } from 'node:timers/promises';
import { deletePages } from '../../../database/ballot-pages.ts';
import { dropPreparedStandings, dropReplacedStandings } from '../../../database/ballot-standings.ts';
import type { Connection } from '../../../database/connection.ts';
import { deleteStagedBatch, readVoteGeneration, stagedBatches } from '../../../database/vote-batches.ts';
import { transactionsUntilNothingLeft, type ShortTransaction } from './short-transactions.ts';

/**
 * Removes everything that was prepared and never published: standings under the next generation, and staged batches with
 * their pages. In short transactions with room for other writers between them, and safe to break off and begin again.
 */
export async function discardPreparedWork(connection: Connection): Promise<void> {
  for (const { held } of discarding(connection)) await pause(Math.max(1, held));
}

/** As `discardPreparedWork`, while nobody else uses the workspace. */
export function discardPreparedWorkAtOnce(connection: Connection): void {
  for (const _ of discarding(connection)) continue;
}

/** Removes the standings that later ones have replaced: nobody reads them any more. */
export async function dropReplaced(connection: Connection): Promise<void> {
  for (const { held } of replacing(connection)) await pause(Math.max(1, held));
}

function* discarding(connection: Connection): Generator<ShortTransaction> {
  const generation = readVoteGeneration(connection);
  yield* transactionsUntilNothingLeft(connection, (limit) =>
    dropPreparedStandings(connection, generation, limit),
  );
  for (const batch of stagedBatches(connection)) {
    yield* transactionsUntilNothingLeft(connection, (limit) => deletePages(connection, batch, limit));
    deleteStagedBatch(connection, batch);
  }
  yield* replacing(connection);
}

function replacing(connection: Connection): Generator<ShortTransaction> {
  const generation = readVoteGeneration(connection);
  return transactionsUntilNothingLeft(connection, (limit) =>
    dropReplacedStandings(connection, generation, limit),
  );
}
