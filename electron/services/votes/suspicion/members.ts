import type { CountedBallots } from '../../../../shared/ballots/suspicion/counted-ballots.ts';
import { memberBytes } from '../../../database/excluded-members.ts';

/**
 * A group as an exclusion keeps it: ascending by account (low, then high half), then instant, a ballot without a time last. Two
 * ballots of one account at one moment (where the rules allow them) are one member: an exclusion takes both or none.
 * @param ballots indexes in that order (`Flag.members`)
 */
export function memberBlob(
  { accounts, instants }: CountedBallots,
  ballots: readonly number[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(memberBytes * ballots.length);
  const view = new DataView(bytes.buffer);
  let place = 0;
  let before = -1;
  for (const ballot of ballots) {
    const isSame =
      before >= 0 &&
      accounts[2 * before] === accounts[2 * ballot] &&
      accounts[2 * before + 1] === accounts[2 * ballot + 1] &&
      Object.is(instants[before], instants[ballot]);
    before = ballot;
    if (isSame) continue;
    view.setUint32(place, accounts[2 * ballot] ?? 0, true);
    view.setUint32(place + 4, accounts[2 * ballot + 1] ?? 0, true);
    view.setFloat64(place + 8, instants[ballot] ?? NaN, true);
    place += memberBytes;
  }
  return bytes.slice(0, place);
}

export function memberCount(members: Uint8Array): number {
  return members.length / memberBytes;
}
