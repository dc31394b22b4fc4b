import { expect, test } from 'vitest';
import { expectedSelections } from '../../../shared/ballots/suspicion/selection-chance.ts';

test('the ballots expected of all selections of one size are the ballots of that size', () => {
  const votes = Uint32Array.from([90, 50, 20, 5, 1]);
  const expectedOf = expectedSelections(votes, 100, [0, 30, 60, 10]);
  let pairs = 0;
  for (let first = 0; first < 5; first += 1) {
    for (let second = first + 1; second < 5; second += 1) pairs += expectedOf([first, second]);
  }
  expect(pairs).toBeCloseTo(60, 9);
});

test('with equal popularity every selection of a size is as likely as another', () => {
  const expectedOf = expectedSelections(Uint32Array.from([40, 40, 40, 40]), 80, [0, 0, 80]);
  // Six pairs of four.
  expect(expectedOf([0, 1])).toBeCloseTo(80 / 6, 9);
  expect(expectedOf([2, 3])).toBeCloseTo(80 / 6, 9);
});

test('a thousand candidates of whom five hundred may be chosen are not too many', () => {
  const votes = Uint32Array.from({ length: 1000 }, (_, index) => 1 + (index % 900));
  const sizes = Array.from({ length: 501 }, (_, size) => (size === 500 ? 1000 : 0));
  const expected = expectedSelections(votes, 1000, sizes)(Array.from({ length: 500 }, (_, index) => index));
  expect(expected).toBeGreaterThanOrEqual(0);
  expect(expected).toBeLessThan(1e-50);
});
