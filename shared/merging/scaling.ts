import type { PanelScale } from '../round/round.ts';
import { comparedPlaces, roundHalfUp, spreadInOrder } from '../statistics/deviation.ts';
import {
  type Fraction,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  subtract,
  sum,
  toNumber,
  zero,
} from '../statistics/fraction.ts';

/**
 * The scalings that bring panel scores and votes onto one scale before merging (DESIGN.md section 3). Each takes the values
 * of all candidates that have a panel score and gives the scaled values in the same order; nothing in, nothing out.
 */
type Scaling = (values: readonly Fraction[]) => readonly Fraction[];

const hundred = fraction(100);

/** `100 × part / whole`; 0 where the whole is 0. */
function share(part: Fraction, whole: Fraction): Fraction {
  return isZero(whole) ? zero : divide(multiply(hundred, part), whole);
}

function lowest(values: readonly Fraction[]): Fraction {
  return values.reduce((least, value) => (compare(value, least) < 0 ? value : least));
}

function highest(values: readonly Fraction[]): Fraction {
  return values.reduce((most, value) => (compare(value, most) > 0 ? value : most));
}

/** Each value as it is. */
const points: Scaling = (values) => values;

/** `100 × x / max`: the best has 100. All 0 where the largest is 0. */
const shareOfMax: Scaling = (values) => {
  const most = highest(values);
  return values.map((value) => share(value, most));
};

/** `100 × x / Σ`: together 100. All 0 where the sum is 0. */
const shareOfTotal: Scaling = (values) => {
  const total = sum(values);
  return values.map((value) => share(value, total));
};

/** `100 × (x − min) / (max − min)`: the best has 100, the last 0. All 0 where all are equal. */
const minMax: Scaling = (values) => {
  const least = lowest(values);
  const range = subtract(highest(values), least);
  return values.map((value) => share(subtract(value, least), range));
};

/**
 * `50 + 10 z` with `z = (x − mean) / deviation`, the deviation divided by n. All 50 where all are equal. Floating point,
 * summed in the order given (candidate number), and rounded half up to nine decimals.
 */
const zScore: Scaling = (values) => {
  const numbers = values.map(toNumber);
  const { mean, deviation } = spreadInOrder(numbers);
  return numbers.map((number) =>
    deviation === 0 ? fraction(50) : roundHalfUp(50 + 10 * ((number - mean) / deviation), comparedPlaces),
  );
};

/** `100 × (n − rank) / (n − 1)`, the ranks of equal values averaged. 100 where there is only one value. */
const rank: Scaling = (values) => {
  const count = values.length;
  if (count === 1) return [hundred];
  const descending = values
    .map((value, index) => ({ value, index }))
    .sort((first, second) => compare(second.value, first.value));
  const scaled = values.map(() => zero);
  for (let start = 0, end = 0; start < count; start = end) {
    const leader = descending[start];
    while (end < count && descending[end] !== undefined && isTied(descending[end], leader)) end++;
    // Places start + 1 to end; n − their average, over n − 1, is (2n − start − 1 − end) / (2n − 2).
    const value = fraction(100 * (2 * count - start - 1 - end), 2 * count - 2);
    for (const { index } of descending.slice(start, end)) scaled[index] = value;
  }
  return scaled;
};

function isTied(first: { readonly value: Fraction } | undefined, second: typeof first): boolean {
  return first !== undefined && second !== undefined && compare(first.value, second.value) === 0;
}

const scalings: Readonly<Record<PanelScale, Scaling>> = {
  points,
  'share-of-max': shareOfMax,
  'share-of-total': shareOfTotal,
  'min-max': minMax,
  'z-score': zScore,
  rank,
};

/**
 * The values on the scale named.
 * @param values of the candidates that have a panel score, in the order of candidate number
 */
export function scale(values: readonly Fraction[], name: PanelScale): readonly Fraction[] {
  return values.length === 0 ? [] : scalings[name](values);
}
