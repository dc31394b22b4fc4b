import { expect, it } from 'vitest';
import type { VoteLayout, VoteMapping } from '../../../shared/ballots/mapping.ts';
import {
  draftOf,
  emptyDraft,
  mappingOf,
  withCorrespondence,
} from '../../../renderer/screens/secretariat/votes/mapping-draft.ts';

const account = { header: 'openid' };
const time = { header: '时间' };

const layouts: readonly VoteLayout[] = [
  { kind: 'ballot-list', account, time, ip: { header: 'IP', index: 2 }, choices: { header: '选项' } },
  {
    kind: 'ballot-columns',
    account,
    time,
    ip: null,
    chosen: 'non-empty',
    options: [
      { column: { header: '第6题(甲)' }, candidate: 1 },
      { column: { header: '第6题(其他)' }, candidate: null },
    ],
  },
  {
    kind: 'ballot-columns',
    account,
    time,
    ip: null,
    chosen: { yes: ['是'], no: ['否'] },
    options: [{ column: { header: '第6题(甲)' }, candidate: 1 }],
  },
  {
    kind: 'choice-rows',
    account,
    time,
    ip: null,
    candidate: { header: '项目' },
    ballot: { header: '票号' },
  },
  { kind: 'candidate-files', account, time, ip: null, candidates: [{ source: '1.csv', candidate: 1 }] },
  { kind: 'totals', candidate: { header: '项目' }, votes: { header: '票数' } },
];

const mappingWith = (layout: VoteLayout): VoteMapping => ({
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '平台甲',
  encoding: 'gb18030',
  delimiter: '\t',
  headerRow: 3,
  layout,
  time: { zone: '+00:00', numbers: 'epoch-milliseconds', dayOrder: 'day-first' },
  choices: { separator: '┋', correspondence: [{ text: '甲', candidate: 1 }] },
});

it.each(layouts)('loses nothing of a confirmed mapping that is only looked at: $kind', (layout) => {
  const mapping = mappingWith(layout);
  expect(mappingOf(draftOf(mapping, true))).toEqual({ mapping, missing: [], problem: null });
});

it('takes no correspondence that the program only proposes, until a person confirms it', () => {
  const [layout] = layouts;
  if (layout === undefined) throw new Error('a layout is needed');
  const draft = draftOf(mappingWith(layout), false);
  expect(draft.guesses).toEqual([{ text: '甲', candidate: 1 }]);
  expect(mappingOf(draft).mapping?.choices.correspondence).toEqual([]);
  const confirmed = withCorrespondence(draft, '甲', 2);
  expect(mappingOf(confirmed).mapping?.choices.correspondence).toEqual([{ text: '甲', candidate: 2 }]);
  const takenBack = withCorrespondence(confirmed, '甲', null);
  expect(mappingOf(takenBack).mapping?.choices.correspondence).toEqual([]);
});

it('names the columns without which there is no ballot, and can still be tried', () => {
  const drafted = mappingOf({ ...emptyDraft, columns: { time } });
  expect(drafted.missing).toEqual(['account', 'choices']);
  expect(drafted.mapping).not.toBeNull();
});

it('says why it contradicts itself', () => {
  const twice = { ...emptyDraft, columns: { account, choices: account } };
  expect(mappingOf(twice)).toMatchObject({
    mapping: null,
    problem: expect.stringContaining('同一列') as string,
  });
});
