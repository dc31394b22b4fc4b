import { type Spread, spreadInOrder } from '../statistics/deviation.ts';
import { toNumber } from '../statistics/fraction.ts';
import type { ExpertTotal } from './total.ts';

/** What re-basing by z-score found and made. */
export interface RebasedTotals {
  /** Mean and deviation of all totals together. */
  readonly panel: Spread;
  /** Mean and deviation of each expert's totals, by expert id. */
  readonly experts: ReadonlyMap<number, Spread>;
  /** The new totals, in the order of the totals given: near 0 to 100, but not confined to it. */
  readonly totals: readonly number[];
}

/**
 * Evens out how severe the experts are: from each total the expert's mean is subtracted, the rest divided by the expert's
 * standard deviation, then the panel's deviation and mean are put back (DESIGN.md section 3; z-scores, deviations divided
 * by n). An expert whose totals are all equal gets the panel's mean everywhere.
 *
 * The sums run in the order of candidate, then expert id.
 *
 * @param totals in the order of candidate, then expert id, as `expertTotals` gives them
 * @returns null when there are no totals.
 */
export function rebaseTotals(totals: readonly ExpertTotal[]): RebasedTotals | null {
  if (totals.length === 0) return null;
  const values = totals.map(({ total }) => toNumber(total));
  const panel = spreadInOrder(values);
  const valuesByExpert = new Map<number, number[]>();
  totals.forEach(({ expert }, index) => {
    const ofExpert = valuesByExpert.get(expert) ?? [];
    valuesByExpert.set(expert, ofExpert);
    ofExpert.push(values[index] ?? NaN);
  });
  const experts = new Map(
    [...valuesByExpert]
      .sort(([first], [second]) => first - second)
      .map(([expert, ofExpert]) => [expert, spreadInOrder(ofExpert)] as const),
  );
  const rebased = totals.map(({ expert }, index) => {
    const own = experts.get(expert);
    if (own === undefined || own.deviation === 0) return panel.mean;
    return (((values[index] ?? NaN) - own.mean) / own.deviation) * panel.deviation + panel.mean;
  });
  return { panel, experts, totals: rebased };
}
