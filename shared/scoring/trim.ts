import type { PanelRules } from '../round/round.ts';

/** How many are dropped at each end, and from how many on. */
export type Trim = PanelRules['trim'];

/** Which end of the sorted values one was dropped from; null for one that counts. */
export type Dropped = 'low' | 'high' | null;

/**
 * The trimmed mean's choice (DESIGN.md section 3, as at sports and talent juries): when there are at least `trim.atLeast`
 * values, the `trim.low` lowest and the `trim.high` highest do not count.
 *
 * @param count number of values before trimming
 * @returns of the values in ascending order, the place of the first that counts and the place after the last.
 */
export function countedPlaces(count: number, trim: Trim): { readonly from: number; readonly to: number } {
  return count < trim.atLeast ? { from: 0, to: count } : { from: trim.low, to: count - trim.high };
}

/**
 * Which values the trimmed mean drops. Which of several equal values is dropped never changes the mean; `ascending`
 * decides it, so that the record is the same every time.
 *
 * @param ascending the indexes of the values, from the lowest value to the highest (`ascendingOrder`)
 * @returns for each value, by index, whether and at which end it was dropped.
 */
export function chooseDropped(ascending: readonly number[], trim: Trim): readonly Dropped[] {
  const { from, to } = countedPlaces(ascending.length, trim);
  const dropped = ascending.map((): Dropped => null);
  for (const index of ascending.slice(0, from)) dropped[index] = 'low';
  for (const index of ascending.slice(to)) dropped[index] = 'high';
  return dropped;
}
