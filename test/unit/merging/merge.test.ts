import { describe, expect, it } from 'vitest';
import { mergeDetailSchema } from '../../../shared/merging/detail.ts';
import { merge, mergeInDetail } from '../../../shared/merging/merge.ts';
import { mergeReportSchema } from '../../../shared/merging/report.ts';
import { exampleMerge } from '../../support/example-merge.ts';
import { type ExampleRules, exampleCriterion } from '../../support/example-round.ts';

describe('the merge report', () => {
  it('has exactly the shape of merge --json', () => {
    // Panel 85 and 70; votes 3 of at most 4 are 75; combined (85 + 75) / 2 = 80 and (70 + 100) / 2 = 85.
    const input = exampleMerge({ finalists: 1 }, { 1: [[80, 90], 3], 2: [[70], 4] });
    const report = merge(input);
    expect(report).toEqual({
      rules: {
        criteria: input.round.criteria,
        panel: input.round.panel,
        merge: input.round.merge,
        counts: input.round.counts,
      },
      ranking: [
        {
          rank: 1,
          candidate: 2,
          title: '项目2',
          finalist: true,
          panel: '70.000000',
          votes: 4,
          public: '100.000000',
          combined: '85.000000',
          scores: 1,
          dropped: 0,
          tie: null,
        },
        {
          rank: 2,
          candidate: 1,
          title: '项目1',
          finalist: false,
          panel: '85.000000',
          votes: 3,
          public: '75.000000',
          combined: '80.000000',
          scores: 2,
          dropped: 0,
          tie: null,
        },
      ],
      cut: { places: 1, margin: '5.000000', open: [] },
    });
    expect(mergeReportSchema.parse(report)).toEqual(report);
    expect(Object.keys(report.ranking[0] ?? {})).toEqual([
      'rank',
      'candidate',
      'title',
      'finalist',
      'panel',
      'votes',
      'public',
      'combined',
      'scores',
      'dropped',
      'tie',
    ]);
  });

  it('gives the panel score before scaling and the votes after it', () => {
    const rules: ExampleRules = { merge: { panelScale: 'min-max', publicScale: 'share-of-total' } };
    const { ranking } = merge(exampleMerge(rules, { 1: [[80], 1], 2: [[70], 3] }));
    expect(ranking.map(({ panel, public: votes, combined }) => [panel, votes, combined])).toEqual([
      ['80.000000', '25.000000', '62.500000'],
      ['70.000000', '75.000000', '37.500000'],
    ]);
  });

  it('weighs the panel and the public by the round', () => {
    const rules: ExampleRules = { merge: { expertWeight: 0.1, publicWeight: 0.2 } };
    const { ranking } = merge(exampleMerge(rules, { 1: [[70], 1], 2: [[40], 2] }));
    // (70 + 2 × 50) / 3 and (40 + 2 × 100) / 3
    expect(ranking.map(({ candidate, combined }) => [candidate, combined])).toEqual([
      [2, '80.000000'],
      [1, '56.666667'],
    ]);
  });

  it('leaves the public out where its weight is 0', () => {
    const rules: ExampleRules = { merge: { expertWeight: 1, publicWeight: 0 } };
    const { ranking } = merge(exampleMerge(rules, { 1: [[70], 0], 2: [[60], 9] }));
    expect(ranking.map(({ candidate, combined }) => [candidate, combined])).toEqual([
      [1, '70.000000'],
      [2, '60.000000'],
    ]);
  });
});

describe('a candidate without any total', () => {
  it('stands last, unranked, with its votes, and takes no part in scaling', () => {
    const input = exampleMerge(
      { finalists: 1 },
      { 3: [[80], 2], 7: [[null], 100], 5: [[null], 0], 4: [[60], 1] },
    );
    const { ranking, cut } = merge(input);
    expect(ranking.map(({ candidate }) => candidate)).toEqual([3, 4, 5, 7]);
    expect(ranking[0]).toMatchObject({ public: '100.000000', combined: '90.000000' });
    expect(ranking[3]).toEqual({
      rank: null,
      candidate: 7,
      title: '项目7',
      finalist: false,
      panel: null,
      votes: 100,
      public: null,
      combined: null,
      scores: 0,
      dropped: 0,
      tie: null,
    });
    expect(cut.margin).toBe('35.000000');
  });

  it('leaves nobody to rank where all are such', () => {
    const { ranking, cut } = merge(exampleMerge({}, { 2: [[null], 1], 1: [[null], 2] }));
    expect(ranking.map(({ rank, candidate, finalist }) => [rank, candidate, finalist])).toEqual([
      [null, 1, false],
      [null, 2, false],
    ]);
    expect(cut).toEqual({ places: 2, margin: null, open: [] });
  });

  it('is no first outside: there is no margin to it', () => {
    expect(merge(exampleMerge({ finalists: 1 }, { 1: [[80], 1], 2: [[null], 1] })).cut.margin).toBeNull();
  });
});

describe('the detail', () => {
  it('shows every intermediate figure, and the report is what remains without them', () => {
    const rules: ExampleRules = {
      finalists: 1,
      criteria: [exampleCriterion('innovation', { max: 10, step: 0.5 })],
      panel: { trim: { low: 1, high: 0, atLeast: 3 } },
      merge: { panelScale: 'share-of-max', tieBreak: ['expert', 'public', 'innovation'] },
    };
    const input = exampleMerge(rules, { 1: [[6, 8, 7.5], 3], 2: [[9, 9.5, null], 2] });
    const detail = mergeInDetail(input);
    expect(mergeDetailSchema.parse(detail)).toEqual(detail);
    // Panel of 1: 60 dropped, (80 + 75) / 2 = 77.5; of 2: (90 + 95) / 2 = 92.5. 77.5 / 92.5 = 31 / 37.
    expect(detail.ranking.find(({ candidate }) => candidate === 1)).toMatchObject({
      panel: '77.500000',
      panelScaled: '83.783784',
      public: '100.000000',
      combined: '91.891892',
      criteria: [{ criterion: 'innovation', score: '7.750000', marks: 3, dropped: 1 }],
      totals: [
        { expert: 1, total: '60.000000', rebased: null, dropped: 'low' },
        { expert: 2, total: '80.000000', rebased: null, dropped: null },
        { expert: 3, total: '75.000000', rebased: null, dropped: null },
      ],
      tieBreak: [
        { rule: 'expert', figure: '77.500000' },
        { rule: 'public', figure: '3' },
        { rule: 'innovation', figure: '7.750000' },
      ],
    });
    expect(detail.severity).toBeNull();
    const report = merge(input);
    expect(detail).toMatchObject(report);
    expect(mergeReportSchema.parse(report)).toEqual(report);
  });

  it('shows mean and deviation of the panel and of every expert where severity is evened out', () => {
    const rules: ExampleRules = { panel: { severity: 'z-score' } };
    const { severity, ranking } = mergeInDetail(exampleMerge(rules, { 1: [[60, 80], 0], 2: [[80, 84], 0] }));
    expect(severity).toEqual({
      panel: { mean: '76.000000', deviation: '9.380832' },
      experts: [
        { expert: 1, mean: '70.000000', deviation: '10.000000' },
        { expert: 2, mean: '82.000000', deviation: '2.000000' },
      ],
    });
    expect(ranking[0]).toMatchObject({
      candidate: 2,
      panel: '85.380832',
      totals: [{ rebased: '85.380832' }, {}],
    });
  });
});

describe('defects of the caller', () => {
  it('are refused: a candidate twice, a mark twice', () => {
    const input = exampleMerge({}, { 1: [[80], 1] });
    expect(() => merge({ ...input, candidates: [...input.candidates, ...input.candidates] })).toThrow(
      /twice/,
    );
    expect(() => merge({ ...input, scores: [...input.scores, ...input.scores] })).toThrow(/twice/);
  });
});
