import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextEstimate, shownSeconds, type PaceEstimate } from '../../../renderer/state/time-left.ts';

it('says nothing before there is a pace to go by', () => {
  expect(nextEstimate(null, 10_000, null)).toBeNull();
  expect(nextEstimate(null, 100, 0.5)).toBeNull();
  expect(nextEstimate(null, 10_000, 0.001)).toBeNull();
});

it('is right at a steady pace, from the first estimate to the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 600_000 }), (total) => {
      let estimate: PaceEstimate | null = null;
      for (let elapsed = 1_500; elapsed <= total; elapsed += total / 50) {
        estimate = nextEstimate(estimate, elapsed, elapsed / total);
        if (estimate !== null) expect(estimate.left).toBeCloseTo(total - elapsed, 3);
      }
      expect(estimate).not.toBeNull();
    }),
  );
});

it('does not jump with one slow moment, and never promises an end that has passed', () => {
  const steady = nextEstimate(null, 10_000, 0.5);
  // Five seconds in which nothing moved: at that pace the work would take half as long again.
  const slow = nextEstimate(steady, 15_000, 0.5);
  expect(slow?.total).toBeGreaterThan(20_000);
  expect(slow?.total).toBeLessThan(22_000);
  expect(nextEstimate(steady, 60_000, 0.99)?.left).toBeGreaterThanOrEqual(0);
});

it('shows whole seconds near the end and steps of five before', () => {
  expect([0, 900, 1_001, 19_500, 20_100, 61_000].map(shownSeconds)).toEqual([1, 1, 2, 20, 25, 65]);
});
