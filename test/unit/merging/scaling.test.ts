import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scale } from '../../../shared/merging/scaling.ts';
import { panelScales } from '../../../shared/round/round.ts';
import {
  type Fraction,
  add,
  compare,
  fraction,
  fromDecimal,
  multiply,
  sum,
} from '../../../shared/statistics/fraction.ts';

const whole = (...values: number[]): Fraction[] => values.map((value) => fraction(value));

describe('the scalings', () => {
  it('points: as they are', () => {
    expect(scale(whole(80, 85, 70), 'points')).toEqual(whole(80, 85, 70));
  });

  it('share-of-max: 100 × x / max', () => {
    expect(scale(whole(10, 30, 0), 'share-of-max')).toEqual([fraction(100, 3), fraction(100), fraction(0)]);
  });

  it('share-of-total: 100 × x / Σ', () => {
    expect(scale(whole(1, 2, 4), 'share-of-total')).toEqual([
      fraction(100, 7),
      fraction(200, 7),
      fraction(400, 7),
    ]);
  });

  it('min-max: 100 × (x − min) / (max − min)', () => {
    expect(scale(whole(70, 85, 75), 'min-max')).toEqual([fraction(0), fraction(100), fraction(100, 3)]);
  });

  it('z-score: 50 + 10 z, rounded half up to nine decimals', () => {
    // Mean 5, deviation 2 (see the statistics tests): z of 2 is −1.5, of 9 is 2.
    expect(scale(whole(2, 4, 4, 4, 5, 5, 7, 9), 'z-score')).toEqual(whole(35, 45, 45, 45, 50, 50, 60, 70));
    // 1, 2, 3: deviation √(2/3), z = √1.5 = 1.2247448713915…
    expect(scale(whole(1, 2, 3), 'z-score')).toEqual([
      fromDecimal('37.752551286'),
      fraction(50),
      fromDecimal('62.247448714'),
    ]);
  });

  it('rank: 100 × (n − rank) / (n − 1), tied ranks averaged', () => {
    // 9 is 1st, the two 7 share places 2 and 3 (2.5), 3 is 4th, 1 is 5th of n = 5
    expect(scale(whole(7, 9, 1, 7, 3), 'rank')).toEqual([
      fraction(125, 2),
      fraction(100),
      fraction(0),
      fraction(125, 2),
      fraction(25),
    ]);
  });
});

describe('where the divisor is zero', () => {
  it.each([
    ['share-of-max', whole(0, 0), 0],
    ['share-of-total', whole(0, 0), 0],
    ['min-max', whole(7, 7, 7), 0],
    ['min-max', whole(7), 0],
    ['rank', whole(7), 100],
    ['z-score', whole(7, 7, 7), 50],
    ['z-score', whole(7), 50],
    ['z-score', [fraction(1, 3), fraction(1, 3), fraction(1, 3)], 50],
  ] as const)('%s of %o gives %i', (name, values, expected) => {
    expect(scale(values, name)).toEqual(values.map(() => fraction(expected)));
  });

  it('gives all equal values the middle rank', () => {
    expect(scale(whole(7, 7, 7), 'rank')).toEqual(whole(50, 50, 50));
  });

  it('gives nothing for nothing', () => {
    for (const name of panelScales) expect(scale([], name)).toEqual([]);
  });
});

describe('every scaling', () => {
  const values = fc
    .array(fc.tuple(fc.nat(300), fc.constantFrom(1, 3, 7)), { minLength: 1, maxLength: 12 })
    .map((pairs) => pairs.map(([numerator, denominator]) => fraction(numerator, denominator)));
  const names = fc.constantFrom(...panelScales);

  it('keeps the order, and keeps exact ties exact', () => {
    fc.assert(
      fc.property(values, names, (given, name) => {
        const allZero = given.every((value) => value.numerator === 0n);
        const scaled = scale(given, name);
        given.forEach((first, i) =>
          given.forEach((second, j) => {
            const before = compare(first, second);
            const after = compare(scaled[i] ?? first, scaled[j] ?? second);
            expect(after).toBe(allZero ? 0 : before);
          }),
        );
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(values, names, (given, name) => {
        fc.pre(name !== 'z-score');
        expect(scale(given.toReversed(), name)).toEqual(scale(given, name).toReversed());
      }),
    );
  });

  it('that measures distances is not moved by adding a constant; shares are not by multiplying', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (given, constant) => {
        const shifted = given.map((value) => add(value, fraction(constant)));
        const multiplied = given.map((value) => multiply(value, fraction(constant, 3)));
        for (const name of ['min-max', 'rank'] as const)
          expect(scale(shifted, name)).toEqual(scale(given, name));
        for (const name of ['share-of-max', 'share-of-total', 'min-max', 'rank'] as const)
          expect(scale(multiplied, name)).toEqual(scale(given, name));
      }),
    );
  });

  it('share-of-total adds up to 100 exactly', () => {
    fc.assert(
      fc.property(values, (given) => {
        fc.pre(given.some((value) => value.numerator > 0n));
        expect(sum(scale(given, 'share-of-total'))).toEqual(fraction(100));
      }),
    );
  });
});
