import { describe, expect, it } from 'vitest';
import { merge, mergeInDetail } from '../../../shared/merging/merge.ts';
import { exampleScore } from '../../support/example-marks.ts';
import { exampleMerge } from '../../support/example-merge.ts';
import { type ExampleRules, exampleCriterion, exampleRound } from '../../support/example-round.ts';

describe('ties', () => {
  it('of 1/3 and 2/3 type are exact where floating point would see a difference', () => {
    // Panel 241/3, 211/3 and 181/3; votes 1, 2 and 3 of 10: each combined is 271/6. As floating-point numbers
    // the three sums differ in the last bit or not as luck will have it.
    const input = exampleMerge(
      { finalists: 1 },
      { 1: [[80, 80, 81], 1], 2: [[70, 70, 71], 2], 3: [[60, 60, 61], 3], 4: [[100, 100, 100], 10] },
    );
    const { ranking } = merge(input);
    expect(ranking.map(({ rank, candidate, combined, tie }) => [rank, candidate, combined, tie])).toEqual([
      [1, 4, '100.000000', null],
      [2, 1, '45.166667', { open: [1, 2, 3] }],
      [2, 2, '45.166667', { open: [1, 2, 3] }],
      [2, 3, '45.166667', { open: [1, 2, 3] }],
    ]);
  });

  it('are told from differences that six places do not show', () => {
    // One vote of ten million is worth 0.000005 combined; one of a hundred million 0.0000005.
    const input = exampleMerge({}, { 1: [[50], 100_000_000], 2: [[40], 1], 3: [[40], 0] });
    const { ranking } = merge(input);
    expect(ranking.map(({ rank, combined }) => [rank, combined])).toEqual([
      [1, '75.000000'],
      [2, '20.000001'],
      [3, '20.000000'],
    ]);
    const finer = merge({
      ...input,
      votes: new Map([
        [1, 1_000_000_000],
        [2, 1],
      ]),
    }).ranking;
    expect(finer.map(({ rank, combined, tie }) => [rank, combined, tie])).toEqual([
      [1, '75.000000', null],
      [2, '20.000000', null],
      [3, '20.000000', null],
    ]);
  });

  it.each([
    ['expert', [1, 2]],
    ['public', [2, 1]],
    ['innovation', [1, 2]],
  ] as const)('are broken by %s', (rule, order) => {
    // 80 and 20 of at most 40 → (80 + 50) / 2; 70 and 24 → (70 + 60) / 2: both 65.
    const rules: ExampleRules = { merge: { tieBreak: [rule] }, finalists: 1 };
    const { ranking, cut } = merge(exampleMerge(rules, { 1: [[80], 20], 2: [[70], 24], 3: [[100], 40] }));
    expect(ranking.map(({ candidate, tie }) => [candidate, tie])).toEqual([
      [3, null],
      [order[0], { brokenBy: rule }],
      [order[1], { brokenBy: rule }],
    ]);
    expect(cut).toEqual({ places: 1, margin: '35.000000', open: [] });
  });

  it('are broken by a criterion’s own panel score, trimmed like the totals', () => {
    const criteria = [exampleCriterion('innovation'), exampleCriterion('recognition')];
    const marks = (candidate: number, pairs: readonly (readonly [number, number])[]) =>
      pairs.flatMap(([innovation, recognition], index) => [
        exampleScore(index + 1, candidate, 'innovation', innovation),
        exampleScore(index + 1, candidate, 'recognition', recognition),
      ]);
    // Every total is 50. Of recognition the lowest and the highest go: 1 keeps 40 (its mean with them is 46), 2 keeps 42.
    const scores = [
      ...marks(1, [
        [90, 10],
        [60, 40],
        [12, 88],
      ]),
      ...marks(2, [
        [60, 40],
        [58, 42],
        [56, 44],
      ]),
    ];
    const round = exampleRound({
      finalists: 1,
      criteria,
      panel: { trim: { low: 1, high: 1, atLeast: 3 } },
      merge: { tieBreak: ['recognition'] },
    });
    const candidates = [
      { candidate: 1, title: '' },
      { candidate: 2, title: '' },
    ];
    const { ranking } = mergeInDetail({ round, candidates, scores, recusals: [], votes: new Map() });
    expect(ranking.map(({ candidate, tie, tieBreak }) => [candidate, tie, tieBreak])).toEqual([
      [2, { brokenBy: 'recognition' }, [{ rule: 'recognition', figure: '42.000000' }]],
      [1, { brokenBy: 'recognition' }, [{ rule: 'recognition', figure: '40.000000' }]],
    ]);
  });

  it('across the cut leave everybody in them undecided until a lot is recorded', () => {
    const input = exampleMerge(
      { finalists: 2 },
      { 1: [[90], 4], 4: [[60], 2], 2: [[60], 2], 3: [[60], 2], 5: [[10], 0] },
    );
    const open = merge(input);
    expect(open.ranking.map(({ rank, candidate, finalist }) => [rank, candidate, finalist])).toEqual([
      [1, 1, true],
      [2, 2, null],
      [2, 3, null],
      [2, 4, null],
      [5, 5, false],
    ]);
    expect(open.cut).toEqual({ places: 2, margin: '0.000000', open: [2, 3, 4] });

    const lot = new Map([
      [3, 1],
      [4, 2],
      [2, 3],
    ]);
    const drawn = merge({ ...input, lot });
    expect(
      drawn.ranking.map(({ rank, candidate, finalist, tie }) => [rank, candidate, finalist, tie]),
    ).toEqual([
      [1, 1, true, null],
      [2, 3, true, { brokenBy: 'lot' }],
      [3, 4, false, { brokenBy: 'lot' }],
      [4, 2, false, { brokenBy: 'lot' }],
      [5, 5, false, null],
    ]);
    expect(drawn.cut).toEqual({ places: 2, margin: '0.000000', open: [] });
  });
});
