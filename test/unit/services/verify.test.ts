import { describe, expect, it } from 'vitest';
import { numberCandidate } from '../../../electron/services/candidates.ts';
import { createApplication, removeApplication } from '../../../electron/services/applications.ts';
import { declareRecusal, setRecusal } from '../../../electron/services/recusals.ts';
import { changeRules, lockRules } from '../../../electron/services/rules.ts';
import { reopenSheet, saveComment, saveScore, submitSheet } from '../../../electron/services/score-sheets.ts';
import { scoreSheetHash } from '../../../electron/services/submission.ts';
import { confirmImport } from '../../../electron/services/imports/index.ts';
import { createDemonstration } from '../../../electron/services/demonstration.ts';
import { verifyWorkspace } from '../../../electron/services/verification.ts';
import { closeWorkspace } from '../../../electron/database/workspace.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import {
  forgeStanding,
  forgeVerdict,
  leaveStagedBatch,
  prepareStanding,
  storedBallots,
} from '../../support/stored-ballots.ts';
import {
  header,
  importHere,
  restoreHere,
  sourceFile,
  votesRound,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import {
  refusalOf,
  temporaryFolder,
  valueOf,
  type ExpertCaller,
  type TestWorkspace,
} from '../../support/workspace.ts';

const first = `${header}\nwang,2017-03-22 08:00:00,1;2\nli,2017-03-22 09:00:00,2;3\nbad,2017-03-22 09:00:00,9;3\n`;
const second = `${header}\nwang,2017-03-22 10:00:00,3;4\nzhao,2017-03-22 10:00:00,4;5\n`;

interface Judged extends TestWorkspace {
  readonly submitted: ExpertCaller;
  readonly reopened: ExpertCaller;
  readonly open: ExpertCaller;
}

/** A round with everything that the record speaks of: changed rules, recusals, sheets of every state, three batches. */
async function judged(): Promise<Judged> {
  const test = votesWorkspace();
  const { secretariat, clock } = test;
  const extra = valueOf(
    createApplication(secretariat, { code: '', title: '另一项目', organisation: '', district: '', text: '' }),
  );
  valueOf(numberCandidate(secretariat, { id: extra.id, candidate: 9 }));
  valueOf(numberCandidate(secretariat, { id: extra.id, candidate: null }));
  valueOf(removeApplication(secretariat, { id: extra.id, reason: '重复登记' }));
  valueOf(changeRules(secretariat, { round: { ...votesRound, title: '改过的评选' }, reason: '' }));
  valueOf(lockRules(secretariat, { reason: '评审会确认' }));
  clock.forward(60);
  const [submitted, reopened, open] = [
    test.addExpert('张委员'),
    test.addExpert('李委员'),
    test.addExpert('王委员'),
  ];
  valueOf(declareRecusal(submitted, { candidate: 3, recused: true, reason: '本单位' }));
  for (const expert of [submitted, reopened, open])
    for (const candidate of [1, 2])
      for (const criterion of ['innovation', 'practicality'])
        valueOf(saveScore(expert, { candidate, criterion, mark: 8 }));
  valueOf(saveComment(submitted, { candidate: 1, comment: '很好' }));
  valueOf(saveComment(open, { candidate: 2, comment: '一般' }));
  valueOf(submitSheet(submitted, { acceptMissing: true }));
  valueOf(submitSheet(reopened, { acceptMissing: true }));
  valueOf(reopenSheet(secretariat, { id: reopened.expert, reason: '漏评' }));
  valueOf(saveScore(reopened, { candidate: 3, criterion: 'innovation', mark: 6 }));
  valueOf(saveScore(reopened, { candidate: 1, criterion: 'innovation', mark: null }));
  const file = (name: string, content: string) => [sourceFile(test.workspace.folder, name, content)];
  valueOf(await importHere(secretariat, file('a.csv', first)));
  valueOf(await importHere(secretariat, file('b.csv', second)));
  valueOf(await withdrawHere(secretariat, 1));
  valueOf(await restoreHere(secretariat, 1));
  valueOf(await importHere(secretariat, file('c.csv', `${header}\nsun,2017-03-23 10:00:00,5;6\n`)));
  valueOf(await withdrawHere(secretariat, 3));
  return { ...test, submitted, reopened, open };
}

function contradictionsOf({ secretariat }: TestWorkspace): readonly string[] {
  const refusal = refusalOf(verifyWorkspace(secretariat));
  if (refusal.code !== 'record-contradicted') throw new Error(refusal.code);
  return refusal.details.contradictions;
}

describe('what was done through the program', () => {
  it('agrees with its record', async () => {
    const test = await judged();
    const { auditEntries, checks } = valueOf(verifyWorkspace(test.secretariat));
    expect(auditEntries).toBe(test.events().length);
    expect(checks.map(({ check }) => check)).toEqual([
      'database',
      'audit-log',
      'rules',
      'candidates',
      'recusals',
      'sheets',
      'votes',
      'exclusions',
      'totals',
    ]);
  });

  it('agrees where marks came in with a table, were reopened and changed, and came in again', async () => {
    const test = votesWorkspace();
    const expert = test.addExpert('张委员');
    const importScores = async (name: string, content: string) => {
      const file = sourceFile(test.workspace.folder, name, content);
      valueOf(await confirmImport(test.secretariat, { table: 'scores', file }));
    };
    await importScores(
      'a.csv',
      'expert,candidate,innovation,practicality,comment\n张委员,1,8,7,好\n张委员,2,6,5,\n',
    );
    valueOf(verifyWorkspace(test.secretariat));
    valueOf(reopenSheet(test.secretariat, { id: expert.expert, reason: '核对' }));
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: null }));
    valueOf(saveScore(expert, { candidate: 3, criterion: 'innovation', mark: 3 }));
    valueOf(verifyWorkspace(test.secretariat));
    await importScores(
      'b.csv',
      'expert,candidate,innovation,practicality\n张委员,1,9,7\n张委员,2,6,5\n张委员,3,3,3\n',
    );
    valueOf(verifyWorkspace(test.secretariat));
  });

  it('agrees in the demonstration', async () => {
    const workspace = valueOf(await createDemonstration(temporaryFolder(), new Date('2017-04-05T01:00:00Z')));
    const actor = { kind: 'command-line', account: 'tester' } as const;
    const verified = verifyWorkspace({ workspace, actor, now: () => new Date() });
    closeWorkspace(workspace);
    expect(verified.ok).toBe(true);
  }, 60_000);

  it('keeps the hash of a submitted sheet when the secretariat registers a recusal afterwards', async () => {
    const test = await judged();
    const before = scoreSheetHash(test.workspace.connection, test.submitted.expert);
    const file = sourceFile(test.workspace.folder, 'r.csv', 'expert,candidate,reason\n张委员,2,亲属\n');
    valueOf(await confirmImport(test.secretariat, { table: 'recusals', file }));
    expect(scoreSheetHash(test.workspace.connection, test.submitted.expert)).toBe(before);
    const recorded = test.events().find(({ event }) => event === 'sheet-submitted');
    expect(recorded?.payload).toMatchObject({ sheetHash: before });
    valueOf(verifyWorkspace(test.secretariat));
  });

  it('agrees while work on the votes is only prepared, and after it was broken off', async () => {
    const test = await judged();
    const { connection } = test.workspace;
    leaveStagedBatch(connection, 4);
    prepareStanding(connection, 1, 0, 'second-that-day');
    forgeStanding(connection, 3, 0, 'already-recorded');
    valueOf(verifyWorkspace(test.secretariat));
  });
});

describe('what was changed behind the program’s back is named', () => {
  it.each([
    ['a rule', `UPDATE round SET rules = json_set(rules, '$.merge.expertWeight', 51)`, '规则：现行规则与第'],
    ['rules that are none', `UPDATE round SET rules = '{}'`, '规则：现行规则读不出来'],
    ['the lock', `UPDATE round SET locked_at = NULL, lock_origin = NULL`, '规则：锁定'],
    [
      'the reason of a change',
      `UPDATE rule_change SET reason = 'x' WHERE origin <> 'lock'`,
      '规则：修改记录 1 次',
    ],
    [
      'a submitted mark',
      `UPDATE score SET mark = 9000 WHERE expert = 1 AND candidate = 1`,
      '张委员的评分表：重算的校验值',
    ],
    [
      'a submitted comment',
      `UPDATE score_comment SET comment = '极好' WHERE expert = 1`,
      '张委员的评分表：重算的校验值',
    ],
    [
      'a mark that is too much',
      `UPDATE score SET mark = 9e15 WHERE expert = 1`,
      '张委员的评分表：存有不可能的分数',
    ],
    ['a mark more', `INSERT INTO score VALUES (1, 4, 'innovation', 9000)`, '张委员的评分表：重算的校验值'],
    [
      'a mark of a reopened sheet',
      `UPDATE score SET mark = 9000 WHERE expert = 2 AND candidate = 2`,
      '李委员的评分表：2 号的 innovation',
    ],
    [
      'a mark more on a reopened sheet',
      `INSERT INTO score VALUES (2, 5, 'innovation', 9000)`,
      '李委员的评分表：重算的校验值',
    ],
    [
      'a mark of an open sheet',
      `UPDATE score SET mark = 9000 WHERE expert = 3 AND criterion = 'innovation'`,
      '王委员的评分表：1 号的 innovation 记录的是 8 分，现在是 9 分',
    ],
    [
      'a mark taken from an open sheet',
      `DELETE FROM score WHERE expert = 3`,
      '王委员的评分表：1 号的 innovation 记录的是 8 分，现在是没有分数',
    ],
    [
      'a mark more on an open sheet',
      `INSERT INTO score VALUES (3, 5, 'innovation', 9000)`,
      '王委员的评分表：5 号的 innovation 现在是 9 分，没有打分的记录',
    ],
    ['an open sheet’s comment', `DELETE FROM score_comment WHERE expert = 3`, '王委员的评分表：2 号的评语'],
    [
      'a submission',
      `UPDATE score_sheet SET submitted_at = '2017-04-05' WHERE expert = 3`,
      '王委员的评分表：标为已提交',
    ],
    [
      'a submission undone',
      `UPDATE score_sheet SET submitted_at = NULL WHERE expert = 1`,
      '张委员的评分表：有提交的记录，但标为未提交',
    ],
    [
      'a reason of reopening',
      `UPDATE score_sheet SET reopened_reason = NULL WHERE expert = 2`,
      '李委员的评分表：退回的原因',
    ],
    ['a recusal gone', `DELETE FROM recusal`, '回避（张委员，3 号）：有登记的记录'],
    [
      'a recusal more',
      `INSERT INTO recusal VALUES (2, 4, '', 'secretariat')`,
      '回避（李委员，4 号）：没有登记的记录',
    ],
    ['a recusal’s reason', `UPDATE recusal SET reason = 'x'`, '回避（张委员，3 号）：原因'],
    [
      'a candidate’s number',
      `UPDATE application SET candidate = NULL WHERE candidate = 6`,
      '候选项目：建立工作区时有 6 个',
    ],
    [
      'an application more',
      `INSERT INTO application (title, candidate) VALUES ('新', 7)`,
      '“新”：没有登记的记录，现在的候选编号是 7',
    ],
    [
      'the votes of a candidate',
      `UPDATE vote_count SET votes = votes + 1 WHERE candidate = 2`,
      '得票数：2 号记为',
    ],
    [
      'the choices of a ballot',
      `UPDATE ballot_page SET choices = X'01060106' WHERE batch = 2`,
      '选票批次 2：存有的选票内容',
    ],
    [
      'a figure of the funnel',
      `UPDATE vote_funnel SET rows = rows + 1 WHERE batch = 2 AND standing = 'accepted'`,
      '选票批次 2：“',
    ],
    [
      'what a ballot counts as',
      `UPDATE ballot_standing SET standings = zeroblob(length(standings)) WHERE batch = 1`,
      '选票批次 1：有 1 行选票的去向与该行自身的核对结果矛盾',
    ],
    ['a ballot gone', `DELETE FROM ballot_page WHERE batch = 2`, '选票批次 2：存有选票 0 行，记录的是 2 行'],
    [
      'a batch’s state',
      `UPDATE vote_batch SET state = 'in-force', withdrawn_reason = NULL WHERE id = 3`,
      '选票批次 3：标为计票中',
    ],
    [
      'a batch’s file',
      `UPDATE vote_batch SET sha256 = '${'f'.repeat(64)}' WHERE id = 1`,
      '选票批次 1：文件名或文件校验值',
    ],
    [
      'a batch gone',
      `DELETE FROM vote_funnel WHERE batch = 3; DELETE FROM ballot_standing WHERE batch = 3; DELETE FROM ballot_page WHERE batch = 3; DELETE FROM vote_batch WHERE id = 3`,
      '选票批次 3：有导入的记录',
    ],
  ])('%s', async (_, sql, sentence) => {
    const test = await judged();
    valueOf(verifyWorkspace(test.secretariat));
    test.workspace.connection.pragma('foreign_keys = OFF');
    test.workspace.connection.exec(sql);
    expect(contradictionsOf(test).join('\n')).toContain(sentence);
    expect(sentenceOf(refusalOf(verifyWorkspace(test.secretariat)))).toContain(sentence);
  });

  it('the figures of the last import, even where all that is derived from the ballots was changed along', async () => {
    const test = votesWorkspace();
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', first)]));
    const { connection } = test.workspace;
    const row = storedBallots(connection).findIndex(({ standing }) => standing === 'unknown-project');
    forgeStanding(connection, 1, row, 'accepted');
    forgeVerdict(connection, 1, row, 0);
    connection.exec(`
      DELETE FROM vote_funnel WHERE standing = 'unknown-project';
      UPDATE vote_funnel SET rows = rows + 1 WHERE standing = 'accepted';
      INSERT INTO vote_count VALUES (9, 1);
      UPDATE vote_count SET votes = votes + 1 WHERE candidate = 3`);
    expect(contradictionsOf(test)).toEqual([
      '选票批次 1：选票去向与导入时记录的不同（记录的有效票 2 张，现在 3 张）',
    ]);
  });

  it('rules that were changed before anybody locked them', async () => {
    const test = votesWorkspace();
    test.workspace.connection.exec(`UPDATE round SET rules = json_set(rules, '$.merge.expertWeight', 51)`);
    expect(contradictionsOf(test)).toEqual(['规则：现行规则与第 1 条审计记录的不同']);
    valueOf(lockRules(test.secretariat, { reason: '' }));
    expect(contradictionsOf(test)).toEqual([
      '规则：第 2 条审计记录时的规则与第 1 条记录的不同，中间没有修改记录',
    ]);
  });
});

describe('the log itself', () => {
  function without(test: TestWorkspace, condition: string): void {
    test.workspace.connection.exec('DROP TRIGGER audit_entry_is_never_removed');
    test.workspace.connection.exec(`DELETE FROM audit_entry WHERE ${condition}`);
  }

  it('is refused when it was emptied', () => {
    const test = votesWorkspace();
    without(test, 'true');
    expect(refusalOf(verifyWorkspace(test.secretariat))).toMatchObject({
      code: 'audit-broken',
      details: { sequence: 1 },
    });
  });

  it('is refused when it was emptied and written on', () => {
    const test = votesWorkspace();
    without(test, 'true');
    test.addExpert('张委员');
    expect(refusalOf(verifyWorkspace(test.secretariat)).code).toBe('audit-broken');
  });

  it('contradicts the state when its end was cut off', () => {
    const test = votesWorkspace();
    const expert = test.addExpert('张委员');
    valueOf(setRecusal(test.secretariat, { expert: expert.expert, candidate: 1, recused: true, reason: '' }));
    without(test, `event = 'recusal-declared'`);
    expect(contradictionsOf(test)).toEqual(['回避（张委员，1 号）：没有登记的记录']);
  });
});
