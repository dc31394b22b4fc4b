import type { Connection } from './connection.ts';

/** The ballots of every exclusion in force, as the table keeps them (`0002-ballot-pages.ts`); without one that is to be lifted. */
export function readExcludedMembers(connection: Connection, lifted: number | null = null): Uint8Array[] {
  return connection
    .prepare<[{ lifted: number | null }], Buffer>(
      'SELECT members FROM vote_exclusion WHERE lifted_at IS NULL AND (@lifted IS NULL OR id <> @lifted) ORDER BY id',
    )
    .pluck()
    .all({ lifted });
}
