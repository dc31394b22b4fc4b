import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logBinomialTail, logPoissonTail } from '../../../shared/statistics/tail-bounds.ts';

/** P(X ≥ count), term by term. */
function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let each = 0; each < count; each += 1) {
    below += term;
    term *= mean / (each + 1);
  }
  return 1 - below;
}

function binomialTail(successes: number, trials: number, chance: number): number {
  let sum = 0;
  for (let each = successes; each <= trials; each += 1) {
    let term = 1;
    for (let step = 0; step < each; step += 1) term *= (trials - step) / (step + 1);
    sum += term * chance ** each * (1 - chance) ** (trials - each);
  }
  return sum;
}

test('a bound never says that a count is rarer than it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      (count, mean) => {
        expect(Math.exp(logPoissonTail(count, mean))).toBeGreaterThanOrEqual(
          poissonTail(count, mean) - 1e-12,
        );
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 0, max: 25 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (successes, more, chance) => {
        const trials = Math.max(1, successes + more);
        expect(Math.exp(logBinomialTail(successes, trials, chance))).toBeGreaterThanOrEqual(
          binomialTail(successes, trials, chance) - 1e-12,
        );
      },
    ),
  );
});

test('what is not above the mean is no surprise, and what cannot be is impossible', () => {
  expect(logPoissonTail(3, 3)).toBe(0);
  expect(logPoissonTail(0, 0)).toBe(0);
  expect(logPoissonTail(1, 0)).toBe(-Infinity);
  expect(logBinomialTail(5, 10, 0.5)).toBe(0);
  expect(logBinomialTail(0, 0, 0.2)).toBe(0);
  expect(logBinomialTail(1, 10, 0)).toBe(-Infinity);
  // All of ten at one half: exactly 2^-10.
  expect(logBinomialTail(10, 10, 0.5)).toBeCloseTo(-10 * Math.log(2), 12);
});
