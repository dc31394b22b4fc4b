import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { markVoteExclusionLifted } from '../../../electron/database/vote-exclusions.ts';
import { exportRanking } from '../../../electron/services/exports/index.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { importVotes, withdrawVoteBatch } from '../../../electron/services/votes/index.ts';
import { applyExclusionsBy } from '../../../electron/services/votes/suspicion/apply-exclusions.ts';
import { runVoteWork } from '../../../electron/services/votes/work/run-vote-work.ts';
import { excludeBallots } from '../../support/exclude-ballots.ts';
import { imported, smallWorkspace } from '../imports/small-workspace.ts';
import { valueOf } from '../../support/workspace.ts';
import { sourceFile } from '../tables/files.ts';

/**
 * Panel 85, 85, 70, 60, 50, 100; combined half and half. Votes 2, 1, 1, 10, 0, 0, so public 20, 10, 10, 100, 0, 0 and combined
 * 52.5, 47.5, 40, 80, 25, 50: the first three are 4, 1, 6. Without the ten ballots of one moment votes 2, 1, 1, 0, 0, 0, so
 * public 100, 50, 50, 0, 0, 0 and combined 92.5, 67.5, 60, 30, 25, 50: the first three are 1, 2, 3.
 */
const scores = [
  'expert,candidate,创新性,认同度',
  ...['王敏,1,85,8.5', '王敏,2,85,8.5', '王敏,3,70,7', '王敏,4,60,6', '王敏,5,50,5', '王敏,6,100,10'],
].join('\n');
const moment = Date.parse('2017-03-24T08:00:00+08:00');
const votes = [
  'account,time,choices',
  'a,2017-03-22 08:00:00,1;2',
  'b,2017-03-22 08:00:00,1',
  'c,2017-03-23 08:00:00,3',
  ...Array.from({ length: 10 }, (_, each) => `crowd-${each},2017-03-24 08:00:00,4`),
].join('\n');

async function judged(kind: 'real' | 'demonstration' = 'real'): Promise<Caller> {
  const caller = smallWorkspace(kind);
  await imported(caller, 'experts', '姓名\n王敏\n');
  await imported(caller, 'scores', scores);
  valueOf(await importVotes(caller, [sourceFile('选票.csv', votes)], { dryRun: false }));
  return caller;
}

/** Takes the ballots of that moment out of the count, as an exclusion by a flag would. */
async function excludeCrowd(caller: Caller): Promise<void> {
  await excludeBallots(caller, ({ instants }, ballot) => instants[ballot] === moment);
}

async function sheetsOf(caller: Caller): Promise<ReadonlyMap<string, Sheet>> {
  const { content } = valueOf(await exportRanking(caller, 'xlsx'));
  const workbook = await readXlsx(content, { readStyles: true });
  return new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
}

function rowsOf(sheets: ReadonlyMap<string, Sheet>, name: string): readonly CellValue[][] {
  return sheets.get(name)?.rows ?? [];
}

it('shows the ranking before the exclusions, in its own order, beside the one that counts', async () => {
  const caller = await judged();
  await excludeCrowd(caller);
  const sheets = await sheetsOf(caller);
  expect([...sheets.keys()].slice(0, 2)).toEqual(['排名', '剔除前名次']);
  expect(rowsOf(sheets, '剔除前名次')).toEqual([
    [
      ...['剔除前名次', '候选编号', '项目名称', '剔除前入围', '剔除前得票数'],
      ...['现在名次', '现在入围', '现在得票数', '有无变化'],
    ],
    [1, 4, '项目四', '是', 10, 5, null, 0, '名次不同，入围不同'],
    [2, 1, '项目一', '是', 2, 1, '是', 2, '名次不同'],
    [3, 6, '项目六', '是', 0, 4, null, 0, '名次不同，入围不同'],
    [4, 2, '项目二', null, 1, 2, '是', 1, '名次不同，入围不同'],
    [5, 3, '项目三', null, 1, 3, '是', 1, '名次不同，入围不同'],
    [6, 5, '项目五', null, 0, 6, null, 0, null],
  ]);
  const ranking = rowsOf(sheets, '排名').slice(1);
  expect(ranking.map(([, candidate]) => candidate)).toEqual([1, 2, 3, 6, 4, 5]);
});

it('draws the cut line of that ranking below its last finalist and nowhere else', async () => {
  const caller = await judged();
  await excludeCrowd(caller);
  const sheet = (await sheetsOf(caller)).get('剔除前名次');
  const thick = sheet?.rows.flatMap((_, row) =>
    sheet.cells?.get(`${row},2`)?.style?.border?.bottom?.style === 'thick' ? [row] : [],
  );
  expect(thick).toEqual([3]);
});

it('says by which minute ballots were excluded, by whom and confirmed by whom', async () => {
  const caller = await judged();
  const about = async (): Promise<readonly CellValue[][]> =>
    rowsOf(await sheetsOf(caller), '规则').filter(([name]) => /剔除/.test(String(name)));
  expect(await about()).toEqual([]);
  await excludeCrowd(caller);
  expect(await about()).toEqual([
    ['剔除的选票', null, null],
    ['第 1 次剔除', '10 张（会议记录：4月5日评审会决定）', '2017-04-05 10:00:00，李华；张监 确认'],
  ]);
});

it('says of an exclusion how many of its ballots are still out of the count where it is fewer', async () => {
  const caller = await judged();
  await excludeCrowd(caller);
  valueOf(await withdrawVoteBatch(caller, { batch: 1, reason: '文件有误' }));
  expect(rowsOf(await sheetsOf(caller), '规则').map(([, value]) => value)).toContain(
    '10 张，现在只有 0 张（会议记录：4月5日评审会决定）',
  );
});

it('stands behind the ranking in the plain table too, and only while ballots are excluded', async () => {
  const caller = await judged();
  const lines = async (): Promise<string[][]> => {
    const { content } = valueOf(await exportRanking(caller, 'csv'));
    const all = Buffer.from(content).toString('utf8').trimEnd().split('\r\n');
    return all.map((line) => line.split(','));
  };
  const plain = await lines();
  expect(plain[0]?.at(-1)).toBe('并列说明');
  await excludeCrowd(caller);
  const withBefore = await lines();
  expect(withBefore[0]?.slice(0, -3)).toEqual(plain[0]);
  expect(withBefore.map((cells) => [cells[1], ...cells.slice(-3)])).toEqual([
    ['候选编号', '剔除前名次', '剔除前入围', '剔除前得票数'],
    ['1', '2', '是', '2'],
    ['2', '4', '', '1'],
    ['3', '5', '', '1'],
    ['6', '3', '是', '0'],
    ['4', '1', '是', '10'],
    ['5', '6', '', '0'],
  ]);
});

it('has no such sheet while nothing is excluded, and none after the exclusion was lifted', async () => {
  const caller = await judged();
  expect([...(await sheetsOf(caller)).keys()]).not.toContain('剔除前名次');
  await excludeCrowd(caller);
  valueOf(
    await applyExclusionsBy(runVoteWork, caller, { kind: 'lift', exclusion: 1 }, (connection) => {
      const [at, by, confirmedBy] = ['2017-04-06T02:00:00.000Z', 'secretariat:1:李华', 'observer:2:张监'];
      markVoteExclusionLifted(connection, { exclusion: 1, minute: '核实无误', at, by, confirmedBy });
    }),
  );
  const lifted = await sheetsOf(caller);
  expect([...lifted.keys()]).toEqual(['排名', '评分矩阵', '选票', '规则']);
  expect(rowsOf(lifted, '规则').flat().join()).not.toContain('剔除');
});

it('is stamped in a demonstration', async () => {
  const caller = await judged('demonstration');
  await excludeCrowd(caller);
  expect(rowsOf(await sheetsOf(caller), '剔除前名次')[0]?.[0]).toBe('演示数据，不得用于正式评选');
});
