import { describe, expect, it } from 'vitest';
import { drawCutLine } from '../../../shared/merging/cut-line.ts';
import { rankContenders } from '../../../shared/merging/ties.ts';
import { fraction } from '../../../shared/statistics/fraction.ts';

/** Candidates 1, 2, … with these combined scores, after whom the line is drawn at `places`. */
function cut(scores: readonly number[], places: number) {
  const combined = new Map(scores.map((score, index) => [index + 1, fraction(score)]));
  const contenders = [...combined].map(([candidate, score]) => ({
    candidate,
    combined: score,
    tieBreak: [],
  }));
  const line = drawCutLine(rankContenders(contenders, [], new Map()), places, combined);
  return { ...line, finalist: [...line.finalist].sort(([a], [b]) => a - b).map(([, finalist]) => finalist) };
}

describe('the cut line', () => {
  it('parts the finalists from the others, with the distance between them', () => {
    expect(cut([90, 85, 81, 70], 2)).toEqual({
      margin: fraction(4),
      open: [],
      finalist: [true, true, false, false],
    });
  });

  it('is open where a shared rank has members on both sides', () => {
    expect(cut([90, 80, 80, 80, 70], 2)).toEqual({
      margin: fraction(0),
      open: [2, 3, 4],
      finalist: [true, null, null, null, false],
    });
  });

  it('is clear where a shared rank ends at it, or begins after it', () => {
    expect(cut([90, 90, 80, 80], 2)).toEqual({
      margin: fraction(10),
      open: [],
      finalist: [true, true, false, false],
    });
  });

  it('has no margin when everybody is inside', () => {
    expect(cut([90, 80], 2)).toEqual({ margin: null, open: [], finalist: [true, true] });
    expect(cut([90, 90], 5)).toEqual({ margin: null, open: [], finalist: [true, true] });
  });

  it('has no margin when nobody is ranked', () => {
    expect(cut([], 2)).toEqual({ margin: null, open: [], finalist: [] });
  });
});
