import type { Connection } from './connection.ts';

/**
 * Table `ballot_standing`: what each row of a page counts as among all batches in force, a byte a row (`standingOfCode`).
 * A change is written beside the old bytes under the next generation (`vote_generation`) and becomes valid, all changes at
 * once, when that number goes up.
 */

/** Pages of the batches that a person may see, with what their rows count as at `generation`, in batch and page order. */
export interface PageStandings {
  readonly batch: number;
  readonly page: number;
  readonly standings: Uint8Array;
}

export function readStandings(connection: Connection, batch: number, generation: number): PageStandings[] {
  return connection
    .prepare<[{ batch: number; generation: number }], PageStandings>(
      `SELECT batch, page, standings FROM ballot_standing s
       WHERE batch = @batch AND generation = (SELECT max(generation) FROM ballot_standing x
         WHERE x.batch = s.batch AND x.page = s.page AND x.generation <= @generation)
       ORDER BY page`,
    )
    .all({ batch, generation });
}

/** Those of one page, of all that `readStandings` gave for its batch. */
export function standingsOfPage(
  standings: readonly PageStandings[],
  { batch, page }: { readonly batch: number; readonly page: number },
): Uint8Array {
  const found = standings[page];
  if (found?.page !== page) throw new Error(`page ${page} of batch ${batch} has no standings`);
  return found.standings;
}

/** Ready to write what the rows of a page count as from `generation` on. */
export function standingsWriter(
  connection: Connection,
): (batch: number, page: number, generation: number, standings: Uint8Array) => void {
  const insert = connection.prepare(
    'INSERT OR REPLACE INTO ballot_standing (batch, page, generation, standings) VALUES (?, ?, ?, ?)',
  );
  return (batch, page, generation, standings) => {
    insert.run(batch, page, generation, standings);
  };
}

/** Removes up to `limit` standings that were prepared and never began; returns how many there were. */
export function dropPreparedStandings(connection: Connection, generation: number, limit: number): number {
  return deleteStandings(connection, 'generation > @generation', generation, limit);
}

/** Removes up to `limit` standings that later ones have replaced; returns how many there were. */
export function dropReplacedStandings(connection: Connection, generation: number, limit: number): number {
  const isReplaced = `EXISTS (SELECT 1 FROM ballot_standing x WHERE x.batch = ballot_standing.batch
    AND x.page = ballot_standing.page AND x.generation > ballot_standing.generation AND x.generation <= @generation)`;
  return deleteStandings(connection, isReplaced, generation, limit);
}

function deleteStandings(connection: Connection, which: string, generation: number, limit: number): number {
  return connection
    .prepare(
      `DELETE FROM ballot_standing WHERE rowid IN (SELECT rowid FROM ballot_standing WHERE ${which} LIMIT @limit)`,
    )
    .run({ generation, limit }).changes;
}

export function hasPreparedStandings(connection: Connection, generation: number): boolean {
  const prepared = connection.prepare('SELECT 1 FROM ballot_standing WHERE generation > ? LIMIT 1');
  return prepared.get(generation) !== undefined;
}
