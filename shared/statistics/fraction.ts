/**
 * Exact rational arithmetic on BigInt. Ranks are decided by these alone, so that 1/3 + 1/3 + 1/3 is 1 and a tie is a tie.
 *
 * A fraction is always reduced and its denominator positive, so two fractions are equal exactly when their parts are.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Always greater than 0. */
  readonly denominator: bigint;
}

/** 0. */
export const zero: Fraction = { numerator: 0n, denominator: 1n };

/** 1. */
export const one: Fraction = { numerator: 1n, denominator: 1n };

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Greatest common divisor of two numbers that are not negative; parts small enough for it use machine numbers. */
function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let high = first;
  let low = second;
  while (low > largestSafe) [high, low] = [low, high % low];
  if (low === 0n) return high;
  let left = Number(low);
  let right = Number(high % low);
  while (right !== 0) [left, right] = [right, left % right];
  return BigInt(left);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  if (divisor === 1n) return { numerator, denominator };
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function whole(value: bigint | number): bigint {
  return typeof value === 'bigint' ? value : BigInt(value);
}

/**
 * `numerator / denominator`, reduced. Whole numbers only.
 * @throws RangeError when the denominator is 0 or a number is not whole.
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const above = whole(numerator);
  const below = whole(denominator);
  if (below === 0n) throw new RangeError('a fraction cannot have the denominator 0');
  return below < 0n ? reduced(-above, -below) : reduced(above, below);
}

const decimalText = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Longer texts are no number that a person or a round file would hold; the bound keeps hostile input cheap. */
const longestDecimal = 1_000;

/**
 * The number that a decimal text means, exactly: `'87.5'` is 175/2 and `0.1` is 1/10, not the binary number next to it.
 * A number is read through its shortest decimal text, exponent form included (`1e-7`).
 * @throws RangeError for what is not a finite decimal number.
 */
export function fromDecimal(value: number | string): Fraction {
  const text = String(value);
  const parts = text.length > longestDecimal ? null : decimalText.exec(text);
  const [, sign, integer = '', decimals = '', exponent = '0'] = parts ?? [];
  const digits = integer + decimals;
  if (parts === null || digits === '') throw new RangeError(`not a decimal number: ${text.slice(0, 60)}`);
  const numerator = BigInt(sign === '-' ? `-${digits}` : digits);
  const places = decimals.length - Number(exponent);
  return places > 0
    ? reduced(numerator, 10n ** BigInt(places))
    : { numerator: numerator * 10n ** BigInt(-places), denominator: 1n };
}

/** `first + second`. */
export function add(first: Fraction, second: Fraction): Fraction {
  if (first.denominator === second.denominator)
    return reduced(first.numerator + second.numerator, first.denominator);
  return reduced(
    first.numerator * second.denominator + second.numerator * first.denominator,
    first.denominator * second.denominator,
  );
}

/** `first − second`. */
export function subtract(first: Fraction, second: Fraction): Fraction {
  return add(first, { numerator: -second.numerator, denominator: second.denominator });
}

/** `first × second`. */
export function multiply(first: Fraction, second: Fraction): Fraction {
  return reduced(first.numerator * second.numerator, first.denominator * second.denominator);
}

/**
 * `first ÷ second`.
 * @throws RangeError when `second` is 0: where the rules name a value for a divisor of zero, test with `isZero` first.
 */
export function divide(first: Fraction, second: Fraction): Fraction {
  return fraction(first.numerator * second.denominator, first.denominator * second.numerator);
}

/** −1, 0 or 1 as `first` is less than, equal to or greater than `second`. */
export function compare(first: Fraction, second: Fraction): -1 | 0 | 1 {
  const left = first.numerator * second.denominator;
  const right = second.numerator * first.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether the value is 0. */
export function isZero(value: Fraction): boolean {
  return value.numerator === 0n;
}

/** The sum; 0 of nothing. Runs over a common denominator and reduces once, at the end. */
export function sum(values: readonly Fraction[]): Fraction {
  let numerator = 0n;
  let denominator = 1n;
  for (const value of values) {
    if (denominator % value.denominator !== 0n) {
      const missing = value.denominator / greatestCommonDivisor(denominator, value.denominator);
      numerator *= missing;
      denominator *= missing;
    }
    numerator += value.numerator * (denominator / value.denominator);
  }
  return reduced(numerator, denominator);
}

/**
 * The arithmetic mean.
 * @throws RangeError when there are no values.
 */
export function mean(values: readonly Fraction[]): Fraction {
  if (values.length === 0) throw new RangeError('there is no mean of no values');
  return divide(sum(values), fraction(values.length));
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/** `value × 2^exponent` in two steps, so that neither power leaves the range of a number on its own. */
function timesPowerOfTwo(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/**
 * The nearest floating-point number, for z-scores and spreadsheet cells; never used to compare. Parts of any size work:
 * what is larger than every number becomes the largest one (never `Infinity` or `NaN`), what is too small becomes 0.
 */
export function toNumber(value: Fraction): number {
  const { numerator, denominator } = value;
  const size = numerator < 0n ? -numerator : numerator;
  if (size <= largestSafe && denominator <= largestSafe) return Number(numerator) / Number(denominator);
  // Keep at least 64 bits of the quotient and a sticky bit for the rest: the conversion of the BigInt then rounds once.
  const shift = 68 - (bitLength(size) - bitLength(denominator));
  const dividend = shift > 0 ? size << BigInt(shift) : size;
  const divisor = shift > 0 ? denominator : denominator << BigInt(-shift);
  const quotient = dividend / divisor;
  const sticky = quotient * divisor === dividend ? quotient : quotient | 1n;
  const magnitude = Math.min(timesPowerOfTwo(Number(sticky), -shift), Number.MAX_VALUE);
  return numerator < 0n ? -magnitude : magnitude;
}

/**
 * The value in whole units of `10^−places`, rounded half up: to the nearest, and a half away from zero (0.5 → 1,
 * −0.5 → −1), as tables and spreadsheets round and so that a value and its negative show the same digits.
 */
function roundedUnits(value: Fraction, places: number): bigint {
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const units = (size * 2n * 10n ** BigInt(places) + value.denominator) / (value.denominator * 2n);
  return value.numerator < 0n ? -units : units;
}

/** The value as decimal text with exactly `places` decimals, rounded half up (a half away from zero): `'85.000000'`. */
export function toDecimal(value: Fraction, places: number): string {
  const units = roundedUnits(value, places);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * The indexes of the values from the lowest to the highest, equal values in the order given. Exact: rounding to the nearest
 * number never turns two values round, so that only values with the same number need the slower exact comparison.
 */
export function ascendingOrder(values: readonly Fraction[]): number[] {
  const numbers = values.map(toNumber);
  const compareAt = (first: number, second: number): number => {
    const difference = (numbers[first] ?? 0) - (numbers[second] ?? 0);
    return difference === 0 ? compare(values[first] ?? zero, values[second] ?? zero) : difference;
  };
  return values.map((_, index) => index).sort((first, second) => compareAt(first, second) || first - second);
}
