import type { Connection } from './connection.ts';

/** Tables `vote_count` and `vote_excluded_count`: accepted and excluded ballots per candidate, kept in the same transaction as the standings they follow from. */

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
export function changeVoteCounts(
  connection: Connection,
  table: 'vote_count' | 'vote_excluded_count',
  changes: Iterable<readonly [number, number]>,
): void {
  const insert = connection.prepare(`INSERT OR IGNORE INTO ${table} (candidate, votes) VALUES (?, 0)`);
  const change = connection.prepare(`UPDATE ${table} SET votes = votes + ? WHERE candidate = ?`);
  for (const [candidate, difference] of changes) {
    insert.run(candidate);
    change.run(difference, candidate);
  }
}
