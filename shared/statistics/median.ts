/** Statistics that a few extreme values do not move: what is normal must not be learnt from the anomaly itself. */

/** The middle of the values, or the mean of the two middle ones. @throws RangeError when there are no values. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('there is no median of no values');
  return (lower + upper) / 2;
}

/** Makes the median absolute deviation of normally distributed values their standard deviation. */
const normalConsistency = 1.4826;

export interface RobustSpread {
  readonly median: number;
  /** Comparable to a standard deviation; 0 where more than half of the values are equal. */
  readonly spread: number;
}

/**
 * Median and 1.4826 × median absolute deviation (Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993,
 * chapter 3).
 * @throws RangeError when there are no values.
 */
export function robustSpread(values: readonly number[]): RobustSpread {
  const middle = median(values);
  return {
    median: middle,
    spread: normalConsistency * median(values.map((value) => Math.abs(value - middle))),
  };
}
