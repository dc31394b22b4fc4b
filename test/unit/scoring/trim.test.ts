import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDropped, countedPlaces } from '../../../shared/scoring/trim.ts';

const trim = { low: 1, high: 1, atLeast: 5 };

describe('trimming', () => {
  it('drops the lowest and the highest of five', () => {
    // values 30, 10, 50, 20, 40: ascending they are at the places 1, 3, 0, 4, 2
    expect(chooseDropped([1, 3, 0, 4, 2], trim)).toEqual([null, 'low', 'high', null, null]);
  });

  it('drops nothing of four', () => {
    expect(chooseDropped([0, 1, 2, 3], trim)).toEqual([null, null, null, null]);
  });

  it('drops as many at each end as the round says', () => {
    expect(chooseDropped([0, 1, 2, 3, 4, 5], { low: 2, high: 1, atLeast: 6 })).toEqual([
      'low',
      'low',
      null,
      null,
      null,
      'high',
    ]);
    expect(chooseDropped([0, 1, 2], { low: 0, high: 1, atLeast: 2 })).toEqual([null, null, 'high']);
  });

  it('drops low + high of them exactly from atLeast on', () => {
    const rules = fc
      .record({ low: fc.nat(4), high: fc.nat(4), more: fc.integer({ min: 1, max: 5 }) })
      .map(({ low, high, more }) => ({ low, high, atLeast: low + high + more }));
    fc.assert(
      fc.property(rules, fc.nat(30), (rule, count) => {
        const { from, to } = countedPlaces(count, rule);
        expect(count - (to - from)).toBe(count >= rule.atLeast ? rule.low + rule.high : 0);
        const dropped = chooseDropped(
          Array.from({ length: count }, (_, index) => index),
          rule,
        );
        expect(dropped.filter((each) => each !== null)).toHaveLength(count - (to - from));
      }),
    );
  });
});
