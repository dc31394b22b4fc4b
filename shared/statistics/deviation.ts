import { type Fraction, fraction } from './fraction.ts';

/**
 * Floating-point statistics, needed only where a square root makes exact arithmetic impossible: z-scores. Sums run in the
 * order given, so that the caller fixes the order (candidate, then expert id) and with it every last bit.
 */

export interface Spread {
  readonly mean: number;
  /** Standard deviation of the whole population: divided by n, not n − 1. 0 or more. */
  readonly deviation: number;
}

/** Sum in the given order divided by the number of values. */
export function meanInOrder(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Mean and standard deviation (÷ n). Values that are all equal have exactly that mean and the deviation 0: the rounding of
 * a sum must not invent a deviation of 1e-14, which would turn into z-scores of ±1.
 * @throws RangeError when there are no values.
 */
export function spreadInOrder(values: readonly number[]): Spread {
  const [first] = values;
  if (first === undefined) throw new RangeError('there is no mean of no values');
  if (values.every((value) => value === first)) return { mean: first, deviation: 0 };
  const mean = meanInOrder(values);
  const variance = meanInOrder(values.map((value) => (value - mean) * (value - mean)));
  return { mean, deviation: Math.sqrt(variance) };
}

/** Decimals to which results of z-scores are rounded before any comparison (DESIGN.md section 3). */
export const comparedPlaces = 9;

/**
 * A floating-point result as an exact number with `places` decimals (0 to 100), rounded half up: to the nearest, and a half
 * away from zero. It is the number's exact binary value that is rounded, so the result is the same on every machine.
 * @throws RangeError when the number is not finite.
 */
export function roundHalfUp(value: number, places: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // From 1e21 on `toFixed` would write an exponent; such numbers are whole anyway.
  if (Math.abs(value) >= 1e21) return fraction(BigInt(value));
  return fraction(BigInt(value.toFixed(places).replace('.', '')), 10n ** BigInt(places));
}
