import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFromThousandths } from '../../../shared/scoring/mark.ts';
import type { SubmittedScore } from '../../../shared/scoring/score.ts';
import { expertTotals, markedPairs, totalRule } from '../../../shared/scoring/total.ts';
import { compare, fraction, zero } from '../../../shared/statistics/fraction.ts';
import { exampleCriterion } from '../../support/example-round.ts';

const points = (value: number) => markFromThousandths(value * 1000);
const score = (expert: number, candidate: number, criterion: string, mark: number): SubmittedScore => ({
  expert,
  candidate,
  criterion,
  mark: points(mark),
});

describe('an expert’s total', () => {
  it('is 100 × Σ(weight × mark / max) / Σ weight', () => {
    const totalOf = totalRule([
      exampleCriterion('innovation', { weight: 60, max: 100 }),
      exampleCriterion('recognition', { weight: 40, max: 10, step: 0.5 }),
    ]);
    // 100 × (60 × 0.9 + 40 × 0.75) / 100 = 54 + 30
    expect(totalOf([points(90), points(7.5)])).toEqual(fraction(84));
  });

  it('does not ask weights to sum to 100', () => {
    const totalOf = totalRule([exampleCriterion('a', { weight: 1 }), exampleCriterion('b', { weight: 2 })]);
    // 100 × (0.5 + 2 × 0.8) / 3 = 70
    expect(totalOf([points(50), points(80)])).toEqual(fraction(70));
  });

  it('is an exact third where weights make one', () => {
    const totalOf = totalRule([exampleCriterion('a'), exampleCriterion('b'), exampleCriterion('c')]);
    expect(totalOf([points(80), points(80), points(81)])).toEqual(fraction(241, 3));
  });

  it('reads weights such as 0.1 as the decimals they are', () => {
    const totalOf = totalRule([
      exampleCriterion('a', { weight: 0.1 }),
      exampleCriterion('b', { weight: 0.2 }),
      exampleCriterion('c', { weight: 0.3 }),
    ]);
    // (1 × 60 + 2 × 60 + 3 × 90) / 6
    expect(totalOf([points(60), points(60), points(90)])).toEqual(fraction(75));
  });

  it('does not exist when a mark is absent, be its weight 0', () => {
    const totalOf = totalRule([exampleCriterion('a'), exampleCriterion('b', { weight: 0 })]);
    expect(totalOf([points(80), null])).toBeNull();
    expect(totalOf([points(80), points(0)])).toEqual(fraction(80));
  });

  it('counts a mark of 0 as a mark', () => {
    expect(totalRule([exampleCriterion('a')])([points(0)])).toEqual(zero);
  });

  it('is not changed by doubling all weights, and lies between 0 and 100', () => {
    const cell = fc.record({
      weight: fc.integer({ min: 0, max: 1000 }).map((value) => value / 10),
      max: fc.integer({ min: 1, max: 100 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        fc.pre(cells.some(({ weight }) => weight > 0));
        const criteria = cells.map(({ weight, max }, index) =>
          exampleCriterion(`c${index}`, { weight, max }),
        );
        const doubled = criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 2 }));
        const marks = cells.map(({ max, share }) => markFromThousandths(Math.round(max * share * 1000)));
        const total = totalRule(criteria)(marks) ?? fraction(-1);
        expect(totalRule(doubled)(marks)).toEqual(total);
        expect(compare(total, zero)).toBeGreaterThanOrEqual(0);
        expect(compare(total, fraction(100))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the pairs of experts and candidates', () => {
  const criteria = [exampleCriterion('a'), exampleCriterion('b')];

  it('come in the order of candidate, then expert, whatever order the marks have', () => {
    const scores = [2, 1].flatMap((expert) =>
      [10, 9].flatMap((candidate) => ['b', 'a'].map((id) => score(expert, candidate, id, 50))),
    );
    const order = markedPairs(criteria, scores, []).map(({ candidate, expert }) => [candidate, expert]);
    expect(order).toEqual([
      [9, 1],
      [9, 2],
      [10, 1],
      [10, 2],
    ]);
  });

  it('leave out recused pairs, and only those', () => {
    const scores = [1, 2].flatMap((expert) =>
      [1, 2].flatMap((candidate) => ['a', 'b'].map((id) => score(expert, candidate, id, 50))),
    );
    const recusals = [
      { expert: 1, candidate: 2 },
      { expert: 3, candidate: 1 },
    ];
    const totals = expertTotals(criteria, markedPairs(criteria, scores, recusals));
    expect(totals.map(({ candidate, expert }) => [candidate, expert])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  it('have a total only when every criterion is marked', () => {
    const scores = [score(1, 1, 'a', 90), score(2, 1, 'a', 90), score(2, 1, 'b', 70)];
    expect(expertTotals(criteria, markedPairs(criteria, scores, []))).toEqual([
      { expert: 2, candidate: 1, total: fraction(80) },
    ]);
  });

  it('take no notice of criteria that the round does not have', () => {
    const scores = [score(1, 1, 'a', 90), score(1, 1, 'b', 70), score(1, 1, 'old', 5)];
    expect(markedPairs(criteria, scores, [])[0]?.marks).toEqual([points(90), points(70)]);
  });

  it('refuse a mark that occurs twice', () => {
    const twice = [score(1, 1, 'a', 90), score(1, 1, 'a', 91)];
    expect(() => markedPairs(criteria, twice, [])).toThrow(/twice/);
  });
});
