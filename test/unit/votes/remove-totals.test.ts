import { beforeEach, describe, expect, test } from 'vitest';
import { mergeReport } from '../../../electron/services/merge.ts';
import { saveScore, submitSheet } from '../../../electron/services/score-sheets.ts';
import { readStatus } from '../../../electron/services/status.ts';
import { verifyWorkspace } from '../../../electron/services/verification.ts';
import { plainTime } from '../../../electron/services/votes/layouts/recognise-time.ts';
import {
  countVoteTotals,
  listVoteTotals,
  removeVoteTotals,
  setVoteTotalsAside,
} from '../../../electron/services/votes/totals.ts';
import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import { importHere, sourceFile, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

/** The column 序号 is only the order of the rows: read as the candidates' numbers it gives the votes to the wrong ones. */
const file = '序号,候选编号,得票数\n1,3,500\n2,1,20\n';

let office: TestWorkspace;

function mapping(candidate: string): VoteMapping {
  return {
    format: 'judging-workstation/vote-mapping',
    version: 1,
    name: '各项目票数合计',
    layout: { kind: 'totals', candidate: { header: candidate }, votes: { header: '得票数' } },
    time: plainTime,
    choices: { separator: null, correspondence: [] },
  };
}

async function bring(candidate: string) {
  const files = [sourceFile(office.workspace.folder, 'phone.csv', file)];
  const { imports } = valueOf(await importHere(office.secretariat, files, { mapping: mapping(candidate) }));
  return imports[0];
}

const remove = (totals: number, reason = '把“序号”列当成了候选编号') =>
  removeVoteTotals(office.secretariat, { totals, reason });
const count = (totals: number) =>
  countVoteTotals(office.secretariat, { totals, as: 'added', minute: '4月5日评审会决定' });
const listed = () => valueOf(listVoteTotals(office.secretariat)).totals;

beforeEach(async () => {
  office = votesWorkspace();
  const expert = office.addExpert('甲');
  for (const candidate of [1, 2, 3, 4, 5, 6])
    for (const criterion of ['innovation', 'practicality'])
      valueOf(saveScore(expert, { candidate, criterion, mark: 5 }));
  valueOf(submitSheet(expert, { acceptMissing: false }));
  await bring('序号');
});

describe('totals that were read wrongly', () => {
  test('keep their file from being read again in another way, until they are removed', async () => {
    expect((await bring('候选编号'))?.alreadyImported).toBe(true);
    valueOf(remove(1));
    expect((await bring('候选编号'))?.alreadyImported).toBe(false);
    expect(listed()).toMatchObject([
      {
        totals: 1,
        file: 'phone.csv',
        byCandidate: [
          { candidate: 1, votes: 500 },
          { candidate: 2, votes: 20 },
        ],
        removed: { reason: '把“序号”列当成了候选编号' },
      },
      {
        totals: 2,
        file: 'phone.csv',
        byCandidate: [
          { candidate: 3, votes: 500 },
          { candidate: 1, votes: 20 },
        ],
        removed: null,
      },
    ]);
    valueOf(count(2));
    const { ranking } = valueOf(mergeReport(office.secretariat, []));
    expect(ranking.slice(0, 2).map(({ candidate, votes }) => [candidate, votes])).toEqual([
      [3, 500],
      [1, 20],
    ]);
    valueOf(verifyWorkspace(office.secretariat));
  });

  test('can be removed and read again more than once, and once read again not twice', async () => {
    for (const totals of [1, 2]) {
      valueOf(remove(totals));
      await bring('序号');
    }
    expect((await bring('候选编号'))?.alreadyImported).toBe(true);
    expect(listed().map(({ totals, removed }) => [totals, removed !== null])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    valueOf(verifyWorkspace(office.secretariat));
  });

  test('leave file, fingerprint and reason on the record', () => {
    const sha256 = listed()[0]?.sha256;
    valueOf(remove(1, ' 列认错了 '));
    expect(office.events().at(-1)).toMatchObject({
      event: 'vote-totals-removed',
      payload: { totals: 1, file: 'phone.csv', sha256, reason: '列认错了' },
    });
  });

  test('are in no count of the overview once removed', () => {
    const waiting = () => valueOf(readStatus(office.secretariat)).totals.waiting;
    expect(waiting()).toBe(1);
    valueOf(remove(1));
    expect(waiting()).toBe(0);
  });

  test('can be removed after they were taken out of the count', () => {
    valueOf(count(1));
    valueOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' }));
    valueOf(remove(1));
    valueOf(verifyWorkspace(office.secretariat));
  });
});

describe('refused, with nothing changed:', () => {
  test('removing what counts, saying that the panel has to take it out first', () => {
    valueOf(count(1));
    const before = office.events().length;
    const refusal = refusalOf(remove(1));
    expect(refusal.code).toBe('totals-count-still');
    expect(sentenceOf(refusal)).toContain('“phone.csv”');
    expect(listed()[0]).toMatchObject({ counted: { as: 'added' }, removed: null });
    expect(office.events()).toHaveLength(before);
  });

  test('removing without a reason, and what does not exist', () => {
    expect(refusalOf(remove(1, ' ')).code).toBe('reason-needed');
    expect(refusalOf(remove(7)).code).toBe('totals-unknown');
    expect(listed()[0]?.removed).toBeNull();
  });

  test('counting, setting aside or removing again what was removed, with its reason', () => {
    valueOf(remove(1, '列认错了'));
    const before = office.events().length;
    for (const refusal of [
      refusalOf(count(1)),
      refusalOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' })),
      refusalOf(remove(1, '又一次')),
    ]) {
      expect(refusal.code).toBe('totals-removed');
      expect(sentenceOf(refusal)).toContain('原因：列认错了');
    }
    expect(listed()[0]).toMatchObject({ counted: null, removed: { reason: '列认错了' } });
    expect(office.events()).toHaveLength(before);
  });
});

test.each([
  [
    'the removal',
    `UPDATE vote_totals SET removed_at = NULL, removed_by = NULL, removed_reason = NULL`,
    '没有标为移除',
  ],
  ['its reason', `UPDATE vote_totals SET removed_reason = 'x'`, '移除的时间、移除人或原因'],
  ['who removed', `UPDATE vote_totals SET removed_by = 'x'`, '移除的时间、移除人或原因'],
  ['the removed votes', `UPDATE vote_totals SET totals = '[[1,5]]'`, '各项目的票数与记录的不同'],
  ['the removed row', `DELETE FROM vote_totals`, '票数不见了'],
])('verification finds what was changed past the program after a removal: %s', (_, sql, sentence) => {
  valueOf(remove(1));
  office.workspace.connection.exec(sql);
  expect(sentenceOf(refusalOf(verifyWorkspace(office.secretariat)))).toContain(`票数合计 1：`);
  expect(sentenceOf(refusalOf(verifyWorkspace(office.secretariat)))).toContain(sentence);
});
