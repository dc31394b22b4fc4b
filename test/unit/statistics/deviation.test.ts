import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInOrder, roundHalfUp, spreadInOrder } from '../../../shared/statistics/deviation.ts';
import { fraction, fromDecimal } from '../../../shared/statistics/fraction.ts';

describe('mean and standard deviation', () => {
  it('divides by n: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and deviation 2', () => {
    // squares of the differences: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; 32 / 8 = 4; √4 = 2
    expect(spreadInOrder([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, deviation: 2 });
  });

  it('is exactly the value and 0 for equal values, where a rounded sum would differ', () => {
    const values = [0.1, 0.1, 0.1];
    expect(meanInOrder(values)).not.toBe(0.1);
    expect(spreadInOrder(values)).toEqual({ mean: 0.1, deviation: 0 });
  });

  it('sums in the order given', () => {
    expect(meanInOrder([1e16, 1, -1e16])).toBe(0);
    expect(meanInOrder([1e16, -1e16, 1])).toBe(1 / 3);
  });

  it('shifts the mean and keeps the deviation when a constant is added', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (marks, shift) => {
        const before = spreadInOrder(marks);
        const after = spreadInOrder(marks.map((mark) => mark + shift));
        expect(after.mean).toBeCloseTo(before.mean + shift, 10);
        expect(after.deviation).toBeCloseTo(before.deviation, 10);
      }),
    );
  });

  it('refuses no values', () => {
    expect(() => spreadInOrder([])).toThrow(RangeError);
  });
});

describe('rounding half up to nine decimals', () => {
  it.each([
    [1 / 3, '0.333333333'],
    [2 / 3, '0.666666667'],
    [-2 / 3, '-0.666666667'],
    [2 ** -10 / 2, '0.000488281'],
    [-1e-10, '0'],
    [1e-9, '0.000000001'],
    [84.99999999999999, '85'],
    [1e22, '1e22'],
  ])('%d becomes %s', (value, text) => {
    expect(roundHalfUp(value, 9)).toEqual(fromDecimal(text));
  });

  it('takes an exact half away from zero', () => {
    // 2^-10 = 0.0009765625 ends in a 5 at the tenth decimal and is exact in binary.
    expect(roundHalfUp(2 ** -10, 9)).toEqual(fraction(976_563, 1_000_000_000));
    expect(roundHalfUp(-(2 ** -10), 9)).toEqual(fraction(-976_563, 1_000_000_000));
  });

  it('makes sums that differ only by floating-point noise equal', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(roundHalfUp(0.1 + 0.2, 9)).toEqual(roundHalfUp(0.3, 9));
  });

  it('refuses what is not finite', () => {
    expect(() => roundHalfUp(NaN, 9)).toThrow(RangeError);
    expect(() => roundHalfUp(Infinity, 9)).toThrow(RangeError);
  });
});
