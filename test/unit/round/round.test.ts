import { describe, expect, it } from 'vitest';
import { ballotContext } from '../../../shared/ballots/check.ts';
import { schemaProblem } from '../../../shared/refusals/schema-problem.ts';
import { roundSchema, type Round } from '../../../shared/round/round.ts';
import { exampleCriterion, exampleRound } from '../../support/example-round.ts';

/** What stands against a round file, in our own sentences. */
function problemsOf(fields: object): string[] {
  const parsed = roundSchema.safeParse({ ...exampleRound(), ...fields });
  return parsed.success ? [] : parsed.error.issues.map(schemaProblem);
}

function withCriteria(...criteria: Round['criteria']): { criteria: Round['criteria'] } {
  return { criteria };
}

describe('criteria', () => {
  it('are told apart by name, whatever the blanks, widths and capitals', () => {
    const same = [
      exampleCriterion('a', { name: '创新性A' }),
      exampleCriterion('b', { name: '创新 性ａ' }),
    ] as const;
    expect(problemsOf(withCriteria(...same))).toEqual(['评审标准的名称有重复']);
    const winners = { panel: exampleRound().panel, winners: 1 };
    expect(problemsOf({ finalReview: { criteria: same, ...winners } })).toEqual(['评审标准的名称有重复']);
  });

  it('are told apart by id, and no name is the id of another', () => {
    expect(
      problemsOf(
        withCriteria(
          exampleCriterion('Novelty', { name: '甲' }),
          exampleCriterion('novelty', { name: '乙' }),
        ),
      ),
    ).toEqual(['评审标准的 id 有重复（不分大小写）']);
    expect(
      problemsOf(withCriteria(exampleCriterion('a', { name: 'b' }), exampleCriterion('b', { name: 'a' }))),
    ).toEqual(['一项评审标准的名称与另一项的 id 相同']);
  });

  it.each(['expert', 'public', 'candidate', 'criterion', 'score', 'comment', 'id', 'Expert'])(
    'none has the id %s, which means something else',
    (id) => {
      expect(problemsOf(withCriteria(exampleCriterion(id)))[0]).toContain('另有所指');
    },
  );

  it.each(['innovation', 'Innovation', 'a_1', 'A-b', 'x'])('%s is an id', (id) => {
    expect(problemsOf(withCriteria(exampleCriterion(id)))).toEqual([]);
  });

  it.each(['', '1a', '-a', '_a', '创新', 'a b', 'a.b'])('%j is no id', (id) => {
    expect(problemsOf(withCriteria(exampleCriterion(id, { name: '甲' })))[0]).toContain('要以字母开头');
  });
});

describe('the round’s id', () => {
  it.each(['shanghai-2017', '第三届 2017', 'A.b_C', '长'.repeat(100)])('may be %s', (id) => {
    expect(problemsOf({ id })).toEqual([]);
  });

  it.each(['', ' ', 'a/b', 'a\\b', 'a\nb', '\u0000', '长'.repeat(101)])('is not %j', (id) => {
    expect(problemsOf({ id })).not.toEqual([]);
  });
});

describe('the window of the vote', () => {
  it.each(['2017-03-22T00:00+08:00', '2017-03-22T00:00:00+08:00', '2017-03-21T16:00Z'])(
    'opens at %s',
    (opensAt) => {
      const round = exampleRound({ ballot: { opensAt } });
      expect(ballotContext(round, [1]).opens).toBe(Date.UTC(2017, 2, 21, 16));
    },
  );

  it.each(['2017-03-22T00:00', '2017-03-22', '2017-02-30T00:00+08:00', '2017-03-22T24:30+08:00', '明天'])(
    'does not open at %s',
    (opensAt) => {
      const { ballot } = exampleRound();
      expect(problemsOf({ ballot: { ...ballot, opensAt } })[0]).toContain('应是带时区的时间');
    },
  );
});

it('a field that is not known is refused', () => {
  expect(problemsOf({ colour: 'red' })).toEqual(['有不认识的字段：colour']);
});
