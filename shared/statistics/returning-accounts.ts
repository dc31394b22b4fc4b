import { groupKeys } from './key-groups.ts';

export interface DayVoters {
  /** Accounts whose first ballot is of this day. */
  newAccounts: number;
  /** Accounts that voted on an earlier day, too. */
  returningAccounts: number;
}

/**
 * New against returning accounts per day. An account counts once a day, however many ballots it has that day.
 * @param accounts two entries a ballot: the low and the high 32 bits
 * @param days of each ballot, counted from any first day
 */
export function newAndReturning(accounts: Uint32Array, days: Float64Array): ReadonlyMap<number, DayVoters> {
  const { groups, groupOf } = groupKeys(accounts);
  const firstDays = new Float64Array(groups).fill(Infinity);
  let earliest = Infinity;
  let latest = -Infinity;
  for (const [ballot, day] of days.entries()) {
    const account = groupOf[ballot] ?? 0;
    firstDays[account] = Math.min(firstDays[account] ?? Infinity, day);
    earliest = Math.min(earliest, day);
    latest = Math.max(latest, day);
  }
  // An account's days in one number each, so that equal ones stand together once sorted.
  const span = latest - earliest + 1;
  const pairs = days.map((day, ballot) => (groupOf[ballot] ?? 0) * span + (day - earliest)).sort();
  const voters = new Map<number, DayVoters>();
  for (const [place, pair] of pairs.entries()) {
    if (place > 0 && pairs[place - 1] === pair) continue;
    const account = Math.floor(pair / span);
    const day = pair - account * span + earliest;
    const known = voters.get(day) ?? { newAccounts: 0, returningAccounts: 0 };
    voters.set(day, known);
    if (firstDays[account] === day) known.newAccounts += 1;
    else known.returningAccounts += 1;
  }
  return voters;
}
