import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../electron/database/audit-log.ts';
import { updateRules } from '../../../electron/database/rounds.ts';
import { exportRanking } from '../../../electron/services/exports/index.ts';
import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Caller } from '../../../electron/services/use-case.ts';
import { importVotes } from '../../../electron/services/votes/index.ts';
import type { ExportFormat } from '../../../shared/contract/exports.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import { imported, smallCandidates, smallRound, smallWorkspace } from '../imports/small-workspace.ts';
import { sourceFile } from '../tables/files.ts';

/**
 * Totals are 60 % innovation + 40 % recognition (of 10). By hand: panel 85, 85, 70, 60, 50, 100; votes 2, 1, 1, 0, 0, 0, so
 * public 100, 50, 50, 0, 0, 0; combined half and half 92.5, 67.5, 60, 30, 25, 50. Three places: 1, 2, 3.
 */
const scores = [
  'expert,candidate,创新性,认同度',
  ...['王敏,1,80,8', '王敏,2,90,9', '王敏,3,70,7', '王敏,4,60,6', '王敏,5,50,5', '王敏,6,10,1'],
  ...['李强,1,90,9', '李强,2,80,8', '李强,3,70,7', '李强,4,60,6', '李强,5,,', '李强,6,100,10'],
].join('\n');
const votes =
  'account,time,choices\na,2017-03-22 08:00:00,1;2\nb,2017-03-22 08:00:00,1\nc,2017-03-23 08:00:00,3\nd,2017-03-23 08:00:00,77\n';

async function judged(caller: Caller = smallWorkspace()): Promise<Caller> {
  await imported(caller, 'experts', '姓名\n王敏\n李强\n');
  await imported(caller, 'recusals', 'expert,candidate,reason\n王敏,6,本单位\n');
  await imported(caller, 'scores', scores);
  const counted = await importVotes(caller, [sourceFile('选票.csv', votes)], { dryRun: false });
  if (!counted.ok) throw new Error(sentenceOf(counted.refusal));
  return caller;
}

async function exported(caller: Caller, format: ExportFormat) {
  const result = await exportRanking(caller, format);
  if (!result.ok) throw new Error(sentenceOf(result.refusal));
  return result.value;
}

async function sheetsOf(caller: Caller): Promise<Map<string, Sheet>> {
  const { content } = await exported(caller, 'xlsx');
  const workbook = await readXlsx(content, { readStyles: true });
  return new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
}

function sheet(sheets: Map<string, Sheet>, name: string): Sheet {
  const found = sheets.get(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function cell(of: Sheet, row: number, column: number): Partial<Cell> {
  return of.cells?.get(`${row},${column}`) ?? {};
}

function columnOf(of: Sheet, header: string): CellValue[] {
  const column = of.rows[0]?.indexOf(header) ?? -1;
  return of.rows.slice(1).map((row) => row[column] ?? null);
}

/** The table of the six candidates, without what stands beside and below it. */
function totalsOf(matrix: Sheet, header: string): CellValue[] {
  return columnOf(matrix, header).slice(0, 6);
}

/** The second table of 评分矩阵: its header and its rows. */
function marksOf(matrix: Sheet): CellValue[][] {
  const left = matrix.rows[0]?.lastIndexOf('候选编号') ?? -1;
  return matrix.rows.map((row) => Array.from({ length: 7 }, (_, column) => row[left + column] ?? null));
}

describe('the workbook', () => {
  it('ranks as computed by hand, with real numbers', async () => {
    const ranking = sheet(await sheetsOf(await judged()), '排名');
    expect(columnOf(ranking, '名次')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(columnOf(ranking, '候选编号')).toEqual([1, 2, 3, 6, 4, 5]);
    expect(columnOf(ranking, '专家评分')).toEqual([85, 85, 70, 100, 60, 50]);
    expect(columnOf(ranking, '得票数')).toEqual([2, 1, 1, 0, 0, 0]);
    expect(columnOf(ranking, '公众得分（换算后）')).toEqual([100, 50, 50, 0, 0, 0]);
    expect(columnOf(ranking, '合并得分')).toEqual([92.5, 67.5, 60, 50, 30, 25]);
    expect(columnOf(ranking, '入围')).toEqual(['是', '是', '是', null, null, null]);
    expect(columnOf(ranking, '申报单位')[0]).toBe('单位一');
    expect(cell(ranking, 1, 10).style?.numFmt).toBe('0.0000');
  });

  it('keeps its header in view and on every printed page, on one page’s width across', async () => {
    const ranking = sheet(await sheetsOf(await judged()), '排名');
    expect(ranking.freezePane).toMatchObject({ rows: 1, columns: 3 });
    expect(ranking.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: '$1:$1',
    });
    expect(ranking.columns?.every((column) => (column.width ?? 0) > 0)).toBe(true);
  });

  it('draws the cut line below the last finalist and nowhere else', async () => {
    const ranking = sheet(await sheetsOf(await judged()), '排名');
    const thick = ranking.rows.flatMap((_, row) =>
      cell(ranking, row, 2).style?.border?.bottom?.style === 'thick' ? [row] : [],
    );
    expect(thick).toEqual([3]);
  });

  it('shows every total, the recused pair as 回避 and an incomplete one as blank', async () => {
    const matrix = sheet(await sheetsOf(await judged()), '评分矩阵');
    expect(totalsOf(matrix, '王敏')).toEqual([80, 90, 70, 60, 50, '回避']);
    expect(totalsOf(matrix, '李强')).toEqual([90, 80, 70, 60, null, 100]);
    expect(totalsOf(matrix, '创新性（去分后平均）')).toEqual([85, 85, 70, 60, 50, 100]);
  });

  it('has every single mark beside the totals, so that they can be computed again', async () => {
    const matrix = sheet(await sheetsOf(await judged()), '评分矩阵');
    const [header, ...rows] = marksOf(matrix);
    expect(header).toEqual(['候选编号', '项目名称', '评审委员', '创新性', '认同度', '总分', '计入情况']);
    expect(rows).toHaveLength(12);
    expect(rows.slice(0, 2)).toEqual([
      [1, '项目一', '王敏', 80, 8, 80, '计入'],
      [1, '项目一', '李强', 90, 9, 90, '计入'],
    ]);
    expect(rows.slice(9)).toEqual([
      [5, '项目五', '李强', null, null, null, '未评'],
      [6, '项目六', '王敏', null, null, null, '回避'],
      [6, '项目六', '李强', 100, 10, 100, '计入'],
    ]);
    for (const [, , , innovation, recognition, total] of rows) {
      if (total !== null)
        expect(Number(innovation) * 0.6 + Number(recognition) * 4).toBeCloseTo(Number(total));
    }
    // Two tables for a reader: a column with nothing in it parts them, and no frame hangs below the first.
    const gap = (matrix.rows[0]?.lastIndexOf('候选编号') ?? 0) - 1;
    expect(matrix.rows.every((row) => (row[gap] ?? null) === null)).toBe(true);
    expect(matrix.rows.slice(7).every((row) => row.slice(0, gap).every((value) => value === null))).toBe(
      true,
    );
  });

  it('marks dropped totals in words and keeps them numbers', async () => {
    const caller = smallWorkspace();
    updateRules(caller.workspace.connection, {
      ...smallRound,
      panel: { trim: { low: 1, high: 0, atLeast: 2 }, severity: 'none' },
    });
    const matrix = sheet(await sheetsOf(await judged(caller)), '评分矩阵');
    expect(matrix.rows[1]?.slice(2, 5)).toEqual([80, 90, 90]);
    expect(cell(matrix, 1, 2).style).toMatchObject({
      numFmt: '0.00"（去低）"',
      font: { strikethrough: true },
    });
    expect(cell(matrix, 1, 3).style?.numFmt).toBe('0.00');
    expect(
      marksOf(matrix)
        .slice(1, 3)
        .map((row) => row.at(-1)),
    ).toEqual(['去掉（最低）', '计入']);
  });

  it('has the funnel that adds up, the batches and their hashes', async () => {
    const { rows } = sheet(await sheetsOf(await judged()), '选票');
    expect(rows.slice(1, 4).map((row) => row.slice(0, 3))).toEqual([
      [1, '项目一', 2],
      [2, '项目二', 1],
      [3, '项目三', 1],
    ]);
    const steps = rows.filter(
      (row) =>
        typeof row[1] === 'string' && /有效票|无效|已在其他/.test(row[1]) && typeof row[2] === 'number',
    );
    expect(steps.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(4);
    expect(rows.flat()).toContain(createHash('sha256').update(votes).digest('hex'));
  });

  it('names the rules, when they were locked, who exported and what went in', async () => {
    const { rows } = sheet(await sheetsOf(await judged()), '规则');
    const text = rows.map((row) => row.join(' ')).join('\n');
    expect(text).toContain('权重 60，满分 100，每档 1 分');
    expect(text).toContain('2017-04-05 10:00:00，首次导入时自动锁定');
    expect(text).toContain('命令行（tester）');
    expect(text).toContain(createHash('sha256').update(scores).digest('hex'));
    expect(text).toContain('未定稿');
  });

  it('neutralises a title that Excel would calculate', async () => {
    const candidates = smallCandidates.map((each) =>
      each.candidate === 1 ? { ...each, title: '=HYPERLINK("x")' } : each,
    );
    const sheets = await sheetsOf(await judged(smallWorkspace('real', candidates)));
    expect(columnOf(sheet(sheets, '排名'), '项目名称')[0]).toBe(`'=HYPERLINK("x")`);
    for (const each of sheets.values()) {
      for (const written of each.cells?.values() ?? []) expect(written.formula).toBeUndefined();
    }
  });

  it('is stamped in the first row of every sheet, and in its name, in a demonstration', async () => {
    const caller = await judged(smallWorkspace('demonstration'));
    const sheets = await sheetsOf(caller);
    expect(sheets.size).toBe(4);
    for (const each of sheets.values()) expect(each.rows[0]?.[0]).toBe('演示数据，不得用于正式评选');
    expect((await exported(caller, 'xlsx')).fileName).toBe('演示-示例-排名-2017-04-05.xlsx');
  });

  it('is written before anybody has marked or voted', async () => {
    const ranking = sheet(await sheetsOf(smallWorkspace()), '排名');
    expect(columnOf(ranking, '名次')).toEqual([null, null, null, null, null, null]);
  });
});

describe('the CSV', () => {
  it('is what Excel opens by a double click: UTF-8 mark, CRLF, six places', async () => {
    const { content, fileName } = await exported(await judged(), 'csv');
    const text = Buffer.from(content).toString('utf8');
    expect(fileName).toBe('示例-排名-2017-04-05.csv');
    expect(text.startsWith('\uFEFF名次,候选编号,项目名称')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines[1]).toBe('1,1,项目一,单位一,,是,85.000000,85.000000,2,100.000000,92.500000,2,0,');
    expect(lines).toHaveLength(8);
  });
});

it('every export is on the record with the hash of what went out', async () => {
  const caller = await judged();
  const { content } = await exported(caller, 'xlsx');
  const last = [...readAudit(caller.workspace.connection)].at(-1);
  expect(last).toMatchObject({
    event: 'result-exported',
    payload: { kind: 'ranking', format: 'xlsx', sha256: createHash('sha256').update(content).digest('hex') },
  });
});
