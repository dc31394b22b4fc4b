import { expect, it } from 'vitest';
import type { z } from 'zod';
import { removeApplication } from '../../../shared/contract/applications.ts';
import { reopenSheet } from '../../../shared/contract/experts.ts';
import { reasonField } from '../../../shared/contract/reason.ts';
import { excludeVoteFlag, liftVoteExclusion } from '../../../shared/contract/vote-flags.ts';
import {
  countVoteTotals,
  removeVoteTotals,
  setVoteTotalsAside,
} from '../../../shared/contract/vote-totals.ts';
import { restoreVoteBatch, withdrawVoteBatch } from '../../../shared/contract/votes.ts';
import { schemaProblem } from '../../../shared/refusals/schema-problem.ts';

function problemsOf(schema: z.ZodType, input: unknown): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(schemaProblem);
}

it.each(['', '   ', '\u200b\u200b', '\u3164', '\u2060\ufeff', '——', '。', '\u0301'])(
  'a reason of %j says nothing and is asked for as an empty one is',
  (text) => {
    expect(problemsOf(reasonField(500), text)).toEqual(['不能为空']);
  },
);

it.each(['4月5日评审会', '3', 'a', '会', ' 核实无误 ', '重复\u200b导入'])('a reason of %j is one', (text) => {
  expect(reasonField(500).parse(text)).toBe(text.trim());
});

it('a reason is not longer than its field', () => {
  expect(problemsOf(reasonField(3), '评审会议')).toEqual(['最多 3 个字']);
});

it.each([
  ['the withdrawal of a batch', withdrawVoteBatch, 'reason'],
  ['its return', restoreVoteBatch, 'reason'],
  ['an exclusion', excludeVoteFlag, 'minute'],
  ['the lifting of one', liftVoteExclusion, 'minute'],
  ['totals that shall count', countVoteTotals, 'minute'],
  ['totals set aside', setVoteTotalsAside, 'minute'],
  ['totals removed', removeVoteTotals, 'reason'],
  ['an application removed', removeApplication, 'reason'],
  ['a sheet handed back', reopenSheet, 'reason'],
])('%s is not recorded with an invisible text', (_what, { input }, field) => {
  const parsed = input.safeParse({ [field]: '\u200b\u200b' });
  const ofField = parsed.error?.issues.filter(({ path }) => path.join() === field).map(schemaProblem);
  expect(ofField).toEqual(['不能为空']);
});
