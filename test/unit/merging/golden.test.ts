import { describe, expect, it } from 'vitest';
import { ballotContext } from '../../../shared/ballots/check.ts';
import { merge } from '../../../shared/merging/merge.ts';
import { mergeReportSchema } from '../../../shared/merging/report.ts';
import { countBallots } from '../../support/count-ballots.ts';
import { goldenCaseNames, readGoldenCase } from '../../support/golden-case.ts';

/** The pure rules from end to end, against results that the program had no part in. */
describe.each(goldenCaseNames())('golden case %s', (name) => {
  const golden = readGoldenCase(name);
  const context = ballotContext(
    golden.round,
    golden.candidates.map(({ candidate }) => candidate),
  );
  const count = countBallots([golden.votes], context, golden.round.ballot.perAccount);

  it('counts the ballots as expected', () => {
    expect(count).toEqual(golden.expectedTally);
  });

  it('ranks the candidates as expected', () => {
    const report = merge({
      round: golden.round,
      candidates: golden.candidates,
      scores: golden.scores,
      recusals: golden.recusals,
      votes: new Map(count.tally.map(({ candidate, votes }) => [candidate, votes])),
    });
    expect(mergeReportSchema.parse(report)).toEqual({
      rules: {
        criteria: golden.round.criteria,
        panel: golden.round.panel,
        merge: golden.round.merge,
        counts: golden.round.counts,
      },
      ...golden.expectedRanking,
    });
  });
});
