import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../../../database/connection.ts';

/** How long one transaction may hold the database while somebody types a mark, in milliseconds. */
const aim = 8;

/** How many pages one transaction takes: it begins with `first` and keeps between the bounds. */
const pageByPage = { first: 64, fewest: 1, most: 500 };

function nextSize(size: number, held: number): number {
  return Math.round(
    Math.min(pageByPage.most, Math.max(pageByPage.fewest, (size * aim) / Math.max(held, 0.5))),
  );
}

/** Works something out for some steps, while the database is free, and says what is then to be written. */
type Prepare = (from: number, to: number) => () => void;

/**
 * Does `count` steps of bulk work in transactions so short that another writer hardly waits, and leaves the database free
 * between them for at least as long as it was held: SQLite has one writer and does not queue those who wait.
 */
export async function inShortTransactions(
  connection: Connection,
  count: number,
  prepare: Prepare,
  between: (done: number) => void,
): Promise<void> {
  for (let from = 1, size = pageByPage.first, held = 0; from <= count;) {
    const to = Math.min(count, from + size - 1);
    const freeSince = performance.now();
    const write = prepare(from, to);
    await freeFor(held - (performance.now() - freeSince));
    held = inTimedTransaction(connection, write);
    between(to);
    from = to + 1;
    size = nextSize(size, held);
  }
}

/** Waits so many milliseconds more, and in any case until whatever else waits on this thread had its turn. */
async function freeFor(milliseconds: number): Promise<void> {
  await (milliseconds < 1 ? turn() : pause(milliseconds));
}

/** What one short transaction did: how many steps are done by now, and how long it held the database. */
export interface ShortTransaction {
  readonly done: number;
  readonly held: number;
}

/** For work that says itself when nothing is left: `step` returns how many rows it changed. */
export function* transactionsUntilNothingLeft(
  connection: Connection,
  step: (limit: number) => number,
): Generator<ShortTransaction> {
  for (let size = pageByPage.first, done = 0; ;) {
    const limit = size;
    let changed = 0;
    const held = inTimedTransaction(connection, () => {
      changed = step(limit);
    });
    done += changed;
    yield { done, held };
    if (changed < limit) return;
    size = nextSize(size, held);
  }
}

/** How long the database was held, the commit included and the wait for another writer not. */
function inTimedTransaction(connection: Connection, step: () => void): number {
  let start = 0;
  const work = connection.transaction(() => {
    start = performance.now();
    step();
  });
  work.immediate();
  return performance.now() - start;
}
