import { beforeEach, describe, expect, test } from 'vitest';
import { numberCandidate } from '../../../electron/services/candidates.ts';
import { readExportSource } from '../../../electron/services/exports/export-source.ts';
import { rulesSheet } from '../../../electron/services/exports/rules-sheet.ts';
import { mergeReport, readMerge } from '../../../electron/services/merge.ts';
import { saveScore, submitSheet } from '../../../electron/services/score-sheets.ts';
import { readStatus } from '../../../electron/services/status.ts';
import { verifyWorkspace } from '../../../electron/services/verification.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import {
  countVoteTotals,
  listVoteTotals,
  setVoteTotalsAside,
} from '../../../electron/services/votes/totals.ts';
import { plainTime } from '../../../electron/services/votes/layouts/recognise-time.ts';
import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import { insertVoteExclusion } from '../../../electron/database/vote-exclusions.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import { header, importHere, sourceFile, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const ballots = `${header}\nwang,2017-03-22 08:00:00,1;2\nli,2017-03-22 09:00:00,2;3\n`;
const phone = '候选编号,得票数\n1,"1,000"\n3,5\n';
const paper = '候选编号,得票数\n2,40\n';

let office: TestWorkspace;

/** Somebody looked at the columns: without that no file of totals is taken. */
const confirmed: VoteMapping = {
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '各项目票数合计',
  layout: { kind: 'totals', candidate: { header: '候选编号' }, votes: { header: '得票数' } },
  time: plainTime,
  choices: { separator: null, correspondence: [] },
};

async function bring(name: string, content: string, mapping: VoteMapping | null = confirmed) {
  const files = [sourceFile(office.workspace.folder, name, content)];
  return valueOf(await importHere(office.secretariat, files, { mapping }));
}

/** Votes per candidate as the merge takes them, those with none left out. */
function mergedVotes(): Record<number, number> {
  const { ranking } = valueOf(mergeReport(office.secretariat, []));
  return Object.fromEntries(
    ranking.filter(({ votes }) => votes > 0).map(({ candidate, votes }) => [candidate, votes]),
  );
}

const count = (totals: number, as: 'added' | 'instead', minute = '4月5日评审会决定') =>
  countVoteTotals(office.secretariat, { totals, as, minute });

beforeEach(async () => {
  office = votesWorkspace();
  const expert = office.addExpert('甲');
  for (const candidate of [1, 2, 3, 4, 5, 6])
    for (const criterion of ['innovation', 'practicality'])
      valueOf(saveScore(expert, { candidate, criterion, mark: 5 }));
  valueOf(submitSheet(expert, { acceptMissing: false }));
  await bring('ballots.csv', ballots, null);
  await bring('phone.csv', phone);
});

describe('a file of totals', () => {
  test('is kept and counts nowhere, and the same bytes again add nothing', async () => {
    const before = office.events().length;
    const again = await bring('phone.csv', phone);
    expect(again.imports[0]).toMatchObject({ batch: null, totals: { candidates: 2, votes: 1005 } });
    expect(again.imports[0]?.alreadyImported).toBe(true);
    expect(office.events()).toHaveLength(before);
    const { totals } = valueOf(listVoteTotals(office.secretariat));
    expect(totals).toMatchObject([
      {
        totals: 1,
        file: 'phone.csv',
        votes: 1005,
        byCandidate: [
          { candidate: 1, votes: 1000 },
          { candidate: 3, votes: 5 },
        ],
        counted: null,
      },
    ]);
    expect(mergedVotes()).toEqual({ 1: 1, 2: 2, 3: 1 });
    expect(valueOf(mergeReport(office.secretariat, []))).not.toHaveProperty('totals');
  });

  test('is added to the ballots by a minute, which every merge names, and leaves the tally of ballots alone', () => {
    const tally = valueOf(readVoteTally(office.secretariat));
    valueOf(count(1, 'added', '4月5日评审会决定。'));
    expect(mergedVotes()).toEqual({ 1: 1001, 2: 2, 3: 6 });
    expect(valueOf(mergeReport(office.secretariat, [])).totals).toEqual([
      { file: 'phone.csv', as: 'added', minute: '4月5日评审会决定。' },
    ]);
    expect(valueOf(readMerge(office.secretariat, { set: '' })).warnings).toContain(
      '得票数里另加了“phone.csv”的票数合计，这些票没有选票可查。会议记录：4月5日评审会决定。',
    );
    expect(valueOf(readVoteTally(office.secretariat))).toEqual(tally);
    expect(office.events().at(-1)).toMatchObject({
      event: 'vote-totals-counted',
      payload: { totals: 1, as: 'added', minute: '4月5日评审会决定。' },
    });
  });

  test('stands in the workbook among what the ranking follows from, once it counts', () => {
    const lines = () =>
      rulesSheet(valueOf(readExportSource(office.secretariat)))
        .rows.filter(([name]) => typeof name === 'string' && name.startsWith('票数合计'))
        .map(([name, content]) => [name, content]);
    expect(lines()).toEqual([]);
    valueOf(count(1, 'added'));
    expect(lines()).toEqual([['票数合计：加在选票上', 'phone.csv（会议记录：4月5日评审会决定）']]);
  });

  test('counts instead of all ballots by a minute, and excluded ballots then make no difference', () => {
    valueOf(count(1, 'instead'));
    expect(mergedVotes()).toEqual({ 1: 1000, 3: 5 });
    const { connection } = office.workspace;
    insertVoteExclusion(connection, {
      flag: '{}',
      ballots: 1,
      members: new Uint8Array(16),
      minute: '会议决定',
      at: '2017-04-05T01:00:00.000Z',
      by: 'secretariat:1:甲',
      confirmedBy: 'observer:2:乙',
    });
    connection.prepare('INSERT INTO vote_excluded_count (candidate, votes) VALUES (2, 5000)').run();
    const screen = valueOf(readMerge(office.secretariat, { set: '' }));
    expect(screen.withoutExclusions).toBeNull();
    expect(screen.warnings).toContain(
      '得票数用的是“phone.csv”的票数合计，代替全部选票，选票都没有计入。会议记录：4月5日评审会决定。',
    );
  });

  test('is set aside by a minute and can count again in the other way', () => {
    valueOf(count(1, 'instead'));
    valueOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' }));
    expect(mergedVotes()).toEqual({ 1: 1, 2: 2, 3: 1 });
    expect(office.events().at(-1)).toMatchObject({
      event: 'vote-totals-set-aside',
      payload: { totals: 1, minute: '复议' },
    });
    valueOf(count(1, 'added'));
    expect(mergedVotes()).toEqual({ 1: 1001, 2: 2, 3: 6 });
  });

  test('several are added together', async () => {
    await bring('paper.csv', paper);
    valueOf(count(2, 'added'));
    valueOf(count(1, 'added'));
    expect(mergedVotes()).toEqual({ 1: 1001, 2: 42, 3: 6 });
  });

  test('alone is enough for the stage of votes, once it counts', () => {
    office.workspace.connection.exec('DELETE FROM vote_funnel; DELETE FROM vote_count;');
    const isComplete = () =>
      valueOf(readStatus(office.secretariat)).stages.find(({ id }) => id === 'votes')?.isComplete;
    const status = () => valueOf(readStatus(office.secretariat)).totals;
    expect(isComplete()).toBe(false);
    expect(status()).toEqual({ waiting: 1, counting: 0, votes: 0, insteadOfBallots: false });
    expect(valueOf(readMerge(office.secretariat, { set: '' })).warnings.join()).toContain('没有计票中的选票');
    valueOf(count(1, 'instead'));
    expect(isComplete()).toBe(true);
    expect(status()).toEqual({ waiting: 0, counting: 1, votes: 1005, insteadOfBallots: true });
    expect(valueOf(readMerge(office.secretariat, { set: '' })).totals).toEqual([
      { file: 'phone.csv', as: 'instead', minute: '4月5日评审会决定' },
    ]);
    expect(valueOf(readMerge(office.secretariat, { set: '' })).warnings.join()).not.toContain(
      '没有计票中的选票',
    );
  });
});

describe('refused, with nothing changed:', () => {
  test('without a minute', () => {
    expect(refusalOf(count(1, 'added', ' ')).code).toBe('reason-needed');
    expect(refusalOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: ' ' })).code).toBe(
      'reason-needed',
    );
    expect(mergedVotes()).toEqual({ 1: 1, 2: 2, 3: 1 });
  });

  test('totals that do not exist', () => {
    expect(refusalOf(count(7, 'added')).code).toBe('totals-unknown');
    expect(refusalOf(setVoteTotalsAside(office.secretariat, { totals: 7, minute: '复议' })).code).toBe(
      'totals-unknown',
    );
  });

  test('counting what counts already, and setting aside what does not', () => {
    expect(refusalOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' })).code).toBe(
      'totals-not-counted',
    );
    valueOf(count(1, 'added'));
    expect(refusalOf(count(1, 'instead')).code).toBe('totals-counted');
    expect(mergedVotes()).toEqual({ 1: 1001, 2: 2, 3: 6 });
  });

  test('anything beside totals that count instead, in either order, naming the file in the way', async () => {
    await bring('paper.csv', paper);
    valueOf(count(1, 'instead'));
    for (const as of ['added', 'instead'] as const) {
      const refusal = refusalOf(count(2, as));
      expect(refusal.code).toBe('totals-instead-stands');
      expect(sentenceOf(refusal)).toContain('“phone.csv”');
    }
    expect(mergedVotes()).toEqual({ 1: 1000, 3: 5 });
    valueOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' }));
    valueOf(count(1, 'added'));
    const refusal = refusalOf(count(2, 'instead'));
    expect(refusal.code).toBe('totals-others-stand');
    expect(sentenceOf(refusal)).toContain('“phone.csv”');
    expect(mergedVotes()).toEqual({ 1: 1001, 2: 2, 3: 6 });
  });

  test('a new number for a candidate while totals count, and totals for a number that is no candidate’s', () => {
    const { connection } = office.workspace;
    connection.exec(`UPDATE vote_batch SET state = 'withdrawn', withdrawn_at = '2017-04-05T01:00:00.000Z',
      withdrawn_by = 'a', withdrawn_reason = 'b'; DELETE FROM vote_count; DELETE FROM score;`);
    const third = connection
      .prepare('SELECT id FROM application WHERE candidate = 3')
      .pluck()
      .get() as number;
    valueOf(count(1, 'added'));
    expect(refusalOf(numberCandidate(office.secretariat, { id: third, candidate: null })).code).toBe(
      'candidates-fixed-by-totals',
    );
    valueOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' }));
    valueOf(numberCandidate(office.secretariat, { id: third, candidate: null }));
    expect(refusalOf(count(1, 'added'))).toMatchObject({
      code: 'totals-candidates-gone',
      details: { file: 'phone.csv', candidates: [3] },
    });
  });
});

describe('verification', () => {
  test('agrees after counting, setting aside and counting again', async () => {
    await bring('paper.csv', paper);
    valueOf(count(1, 'instead'));
    valueOf(setVoteTotalsAside(office.secretariat, { totals: 1, minute: '复议' }));
    valueOf(count(2, 'added'));
    valueOf(verifyWorkspace(office.secretariat));
  });

  test.each([
    [
      'votes moved',
      `UPDATE vote_totals SET totals = '[[1,5],[3,1000]]' WHERE id = 1`,
      '票数合计 1：各项目的票数',
    ],
    ['the file', `UPDATE vote_totals SET file = 'other.csv' WHERE id = 1`, '票数合计 1：文件名'],
    [
      'who imported',
      `UPDATE vote_totals SET imported_by = 'x' WHERE id = 1`,
      '票数合计 1：导入的时间或导入人',
    ],
    [
      'counted without a decision',
      `UPDATE vote_totals SET counted_as = 'added', counted_minute = 'x' WHERE id = 1`,
      '票数合计 1：标为计入，记录中没有',
    ],
    [
      'set aside without a decision',
      `UPDATE vote_totals SET counted_as = NULL, counted_minute = NULL WHERE id = 2`,
      '票数合计 2：标为不计入',
    ],
    ['the way', `UPDATE vote_totals SET counted_as = 'instead' WHERE id = 2`, '票数合计 2：计入的方式'],
    [
      'the minute',
      `UPDATE vote_totals SET counted_minute = 'x' WHERE id = 2`,
      '票数合计 2：计入的时间、决定人',
    ],
    [
      'removed without a record',
      `UPDATE vote_totals SET removed_at = 'x', removed_by = 'x', removed_reason = 'x' WHERE id = 1`,
      '票数合计 1：标为移除，记录中没有',
    ],
    ['totals gone', `DELETE FROM vote_totals WHERE id = 1`, '票数合计 1：有导入的记录'],
    [
      'totals never read',
      `INSERT INTO vote_totals (file, sha256, mapping, totals, imported_at, imported_by)
        VALUES ('x', '${'0'.repeat(64)}', '{}', '[]', 'x', 'x')`,
      '票数合计 3：没有导入的记录',
    ],
  ])('finds what was changed past the program: %s', async (_, sql, sentence) => {
    await bring('paper.csv', paper);
    valueOf(count(2, 'added'));
    office.workspace.connection.exec(sql);
    const refusal = refusalOf(verifyWorkspace(office.secretariat));
    expect(refusal.code).toBe('record-contradicted');
    expect(sentenceOf(refusal)).toContain(sentence);
  });
});
