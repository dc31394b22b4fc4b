import { median } from '../../statistics/median.ts';
import { hourOfMinute, hourText } from './clock.ts';
import type { CountedBallots } from './counted-ballots.ts';
import { shortFigure, type FoundGroup } from './evidence.ts';
import { groupKeys } from '../../statistics/key-groups.ts';
import type { FlagThresholds } from './thresholds.ts';

/** The ballots of one address in one hour. */
interface AddressHour {
  readonly hour: number;
  readonly members: number[];
  accounts: number;
}

/** Hexadecimal start of a keyed hash: enough to tell addresses apart, nothing to find one by. */
export function hashText(low: number, high: number): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** Median of the ballots that an address has in an hour in which it has any. */
function usualRate(addressOf: Uint32Array, known: readonly number[], minutes: Float64Array): number {
  const first = known.reduce(
    (least, ballot) => Math.min(least, hourOfMinute(minutes[ballot] ?? 0)),
    Infinity,
  );
  const hours = 1e7;
  const pairs = Float64Array.from(
    known,
    (ballot) => (addressOf[ballot] ?? 0) * hours + (hourOfMinute(minutes[ballot] ?? 0) - first),
  ).sort();
  const rates: number[] = [];
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    while (to < pairs.length && pairs[to] === pairs[from]) to += 1;
    rates.push(to - from);
  }
  return median(rates);
}

function hoursOf(members: readonly number[], minutes: Float64Array, accountOf: Uint32Array): AddressHour[] {
  const byHour = Map.groupBy(members, (ballot) => hourOfMinute(minutes[ballot] ?? 0));
  return [...byHour]
    .sort(([left], [right]) => left - right)
    .map(([hour, list]) => ({
      hour,
      members: list,
      accounts: new Set(list.map((ballot) => accountOf[ballot])).size,
    }));
}

/**
 * Network addresses from which very many accounts vote within an hour: at least `thresholds.accounts`, and at least
 * `thresholds.timesUsual` times the ballots that an address usually has in an hour. A flag holds the ballots of all such hours
 * of one address. Nothing where no source has addresses.
 * @param minutes of each ballot (`clockMinutes`)
 * @param accountOf a number for each ballot's account
 */
export function findAddressRates(
  { addresses, count }: CountedBallots,
  minutes: Float64Array,
  accountOf: Uint32Array,
  thresholds: FlagThresholds['address'],
): FoundGroup[] {
  if (addresses === null) return [];
  const known = Array.from({ length: count }, (_, ballot) => ballot).filter(
    (ballot) =>
      !Number.isNaN(minutes[ballot]) &&
      ((addresses[2 * ballot] ?? 0) | (addresses[2 * ballot + 1] ?? 0)) !== 0,
  );
  const { groupOf, sizes } = groupKeys(addresses);
  const busy = Map.groupBy(
    known.filter((ballot) => (sizes[groupOf[ballot] ?? 0] ?? 0) >= thresholds.accounts),
    (ballot) => groupOf[ballot] ?? 0,
  );
  if (busy.size === 0) return [];
  const usual = usualRate(groupOf, known, minutes);
  const least = Math.max(thresholds.accounts, thresholds.timesUsual * usual);
  return [...busy.values()].flatMap((ballots): FoundGroup[] => {
    const hours = hoursOf(ballots, minutes, accountOf).filter(({ accounts }) => accounts >= least);
    const [first] = hours;
    const last = hours.at(-1);
    const [one] = ballots;
    if (first === undefined || last === undefined || one === undefined) return [];
    const peak = hours.reduce((best, each) => (each.accounts > best.accounts ? each : best));
    const members = hours.flatMap((each) => each.members);
    const hash = hashText(addresses[2 * one] ?? 0, addresses[2 * one + 1] ?? 0);
    return [
      {
        id: `address:${hash}`,
        evidence: {
          kind: 'address',
          address: hash.slice(0, 8),
          from: hourText(first.hour),
          to: hourText(last.hour),
          hours: hours.length,
          ballots: members.length,
          accounts: new Set(members.map((ballot) => accountOf[ballot])).size,
          peakAt: hourText(peak.hour),
          peak: peak.accounts,
          usual: shortFigure(usual),
        },
        members,
      },
    ];
  });
}
