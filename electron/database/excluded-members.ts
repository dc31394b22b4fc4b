import type { Connection } from './connection.ts';

/** Bytes of one ballot of an exclusion: account (low and high 32 bits) and instant, little-endian (`0002-ballot-pages.ts`). */
export const memberBytes = 16;

/**
 * Tells every ballot of an exclusion.
 * @param member hears of the two halves of the account's keyed hash and of the instant: NaN without a time, marked
 * (`asWholeMinute`) where it stands for its minute
 */
export function eachMember(
  members: Uint8Array,
  member: (low: number, high: number, instant: number) => void,
): void {
  const view = new DataView(members.buffer, members.byteOffset, members.byteLength);
  for (let place = 0; place < members.length; place += memberBytes)
    member(view.getUint32(place, true), view.getUint32(place + 4, true), view.getFloat64(place + 8, true));
}

/** The ballots of every exclusion in force, as the table keeps them (`0002-ballot-pages.ts`); without one that is to be lifted. */
export function readExcludedMembers(connection: Connection, lifted: number | null = null): Uint8Array[] {
  return connection
    .prepare<[{ lifted: number | null }], Buffer>(
      'SELECT members FROM vote_exclusion WHERE lifted_at IS NULL AND (@lifted IS NULL OR id <> @lifted) ORDER BY id',
    )
    .pluck()
    .all({ lifted });
}
