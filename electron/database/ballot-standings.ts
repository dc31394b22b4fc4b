import type { Connection } from './connection.ts';

/**
 * Table `ballot_standing`: what each row of a page counts as among all batches in force, a byte a row (`standingOfCode`).
 * A change is written beside the old bytes under the next generation (`vote_generation`) and becomes valid, all changes at
 * once, when that number goes up.
 */

/** The standings of a page as they count at `generation`. */
export function readStandings(
  connection: Connection,
  batch: number,
  page: number,
  generation: number,
): Uint8Array {
  const row = connection
    .prepare<[number, number, number], { standings: Buffer }>(
      `SELECT standings FROM ballot_standing WHERE batch = ? AND page = ? AND generation <= ?
       ORDER BY generation DESC LIMIT 1`,
    )
    .get(batch, page, generation);
  if (row === undefined) throw new Error(`page ${page} of batch ${batch} has no standings`);
  return row.standings;
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
