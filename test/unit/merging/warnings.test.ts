import { describe, expect, it } from 'vitest';
import { merge } from '../../../shared/merging/merge.ts';
import { panelWarnings } from '../../../shared/merging/warnings.ts';
import { exampleScores } from '../../support/example-marks.ts';
import { exampleRound } from '../../support/example-round.ts';

const candidates = [3, 1, 2].map((candidate) => ({ candidate, title: '' }));
const scores = exampleScores(
  new Map([
    [1, [80, 81, 82, 83]],
    [2, [70, 71, null, null]],
    [3, [null, null, null, null]],
  ]),
);

describe('candidates with too few totals', () => {
  it('are listed against the minimum and the quorum of the round, in order of number', () => {
    const round = exampleRound({ panel: { minimumMarks: 1, quorum: '2/3' } });
    expect(panelWarnings({ round, candidates, scores, recusals: [] }, 5)).toEqual([
      // two thirds of five are 3 1/3: four are needed
      { kind: 'quorum', candidate: 2, totals: 2, needed: 4 },
      { kind: 'minimum-marks', candidate: 3, totals: 0, needed: 1 },
      { kind: 'quorum', candidate: 3, totals: 0, needed: 4 },
    ]);
  });

  it('are measured by the experts who did not step aside', () => {
    const round = exampleRound({ panel: { quorum: '2/3' } });
    const recusals = [3, 4].map((expert) => ({ expert, candidate: 2 }));
    const warned = panelWarnings({ round, candidates, scores, recusals }, 5).map(
      ({ candidate }) => candidate,
    );
    expect(warned).toEqual([3]);
  });

  it('are nobody where the round asks for nothing', () => {
    expect(panelWarnings({ round: exampleRound(), candidates, scores, recusals: [] }, 5)).toEqual([]);
  });

  it('keep their rank', () => {
    const strict = exampleRound({ panel: { minimumMarks: 3, quorum: '1/1' } });
    const input = { candidates, scores, recusals: [], votes: new Map<number, number>() };
    expect(merge({ ...input, round: strict }).ranking).toEqual(
      merge({ ...input, round: exampleRound() }).ranking,
    );
  });
});
