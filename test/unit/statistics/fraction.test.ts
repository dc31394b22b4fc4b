import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fraction,
  add,
  ascendingOrder,
  compare,
  divide,
  fraction,
  fromDecimal,
  isZero,
  mean,
  multiply,
  one,
  subtract,
  sum,
  toDecimal,
  toNumber,
  zero,
} from '../../../shared/statistics/fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 24n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe('fraction', () => {
  it('is reduced, with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fraction(10n ** 30n, 10n ** 29n * 4n)).toEqual({ numerator: 5n, denominator: 2n });
  });

  it('refuses a denominator of 0 and parts that are not whole', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5, 1)).toThrow(RangeError);
  });

  it('divides by anything but 0', () => {
    expect(divide(fraction(1, 3), fraction(-2, 5))).toEqual(fraction(-5, 6));
    expect(() => divide(one, zero)).toThrow(RangeError);
  });
});

describe('fromDecimal', () => {
  it.each<[number | string, Fraction]>([
    [0.1, fraction(1, 10)],
    [87.5, fraction(175, 2)],
    ['87.500', fraction(175, 2)],
    [-0.25, fraction(-1, 4)],
    ['.5', fraction(1, 2)],
    ['5.', fraction(5)],
    [1e-7, fraction(1, 10_000_000)],
    [1.5e21, fraction(15n * 10n ** 20n)],
    ['2.5E+3', fraction(2500)],
    [-0, zero],
  ])('reads %s exactly', (value, expected) => {
    expect(fromDecimal(value)).toEqual(expected);
  });

  it.each([NaN, Infinity, '', '.', 'e5', '1,5', '1 2', '0x10', '１', '1e99999', '9'.repeat(2000)])(
    'refuses %s',
    (value) => {
      expect(() => fromDecimal(value)).toThrow(RangeError);
    },
  );

  it('gives back every number it reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(fromDecimal(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('makes three thirds one, and 0.1 + 0.2 is 0.3', () => {
    const third = fraction(1, 3);
    expect(sum([third, third, third])).toEqual(one);
    expect(add(fromDecimal(0.1), fromDecimal(0.2))).toEqual(fromDecimal(0.3));
  });

  it('keeps the laws of addition, multiplication and their inverses', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it('orders by value: the sign of the difference', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const { numerator } = subtract(a, b);
        expect(compare(a, b)).toBe(numerator === 0n ? 0 : numerator < 0n ? -1 : 1);
        expect(compare(b, a)).toBe(numerator === 0n ? 0 : numerator < 0n ? 1 : -1);
      }),
    );
  });

  it('sums and averages as adding one by one does, in any order', () => {
    fc.assert(
      fc.property(fc.array(fractions, { minLength: 1, maxLength: 8 }), (values) => {
        const total = values.reduce(add, zero);
        expect(sum(values)).toEqual(total);
        expect(sum(values.toReversed())).toEqual(total);
        expect(mean(values)).toEqual(divide(total, fraction(values.length)));
      }),
    );
    expect(sum([])).toEqual(zero);
    expect(() => mean([])).toThrow(RangeError);
  });
});

describe('ascendingOrder', () => {
  it('tells values apart that are the same floating-point number', () => {
    const nearThird = add(fraction(1, 3), fraction(1n, 10n ** 40n));
    expect(toNumber(nearThird)).toBe(toNumber(fraction(1, 3)));
    expect(ascendingOrder([nearThird, fraction(1, 3), zero])).toEqual([2, 1, 0]);
  });

  it('keeps equal values in the order given', () => {
    expect(ascendingOrder([one, zero, one, zero])).toEqual([1, 3, 0, 2]);
  });

  it('is the order of exact comparison', () => {
    fc.assert(
      fc.property(fc.array(fractions), (values) => {
        const ordered = ascendingOrder(values).map((index) => values[index] ?? zero);
        for (const [index, value] of ordered.entries())
          if (index > 0) expect(compare(ordered[index - 1] ?? zero, value)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('toDecimal', () => {
  it.each<[Fraction, number, string]>([
    [fraction(85), 6, '85.000000'],
    [fraction(2, 3), 6, '0.666667'],
    [fraction(1, 3), 6, '0.333333'],
    [fraction(5, 10_000_000), 6, '0.000001'],
    [fraction(49, 100_000_000), 6, '0.000000'],
    [fraction(-5, 10_000_000), 6, '-0.000001'],
    [fraction(-4, 10_000_000), 6, '0.000000'],
    [fraction(-241, 3), 2, '-80.33'],
    [fraction(5, 2), 0, '3'],
    [fraction(-5, 2), 0, '-3'],
    [fraction(9_999_999, 10_000_000), 6, '1.000000'],
  ])('%o to %i places is %s', (value, places, text) => {
    expect(toDecimal(value, places)).toBe(text);
  });

  it('is never further than half of its last place from the value', () => {
    fc.assert(
      fc.property(fractions, (value) => {
        const error = subtract(value, fromDecimal(toDecimal(value, 6)));
        const size = error.numerator < 0n ? multiply(error, fraction(-1)) : error;
        expect(compare(size, fraction(1, 2_000_000))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('toNumber', () => {
  it('rounds parts of any size to the nearest number', () => {
    const huge = 10n ** 400n;
    expect(toNumber(fraction(huge, huge * 3n))).toBe(1 / 3);
    expect(toNumber(fraction(-huge * 7n - 1n, huge * 2n))).toBe(-3.5);
    expect(toNumber(fraction(2n ** 53n + 1n, 1n))).toBe(2 ** 53);
    expect(toNumber(fraction((2n ** 53n + 1n) * huge + 1n, huge))).toBe(2 ** 53 + 2);
  });

  it('never gives Infinity or NaN, and 0 for what is too small', () => {
    expect(toNumber(fraction(10n ** 400n))).toBe(Number.MAX_VALUE);
    expect(toNumber(fraction(-(10n ** 400n)))).toBe(-Number.MAX_VALUE);
    expect(toNumber(fraction(1n, 10n ** 400n))).toBe(0);
    expect(toNumber(fromDecimal(Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  });
});
