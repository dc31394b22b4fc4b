import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertVoteExclusion } from '../../../electron/database/vote-exclusions.ts';
import { readAccountKey } from '../../../electron/database/workspace-secret.ts';
import { AccountHash } from '../../../electron/services/votes/account-hash.ts';
import {
  checkVotesFile,
  findBallots,
  listBallots,
  readVoteTally,
  tryBallot,
  type CheckedLine,
} from '../../../electron/services/votes/index.ts';
import { memberBlob } from '../../../electron/services/votes/suspicion/members.ts';
import type { BallotRow } from '../../../shared/ballots/check.ts';
import { standingsByCode } from '../../../shared/ballots/standing-codes.ts';
import type { CountedBallots } from '../../../shared/ballots/suspicion/counted-ballots.ts';
import type { Round } from '../../../shared/round/round.ts';
import {
  csvOf,
  header,
  importHere,
  sourceFile,
  votesRound,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const first = [
  header,
  'wang,2017-03-22 08:00:00,1;2',
  'wang,2017-03-22 07:00:00,2;3',
  'li,2017-03-21 23:59:59,1;2',
  'zhao,2017-03-22 09:00:00,1;77;abc;A99',
  ',2017-03-22 09:00:00,1;2',
].join('\n');
const second = [header, 'li,2017-03-22 10:00:00,1;2', 'wang,2017-03-22 07:00:00,3、2'].join('\n');

async function imported(test: TestWorkspace, name: string, content: string): Promise<void> {
  valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, name, content)]));
}

async function withTwoBatches(): Promise<TestWorkspace> {
  const test = votesWorkspace();
  await imported(test, '一.csv', first);
  await imported(test, '二.csv', second);
  return test;
}

const step = (test: TestWorkspace, standing: (typeof standingsByCode)[number], batch?: number) =>
  valueOf(
    listBallots(test.secretariat, {
      standing,
      offset: 0,
      limit: 1000,
      ...(batch === undefined ? {} : { batch }),
    }),
  );

describe('the rows of a step of the funnel', () => {
  it('are shown with their place, their cells as written and why they stand there', async () => {
    const test = await withTwoBatches();
    expect(step(test, 'outside-window').ballots).toEqual([
      {
        batch: 1,
        file: '一.csv',
        sheet: null,
        line: 4,
        account: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        time: '2017-03-21 23:59:59',
        choices: '1;2',
        standing: 'outside-window',
        rule: {
          code: 'outside-window',
          sentence: '投票时间 2017-03-21 23:59:59，早于开始时间 2017-03-22 00:00:00。',
        },
        earlier: null,
      },
    ]);
    expect(step(test, 'unreadable').ballots).toMatchObject([
      {
        line: 6,
        account: '',
        rule: { sentence: '这一行没有账号（空着，或写的是 NULL、#N/A、匿名这类），不知道是谁投的。' },
      },
    ]);
    expect(step(test, 'unknown-project').ballots[0]?.rule.sentence).toBe(
      '所选的“77”、（一段不是编号的文字）、“A99”不是候选项目的编号。',
    );
  });

  it('name the ballot that counts instead', async () => {
    const test = await withTwoBatches();
    const counted = { batch: 1, file: '一.csv', sheet: null, line: 3, time: '2017-03-22 07:00:00' };
    expect(step(test, 'second-that-day').ballots).toMatchObject([{ batch: 1, line: 2, earlier: counted }]);
    expect(step(test, 'already-recorded').ballots).toMatchObject([
      { batch: 2, line: 3, choices: '3、2', earlier: counted },
    ]);
  });

  it('are those of one batch where one is asked for, and of no withdrawn one', async () => {
    const test = await withTwoBatches();
    expect(step(test, 'accepted', 2).ballots.map(({ line }) => line)).toEqual([2]);
    valueOf(await withdrawHere(test.secretariat, 2));
    expect(step(test, 'accepted', 2)).toEqual({ total: 0, ballots: [] });
    expect(
      refusalOf(listBallots(test.secretariat, { standing: 'accepted', batch: 9, offset: 0, limit: 1 })).code,
    ).toBe('batch-unknown');
  });

  it('come page by page, each row once, beyond the rows that one stored page holds', async () => {
    const test = votesWorkspace();
    const rows = Array.from({ length: 9000 }, (_, index) =>
      index % 3 === 0 ? `a${index},2017-03-22 08:00:00,1` : `a${index},2017-03-22 08:00:00,1;2`,
    );
    await imported(test, '多.csv', [header, ...rows].join('\n'));
    const lines: number[] = [];
    for (let offset = 0; offset < 3000; offset += 700) {
      const { total, ballots } = valueOf(
        listBallots(test.secretariat, { standing: 'too-few', offset, limit: 700 }),
      );
      expect(total).toBe(3000);
      lines.push(...ballots.map(({ line }) => line));
    }
    expect(lines).toEqual(Array.from({ length: 3000 }, (_, index) => 2 + 3 * index));
    const beyond = valueOf(listBallots(test.secretariat, { standing: 'too-few', offset: 3000, limit: 9 }));
    expect(beyond).toEqual({ total: 3000, ballots: [] });
  });
});

describe('the ballots of an account', () => {
  it('are found in all batches, with what they count as, and after withdrawn ones are marked', async () => {
    const test = await withTwoBatches();
    valueOf(await withdrawHere(test.secretariat, 2));
    const found = valueOf(findBallots(test.secretariat, { account: ' wang ' }));
    expect(found).toMatchObject({ total: 3, account: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    expect(
      found.ballots.map(({ batch, line, standing, isWithdrawn }) => [batch, line, standing, isWithdrawn]),
    ).toEqual([
      [1, 2, 'second-that-day', false],
      [1, 3, 'accepted', false],
      [2, 3, 'already-recorded', true],
    ]);
    expect(found.ballots[2]?.rule.sentence).toBe('所在的批次 2 已经撤回，不计票。');
    expect(valueOf(findBallots(test.secretariat, { account: 'nobody' })).total).toBe(0);
  });

  it('leave no trace of the question', async () => {
    const test = await withTwoBatches();
    const before = test.events();
    valueOf(findBallots(test.secretariat, { account: 'oX7Kd5x7mew7PK2e7KiG9' }));
    valueOf(tryBallot(test.secretariat, { line: 'oX7Kd5x7mew7PK2e7KiG9,2017-03-22 08:00:00,1;2' }));
    expect(test.events()).toEqual(before);
  });
});

describe('a ballot to try', () => {
  const tried = (test: TestWorkspace, line: string) => valueOf(tryBallot(test.secretariat, { line }));

  it('is judged beside what is in force, and nothing of it stays', async () => {
    const test = await withTwoBatches();
    const tally = valueOf(readVoteTally(test.secretariat));
    expect(tried(test, 'wang,2017-03-22 12:00:00,4;5')).toMatchObject({
      standing: 'second-that-day',
      earlier: { batch: 1, line: 3 },
      time: '2017-03-22 12:00:00',
      choices: [4, 5],
      others: 3,
    });
    expect(tried(test, 'wang,2017-03-22 07:00:00,3;2')).toMatchObject({
      standing: 'already-recorded',
      earlier: { batch: 1, line: 3 },
    });
    expect(tried(test, 'nobody,2017-03-22 12:00:00,4;5')).toMatchObject({ standing: 'accepted', others: 0 });
    expect(valueOf(readVoteTally(test.secretariat))).toEqual(tally);
  });

  it('may be pasted from a sheet, with commas between the choices, or with a quote too many', () => {
    const test = votesWorkspace();
    expect(tried(test, 'wang\t2017/3/22 8:00\t1、2').standing).toBe('accepted');
    expect(tried(test, 'wang,2017-03-22 08:00,1,2,3').choices).toEqual([1, 2, 3]);
    expect(tried(test, '\t2017/3/22 8:00\t1、2').rule.sentence).toContain('没有账号');
    expect(tried(test, '"wang,2017-03-22 08:00,1;2').standing).toBe('accepted');
    expect(tried(test, 'wang,2017-03-22 08:00').rule.sentence).toContain('所选项目');
  });

  it('may be given cell by cell', () => {
    const test = votesWorkspace();
    const input = { account: 'wang', time: '昨天', choices: '1;2' };
    expect(valueOf(tryBallot(test.secretariat, input))).toMatchObject({
      rule: { code: 'unreadable' },
      time: null,
    });
  });
});

it('a ballot of an excluded group is excluded before and after its import', async () => {
  const test = votesWorkspace();
  const { connection } = test.workspace;
  const { low, high } = new AccountHash(readAccountKey(connection)).ofText('wang');
  const instant = Date.parse('2017-03-22T07:00:00+08:00');
  const counted = { accounts: Uint32Array.of(low, high), instants: Float64Array.of(instant) };
  insertVoteExclusion(connection, {
    flag: '{}',
    ballots: 1,
    members: memberBlob(counted as unknown as CountedBallots, [0]),
    minute: '纪要',
    at: '2017-04-05T01:00:00.000Z',
    by: 'person:1',
    confirmedBy: 'person:2',
  });
  const file = sourceFile(test.workspace.folder, '一.csv', first);
  const before = valueOf(await checkVotesFile(test.secretariat, file, 3));
  expect(before).toMatchObject([{ standing: 'excluded', rule: { code: 'excluded' } }]);
  await imported(test, '一.csv', first);
  expect(valueOf(await checkVotesFile(test.secretariat, file, 3))).toEqual(before);
});

describe('the check of a file', () => {
  const lines = (test: TestWorkspace, name: string, content: string, line: number | null = null) =>
    checkVotesFile(test.secretariat, sourceFile(test.workspace.folder, name, content), line);
  const shown = (checked: readonly CheckedLine[]) => checked.map(({ row, standing }) => [row, standing]);

  it('says of each line what it would count as, and writes nothing', async () => {
    const test = votesWorkspace();
    await imported(test, '一.csv', first);
    const tally = valueOf(readVoteTally(test.secretariat));
    const checked = valueOf(await lines(test, '二.csv', `${second}\nli,2017-03-22 11:00:00,2;3\n`));
    expect(checked).toMatchObject([
      { row: 2, standing: 'accepted', earlier: null },
      { row: 3, standing: 'already-recorded', earlier: { batch: 1, file: '一.csv', line: 3 } },
      { row: 4, standing: 'second-that-day', earlier: { batch: null, file: '二.csv', line: 2 } },
    ]);
    expect(valueOf(readVoteTally(test.secretariat))).toEqual(tally);
  });

  it('explains a single line as it explains it among the others', async () => {
    const test = votesWorkspace();
    const all = valueOf(await lines(test, '一.csv', first));
    for (const each of all) expect(valueOf(await lines(test, '一.csv', first, each.row))).toEqual([each]);
    expect(refusalOf(await lines(test, '一.csv', first, 99)).code).toBe('line-missing');
    await imported(test, '一.csv', first);
    expect(valueOf(await lines(test, '一.csv', first, 3))).toMatchObject([{ row: 3, standing: 'accepted' }]);
    expect(refusalOf(await lines(test, '一.csv', first, 99)).code).toBe('line-missing');
  });

  it('says of a file in force what is recorded', async () => {
    const test = await withTwoBatches();
    expect(shown(valueOf(await lines(test, 'x.csv', first)))).toEqual([
      [2, 'second-that-day'],
      [3, 'accepted'],
      [4, 'outside-window'],
      [5, 'unknown-project'],
      [6, 'unreadable'],
    ]);
  });

  it('gives back what is wrong with a file', async () => {
    const test = votesWorkspace();
    expect(refusalOf(await lines(test, 'x.csv', 'a,b\n1,2\n')).code).toBe('votes-layout-unknown');
  });
});

/** Few accounts, moments and lists, so that rows meet in every way. */
const row: fc.Arbitrary<BallotRow> = fc.record({
  account: fc.constantFrom('wang', 'li', ''),
  time: fc.constantFrom(
    '2017-03-22 08:00:00',
    '2017/3/22 8:00',
    '2017-03-22 20:00:00',
    '2017-03-21 23:59:59',
    '昨天',
  ),
  choices: fc.constantFrom('1;2', '2;1', '2;3;4', '1', '1;2;3;4;5', '1;77', '1;somebody', '3;3', ''),
});
const rows = fc.array(row, { minLength: 1, maxLength: 8 });
const frequencies = fc.constantFrom<Round['ballot']['perAccount']>('once-a-day', 'once', 'unlimited');

it('the check before an import, the record after it and the list of every step agree line by line', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, frequencies, async (one, other, perAccount) => {
      fc.pre(csvOf(one) !== csvOf(other));
      const round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount } };
      const test = votesWorkspace({ round });
      await imported(test, 'a.csv', csvOf(one));
      const file = sourceFile(test.workspace.folder, 'b.csv', csvOf(other));
      const before = valueOf(await checkVotesFile(test.secretariat, file, null));
      await imported(test, 'b.csv', csvOf(other));
      const after = valueOf(await checkVotesFile(test.secretariat, file, null));
      expect(after).toEqual(before.map((each) => withBatch(each, 2)));
      const listed = standingsByCode.flatMap((standing) => step(test, standing, 2).ballots);
      expect(
        listed
          .map(({ file: name, sheet, line, standing, rule, earlier }) => ({
            file: name,
            sheet,
            row: line,
            standing,
            rule,
            earlier,
          }))
          .sort((left, right) => left.row - right.row),
      ).toEqual(after);
    }),
    { numRuns: 40 },
  );
});

/** Within the file itself the other ballot has no batch before the import. */
function withBatch(line: CheckedLine, batch: number): CheckedLine {
  if (line.earlier?.batch !== null) return line;
  const sentence = line.rule.sentence.replace('本文件', `批次 ${batch}“${line.file}”`);
  return { ...line, rule: { ...line.rule, sentence }, earlier: { ...line.earlier, batch } };
}
