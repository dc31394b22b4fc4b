import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeInput, merge, mergeInDetail } from '../../../shared/merging/merge.ts';
import { panelScales, publicScales, severities } from '../../../shared/round/round.ts';
import { markFromThousandths } from '../../../shared/scoring/mark.ts';
import { exampleCriterion, exampleRound } from '../../support/example-round.ts';

const numbers = [2, 3, 5, 8, 13, 21];
const criterionIds = ['innovation', 'recognition'] as const;

/** Few different marks and votes, so that ties are frequent. */
const scores = fc
  .array(
    fc.record({
      expert: fc.integer({ min: 1, max: 6 }),
      candidate: fc.constantFrom(...numbers),
      criterion: fc.constantFrom(...criterionIds),
      mark: fc.constantFrom(50, 60, 60.5, 90).map((points) => markFromThousandths(points * 1000)),
    }),
    { minLength: 20, maxLength: 90 },
  )
  .map((all) => [
    ...new Map(all.map((each) => [`${each.expert} ${each.candidate} ${each.criterion}`, each])).values(),
  ]);

const weights = fc.tuple(
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 0, max: 99 }),
);

const rounds = fc
  .record({
    weights,
    trim: fc.constantFrom({ low: 0, high: 0, atLeast: 1 }, { low: 1, high: 1, atLeast: 4 }),
    severity: fc.constantFrom(...severities),
    panelScale: fc.constantFrom(...panelScales),
    publicScale: fc.constantFrom(...publicScales),
    tieBreak: fc.subarray(['expert', 'public', ...criterionIds]),
    finalists: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ weights: [first, second, expertWeight, publicWeight], trim, severity, finalists, ...rules }) =>
    exampleRound({
      finalists,
      criteria: [
        exampleCriterion('innovation', { weight: first, step: 0.5 }),
        exampleCriterion('recognition', { weight: second, step: 0.5 }),
      ],
      panel: { trim, severity },
      merge: { expertWeight, publicWeight, ...rules },
    }),
  );

const inputs: fc.Arbitrary<MergeInput> = fc.record({
  round: rounds,
  candidates: fc.constant(numbers.map((candidate) => ({ candidate, title: `项目${candidate}` }))),
  scores,
  recusals: fc.array(
    fc.record({ expert: fc.integer({ min: 1, max: 6 }), candidate: fc.constantFrom(...numbers) }),
    { maxLength: 4 },
  ),
  votes: fc
    .tuple(...numbers.map(() => fc.constantFrom(0, 1, 2, 3, 30)))
    .map((votes) => new Map(numbers.map((candidate, index) => [candidate, votes[index] ?? 0]))),
});

describe('whatever the round, the marks and the votes', () => {
  it('the order of candidates, marks, recusals and votes changes nothing', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        candidates: fc.shuffledSubarray([...input.candidates], { minLength: input.candidates.length }),
        scores: fc.shuffledSubarray([...input.scores], { minLength: input.scores.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, candidates, scores: marks }) => {
        const other: MergeInput = {
          ...input,
          candidates,
          scores: marks,
          recusals: input.recusals.toReversed(),
          votes: new Map([...input.votes].toReversed()),
        };
        expect(mergeInDetail(other)).toEqual(mergeInDetail(input));
      }),
    );
  });

  it('renumbering the experts changes nothing in the ranking', () => {
    const renumbered = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        ids: fc.shuffledSubarray([11, 7, 305, 4, 90, 6], { minLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(renumbered, ({ input, ids }) => {
        const idOf = (expert: number): number => ids[expert - 1] ?? 0;
        const other: MergeInput = {
          ...input,
          scores: input.scores.map((score) => ({ ...score, expert: idOf(score.expert) })),
          recusals: input.recusals.map((recusal) => ({ ...recusal, expert: idOf(recusal.expert) })),
        };
        expect(merge(other)).toEqual(merge(input));
      }),
    );
  });

  it('doubling all weights changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { round } = input;
        const doubled = {
          ...round,
          criteria: round.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 2 })),
          merge: {
            ...round.merge,
            expertWeight: round.merge.expertWeight * 2,
            publicWeight: round.merge.publicWeight * 2,
          },
        };
        const { ranking, cut } = merge({ ...input, round: doubled });
        expect({ ranking, cut }).toEqual({ ranking: merge(input).ranking, cut: merge(input).cut });
      }),
    );
  });

  it('a candidate with the same marks and votes as another is tied with it, or neither is ranked', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const twin = 999;
        const likeFive = <Item extends { readonly candidate: number }>(items: readonly Item[]): Item[] =>
          items.flatMap((item) => (item.candidate === 5 ? [item, { ...item, candidate: twin }] : [item]));
        const { ranking } = merge({
          ...input,
          candidates: likeFive(input.candidates),
          scores: likeFive(input.scores),
          recusals: likeFive(input.recusals),
          votes: new Map([...input.votes, [twin, input.votes.get(5) ?? 0]]),
        });
        const lineOf = (number: number) => {
          const { candidate, title, ...line } = ranking.find((each) => each.candidate === number) ?? {};
          return { line, isNamed: candidate === number && title === '项目5' };
        };
        expect(lineOf(twin)).toEqual(lineOf(5));
        const { tie, rank } = ranking.find(({ candidate }) => candidate === 5) ?? {};
        if (rank === null) return;
        const open = tie !== undefined && tie !== null && 'open' in tie ? tie.open : [];
        expect(open).toEqual(expect.arrayContaining([5, twin]));
      }),
    );
  });

  it('ranks, finalists, ties and the cut line agree with each other', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { ranking, cut } = merge(input);
        expect(ranking.map(({ candidate }) => candidate).toSorted((a, b) => a - b)).toEqual(numbers);
        const ranked = ranking.filter(({ rank }) => rank !== null);
        expect(ranking.slice(0, ranked.length)).toEqual(ranked);
        for (const line of ranked) {
          const sharing = ranked.filter(({ rank }) => rank === line.rank).map(({ candidate }) => candidate);
          const above = ranked.filter(({ rank }) => (rank ?? 0) < (line.rank ?? 0)).length;
          expect(line.rank).toBe(above + 1);
          if (sharing.length > 1) expect(line.tie).toEqual({ open: sharing });
          else expect(line.tie ?? {}).not.toHaveProperty('open');
          const isAcross = above < cut.places && above + sharing.length > cut.places;
          expect(line.finalist).toBe(isAcross ? null : above < cut.places);
          expect(cut.open.includes(line.candidate)).toBe(isAcross);
        }
        const inside = ranked.filter(({ finalist }) => finalist === true).length;
        expect(inside + (cut.open.length > 0 ? 1 : 0)).toBeLessThanOrEqual(cut.places);
        expect(cut.margin === null).toBe(ranked.length <= cut.places);
      }),
    );
  });

  it('adding a constant to all votes does not move the public score where distances are measured', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 1000 }), (input, constant) => {
        fc.pre(['min-max', 'rank'].includes(input.round.merge.publicScale));
        const votes = new Map([...input.votes].map(([candidate, count]) => [candidate, count + constant]));
        const before = merge(input).ranking.map(({ votes: count, ...line }) => ({
          line,
          count: count + constant,
        }));
        const after = merge({ ...input, votes }).ranking.map(({ votes: count, ...line }) => ({
          line,
          count,
        }));
        expect(after).toEqual(before);
      }),
    );
  });

  it('more votes for a candidate never lower its rank where votes count as points of a fixed scale', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(input.round.merge.publicScale === 'rank');
        const rankOf = (votes: ReadonlyMap<number, number>): number =>
          merge({ ...input, votes }).ranking.find(({ candidate }) => candidate === 5)?.rank ?? 0;
        const more = new Map([...input.votes, [5, (input.votes.get(5) ?? 0) + 5]]);
        expect(rankOf(more)).toBeLessThanOrEqual(rankOf(input.votes));
      }),
    );
  });
});
