import { describe, expect, it } from 'vitest';
import { type Contender, rankContenders } from '../../../shared/merging/ties.ts';
import { fraction } from '../../../shared/statistics/fraction.ts';

const noLot = new Map<number, number>();

function contender(candidate: number, combined: number, ...tieBreak: number[]): Contender {
  return { candidate, combined: fraction(combined), tieBreak: tieBreak.map((figure) => fraction(figure)) };
}

/** Rank, candidate and tie in the order of the ranking. */
function lines(contenders: readonly Contender[], rules: readonly string[], lot = noLot): unknown[] {
  return rankContenders(contenders, rules, lot).flatMap(({ rank, members }) =>
    members.map(({ candidate, tie }) => [rank, candidate, tie]),
  );
}

describe('ranking', () => {
  it('puts the higher combined score first and says nothing of ties where there are none', () => {
    expect(lines([contender(1, 70), contender(2, 90), contender(3, 80)], [])).toEqual([
      [1, 2, null],
      [2, 3, null],
      [3, 1, null],
    ]);
  });

  it('shares a rank where the list is empty: 1, 2, 2, 4', () => {
    expect(lines([contender(9, 80), contender(4, 80), contender(2, 70), contender(7, 90)], [])).toEqual([
      [1, 7, null],
      [2, 4, { open: [4, 9] }],
      [2, 9, { open: [4, 9] }],
      [4, 2, null],
    ]);
  });
});

describe('the tie-break list', () => {
  it('is applied in its order: the first rule that parts two decides', () => {
    expect(lines([contender(1, 80, 60, 9), contender(2, 80, 61, 1)], ['expert', 'public'])).toEqual([
      [1, 2, { brokenBy: 'expert' }],
      [2, 1, { brokenBy: 'expert' }],
    ]);
  });

  it('names for each candidate the rule that left it alone', () => {
    const three = [contender(1, 80, 60, 5), contender(2, 80, 60, 6), contender(3, 80, 70, 1)];
    expect(lines(three, ['expert', 'public'])).toEqual([
      [1, 3, { brokenBy: 'expert' }],
      [2, 2, { brokenBy: 'public' }],
      [3, 1, { brokenBy: 'public' }],
    ]);
  });

  it('leaves open what it cannot part, with those still tied only', () => {
    const four = [contender(4, 80, 60), contender(2, 80, 60), contender(3, 80, 70), contender(1, 80, 50)];
    expect(lines(four, ['expert'])).toEqual([
      [1, 3, { brokenBy: 'expert' }],
      [2, 2, { open: [2, 4] }],
      [2, 4, { open: [2, 4] }],
      [4, 1, { brokenBy: 'expert' }],
    ]);
  });

  it('never overrules a combined score', () => {
    expect(lines([contender(1, 80, 1), contender(2, 79, 99)], ['expert'])).toEqual([
      [1, 1, null],
      [2, 2, null],
    ]);
  });

  it('refuses a contender without the figure of a rule', () => {
    expect(() => lines([contender(1, 80), contender(2, 80)], ['expert'])).toThrow(RangeError);
  });
});

describe('a recorded lot', () => {
  const tied = [contender(1, 80, 5), contender(2, 80, 5), contender(3, 80, 5), contender(4, 80, 6)];

  it('orders what the list leaves open, and only that', () => {
    const lot = new Map([
      [1, 3],
      [2, 1],
      [3, 2],
      [4, 9],
    ]);
    expect(lines(tied, ['expert'], lot)).toEqual([
      [1, 4, { brokenBy: 'expert' }],
      [2, 2, { brokenBy: 'lot' }],
      [3, 3, { brokenBy: 'lot' }],
      [4, 1, { brokenBy: 'lot' }],
    ]);
  });

  it('does not apply to a tie of which it leaves out a member', () => {
    const lot = new Map([
      [1, 1],
      [2, 2],
    ]);
    expect(lines(tied, ['expert'], lot).slice(1)).toEqual([
      [2, 1, { open: [1, 2, 3] }],
      [2, 2, { open: [1, 2, 3] }],
      [2, 3, { open: [1, 2, 3] }],
    ]);
  });

  it('leaves tied whom it gives the same place', () => {
    const lot = new Map([
      [1, 1],
      [2, 2],
      [3, 2],
    ]);
    expect(lines(tied, ['expert'], lot).slice(1)).toEqual([
      [2, 1, { brokenBy: 'lot' }],
      [3, 2, { open: [2, 3] }],
      [3, 3, { open: [2, 3] }],
    ]);
  });
});
