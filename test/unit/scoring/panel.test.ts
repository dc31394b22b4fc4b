import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PanelRules } from '../../../shared/round/round.ts';
import { markFromThousandths } from '../../../shared/scoring/mark.ts';
import { type SubmittedScore, panelScores } from '../../../shared/scoring/panel.ts';
import { fraction } from '../../../shared/statistics/fraction.ts';
import { exampleCriterion } from '../../support/example-round.ts';

const trim = { low: 1, high: 1, atLeast: 5 };
const plain: PanelRules = { trim, severity: 'none' };
const evened: PanelRules = { trim, severity: 'z-score' };
const criteria = [exampleCriterion('innovation'), exampleCriterion('recognition', { max: 10 })];

/** Marks of candidate 1 by experts 1, 2, …: innovation and recognition, null where not marked. */
function sheets(rows: readonly (readonly [number | null, number | null])[], candidate = 1): SubmittedScore[] {
  return rows.flatMap((row, index) =>
    criteria.flatMap(({ id }, place) => {
      const points = row[place] ?? null;
      if (points === null) return [];
      return [{ expert: index + 1, candidate, criterion: id, mark: markFromThousandths(points * 1000) }];
    }),
  );
}

describe('the panel score', () => {
  it('is the mean of the totals that trimming leaves', () => {
    // Totals 100, 80, 90, 60, 70: 60 and 100 are dropped, (80 + 90 + 70) / 3 = 80.
    const scores = sheets([
      [100, 10],
      [80, 8],
      [90, 9],
      [60, 6],
      [70, 7],
    ]);
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, []).candidates;
    expect(panel?.score).toEqual(fraction(80));
    expect(panel?.totals.map(({ expert, dropped }) => [expert, dropped])).toEqual([
      [1, 'high'],
      [2, null],
      [3, null],
      [4, 'low'],
      [5, null],
    ]);
  });

  it('drops nothing once recusals leave fewer than trimming needs', () => {
    const scores = sheets([
      [100, 10],
      [80, 8],
      [90, 9],
      [60, 6],
      [71, 7.1],
    ]);
    const recusals = [{ expert: 5, candidate: 1 }];
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, recusals).candidates;
    expect(panel?.score).toEqual(fraction(330, 4));
    expect(panel?.totals).toHaveLength(4);
  });

  it('drops one of several equal lowest, by expert id', () => {
    const scores = sheets([
      [60, 6],
      [60, 6],
      [60, 6],
      [90, 9],
      [90, 9],
    ]);
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, []).candidates;
    expect(panel?.totals.map(({ dropped }) => dropped)).toEqual(['low', null, null, null, 'high']);
    expect(panel?.score).toEqual(fraction(70));
  });

  it('is null without any total', () => {
    const [panel] = panelScores({ criteria, panel: plain }, [1], sheets([[90, null]]), []).candidates;
    expect(panel).toMatchObject({ score: null, totals: [] });
  });

  it('lists the candidates in ascending order and leaves out marks of others', () => {
    const scores = [...sheets([[50, 5]], 9), ...sheets([[70, 7]], 100), ...sheets([[90, 9]], 7)];
    const { candidates } = panelScores({ criteria, panel: plain }, [100, 9], scores, []);
    expect(candidates.map(({ candidate, score }) => [candidate, score])).toEqual([
      [9, fraction(50)],
      [100, fraction(70)],
    ]);
  });
});

describe('a criterion’s own panel score', () => {
  it('is the trimmed mean of that criterion’s marks, in its points', () => {
    const scores = sheets([
      [100, 1],
      [80, 9],
      [90, 8],
      [60, 7],
      [70, 10],
    ]);
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, []).candidates;
    expect(panel?.criteria).toEqual([
      { criterion: 'innovation', score: fraction(80), marks: 5, dropped: 2 },
      { criterion: 'recognition', score: fraction(8), marks: 5, dropped: 2 },
    ]);
  });

  it('counts the marks of a pair that has no total', () => {
    const scores = sheets([
      [80, 8],
      [60, null],
    ]);
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, []).candidates;
    expect(panel?.criteria).toEqual([
      { criterion: 'innovation', score: fraction(70), marks: 2, dropped: 0 },
      { criterion: 'recognition', score: fraction(8), marks: 1, dropped: 0 },
    ]);
  });

  it('leaves out recused pairs', () => {
    const scores = sheets([
      [80, 8],
      [60, 6],
    ]);
    const [panel] = panelScores({ criteria, panel: plain }, [1], scores, [
      { expert: 2, candidate: 1 },
    ]).candidates;
    expect(panel?.criteria.map(({ score }) => score)).toEqual([fraction(80), fraction(8)]);
  });

  it('is not re-based by severity', () => {
    const scores = [...sheets([[80, 8]], 1), ...sheets([[60, 6]], 2)];
    const { candidates } = panelScores({ criteria, panel: evened }, [1, 2], scores, []);
    expect(candidates[0]?.criteria.map(({ score }) => score)).toEqual([fraction(80), fraction(8)]);
  });
});

describe('the panel score with severity', () => {
  it('is the mean of the re-based totals, rounded to nine decimals', () => {
    // Expert 1: 60 and 80; expert 2: 80 and 84: every z is ±1, the panel has mean 76 and deviation √88 = 9.38083151964…
    const scores = [
      ...sheets([
        [60, 6],
        [80, 8],
      ]),
      ...sheets(
        [
          [80, 8],
          [84, 8.4],
        ],
        2,
      ),
    ];
    const result = panelScores({ criteria, panel: evened }, [1, 2], scores, []);
    expect(result.candidates.map(({ score }) => score)).toEqual([
      fraction(66_619_168_480n, 10n ** 9n),
      fraction(85_380_831_520n, 10n ** 9n),
    ]);
    expect(result.severity?.panel.mean).toBe(76);
  });

  it('trims the re-based totals, not the totals as marked', () => {
    // Expert 1 is severe and marks 30 where his mean is 20; as marked that is the lowest total of candidate 1, re-based it
    // is the highest.
    const own = [30, 60, 62, 64, 66];
    const other = [10, 70, 70, 70, 70];
    const scores = [
      ...sheets(own.map((points) => [points, points / 10])),
      ...sheets(
        other.map((points) => [points, points / 10]),
        2,
      ),
    ];
    const plainPanel = panelScores({ criteria, panel: plain }, [1, 2], scores, []).candidates[0];
    const evenedPanel = panelScores({ criteria, panel: evened }, [1, 2], scores, []).candidates[0];
    expect(plainPanel?.totals[0]?.dropped).toBe('low');
    expect(evenedPanel?.totals.map(({ dropped }) => dropped)).toEqual(['high', 'low', null, null, null]);
  });
});

describe('whatever the marks', () => {
  const marks = fc.array(
    fc.record({
      expert: fc.integer({ min: 1, max: 6 }),
      candidate: fc.integer({ min: 1, max: 5 }),
      criterion: fc.constantFrom('innovation', 'recognition'),
      mark: fc.integer({ min: 0, max: 20 }).map((halves) => markFromThousandths(halves * 500)),
    }),
    { maxLength: 60 },
  );
  const unique = marks.map((all) => [
    ...new Map(all.map((each) => [`${each.expert} ${each.candidate} ${each.criterion}`, each])).values(),
  ]);

  it('their order, and that of the candidates, changes nothing', () => {
    const shuffled = unique.chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.shuffledSubarray(scores, { minLength: scores.length }),
        fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }),
        fc.constantFrom(plain, evened),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([scores, other, candidates, panel]) => {
        expect(panelScores({ criteria, panel }, candidates, other, [])).toEqual(
          panelScores({ criteria, panel }, [1, 2, 3, 4, 5], scores, []),
        );
      }),
    );
  });

  it('adding points to every mark of a criterion shifts the panel scores by what those points are worth', () => {
    fc.assert(
      fc.property(unique, fc.integer({ min: 1, max: 10 }), (scores, points) => {
        const shifted = scores.map((score) =>
          score.criterion === 'innovation'
            ? { ...score, mark: markFromThousandths(score.mark + points * 1000) }
            : score,
        );
        const before = panelScores({ criteria, panel: plain }, [1, 2, 3, 4, 5], scores, []).candidates;
        const after = panelScores({ criteria, panel: plain }, [1, 2, 3, 4, 5], shifted, []).candidates;
        after.forEach(({ score }, index) => {
          const earlier = before[index]?.score ?? null;
          // Two criteria of equal weight: a point of innovation, of 100, is half a point of the total.
          const expected =
            earlier === null
              ? null
              : fraction(
                  earlier.numerator * 2n + BigInt(points) * earlier.denominator,
                  earlier.denominator * 2n,
                );
          expect(score).toEqual(expected);
        });
      }),
    );
  });
});
