import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebaseTotals } from '../../../shared/scoring/severity.ts';
import type { ExpertTotal } from '../../../shared/scoring/total.ts';
import { fraction } from '../../../shared/statistics/fraction.ts';

/** Rows of totals by expert; candidates numbered from 1. In the order of candidate, then expert. */
function totalsOf(byExpert: readonly (readonly number[])[]): ExpertTotal[] {
  const candidates = byExpert[0]?.length ?? 0;
  return Array.from({ length: candidates }, (_, index) =>
    byExpert.map((totals, expert) => ({
      expert: expert + 1,
      candidate: index + 1,
      total: fraction(totals[index] ?? 0),
    })),
  ).flat();
}

describe('severity by z-score', () => {
  it('re-bases each total on its expert and puts the panel back', () => {
    // Expert 1: 60, 80 (mean 70, deviation 10); expert 2: 80, 84 (mean 82, deviation 2).
    // All four: mean 76, squares 256 + 16 + 16 + 64 = 352, deviation √88. Every z is −1 or +1.
    const rebased = rebaseTotals(
      totalsOf([
        [60, 80],
        [80, 84],
      ]),
    );
    expect(rebased?.panel).toEqual({ mean: 76, deviation: Math.sqrt(88) });
    expect(rebased?.experts.get(1)).toEqual({ mean: 70, deviation: 10 });
    expect(rebased?.experts.get(2)).toEqual({ mean: 82, deviation: 2 });
    const low = 76 - Math.sqrt(88);
    const high = 76 + Math.sqrt(88);
    expect(rebased?.totals).toEqual([low, low, high, high]);
  });

  it('gives an expert without any deviation the panel’s mean everywhere', () => {
    const third = fraction(241, 3);
    const totals = [1, 2, 3].map((candidate) => ({ expert: 1, candidate, total: third }));
    const other = [{ expert: 2, candidate: 3, total: fraction(10) }];
    const rebased = rebaseTotals([...totals, ...other]);
    expect(new Set(rebased?.totals)).toEqual(new Set([rebased?.panel.mean]));
  });

  it('has nothing to re-base where there are no totals', () => {
    expect(rebaseTotals([])).toBeNull();
  });

  it('takes a constant that one expert adds everywhere out again', () => {
    const sheet = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(sheet, sheet, fc.integer({ min: 1, max: 40 }), (first, second, shift) => {
        const before = rebaseTotals(totalsOf([first, second]));
        const after = rebaseTotals(totalsOf([first, second.map((total) => total + shift)]));
        if (before === null || after === null) throw new Error('no totals');
        const standing = (rebased: typeof before): number[] =>
          rebased.totals.map((total) => (total - rebased.panel.mean) / (rebased.panel.deviation || 1));
        const same = standing(before);
        // With two flat sheets the panel has a deviation only after the shift, and every total is its mean.
        standing(after).forEach((value, index) => {
          expect(value).toBeCloseTo(same[index] ?? NaN, 9);
        });
      }),
    );
  });
});
