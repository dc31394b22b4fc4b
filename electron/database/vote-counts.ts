import type { Connection } from './connection.ts';

/** Table `vote_count`: accepted ballots per candidate, kept in the same transaction as the standings they follow from. */

/** Accepted ballots per candidate, all batches in force together; a candidate that is not in the map has none. */
export function readVoteCounts(connection: Connection): Map<number, number> {
  const rows = connection
    .prepare<[], { candidate: number; votes: number }>(
      'SELECT candidate, votes FROM vote_count ORDER BY candidate',
    )
    .all();
  return new Map(rows.map((row) => [row.candidate, row.votes]));
}

/** Adds to the votes of each candidate, or takes away where the number is negative. */
export function changeVoteCounts(connection: Connection, changes: Iterable<readonly [number, number]>): void {
  const insert = connection.prepare('INSERT OR IGNORE INTO vote_count (candidate, votes) VALUES (?, 0)');
  const change = connection.prepare('UPDATE vote_count SET votes = votes + ? WHERE candidate = ?');
  for (const [candidate, difference] of changes) {
    insert.run(candidate);
    change.run(difference, candidate);
  }
}
