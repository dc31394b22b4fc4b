import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRejectedBallots, exportRejectedBallotsBy } from '../../../electron/services/exports/index.ts';
import { writeRejected } from '../../../electron/services/exports/write-rejected.ts';
import { readXlsx } from 'hucre/xlsx';
import type { ExportFormat } from '../../../shared/contract/exports.ts';
import {
  header,
  importHere,
  sourceFile,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const account = 'oX7Kd5x7mew7PK2e7KiG9';
const first = [
  header,
  `${account},2017-03-22 08:00:00,1;2`,
  `${account},2017-03-22 09:00:00,2;3`,
  'li,2017-03-22 09:00:00,1',
  'zhao,2017-03-22 09:00:00,=1+1;-77',
].join('\n');
const second = [header, 'li,2017-03-23 09:00:00,', `${account},2017-03-22 08:00:00,2;1`].join('\n');

async function withTwoBatches(kind: 'real' | 'demonstration' = 'real'): Promise<TestWorkspace> {
  const test = votesWorkspace({ kind });
  const { folder } = test.workspace;
  valueOf(await importHere(test.secretariat, [sourceFile(folder, '一.csv', first)]));
  valueOf(await importHere(test.secretariat, [sourceFile(folder, '二.csv', second)]));
  return test;
}

async function exported(test: TestWorkspace, format: ExportFormat, batch: number | null = null) {
  const path = join(test.workspace.folder, 'exports', `out.${format}`);
  const written = valueOf(
    await exportRejectedBallotsBy(writeRejected, test.secretariat, { batch, format }, path),
  );
  const content = readFileSync(path);
  expect(content.length).toBe(written.bytes);
  expect(createHash('sha256').update(content).digest('hex')).toBe(written.sha256);
  return { ...written, content };
}

async function linesOf(test: TestWorkspace, batch: number | null = null): Promise<string[]> {
  const { content } = await exported(test, 'csv', batch);
  return content.toString('utf8').split('\r\n');
}

describe('the ballots that are not counted, taken out', () => {
  it('are a line each, with where they stand, why they do not count and which ballot counts instead', async () => {
    const lines = await linesOf(await withTwoBatches());
    expect(lines[0]).toBe('\uFEFF批次,文件,工作表,行号,账号摘要,时间,选项,原因,说明');
    expect(lines.slice(1).map((line) => line.replaceAll(/[0-9a-f]{16,32}/g, '…'))).toEqual([
      '1,一.csv,,3,…,2017-03-22 09:00:00,2;3,无效：当日重复投票,同一账号在 2017-03-22 已有一张有效票：批次 1“一.csv”第 2 行（2017-03-22 08:00:00）。',
      '1,一.csv,,4,…,2017-03-22 09:00:00,1,无效：少选,选了 1 项，少于规定的 2 项。',
      '1,一.csv,,5,…,2017-03-22 09:00:00,#…;-77,无效：项目不存在,所选的（一段不是编号的文字）、“-77”不是候选项目的编号。',
      '2,二.csv,,2,…,2017-03-23 09:00:00,,无效：少选,一项也没有选，至少要选 2 项。',
      '2,二.csv,,3,…,2017-03-22 08:00:00,2;1,已登记过（与其他批次的同一张票相同）,与批次 1“一.csv”第 2 行是同一张票，已在那里登记，这里不重复计。',
      '',
    ]);
  });

  it('name no account, and an account by the same hash everywhere', async () => {
    const test = await withTwoBatches();
    const lines = await linesOf(test);
    expect(lines.join()).not.toContain(account);
    const hashes = lines.slice(1).map((line) => line.split(',')[4]);
    expect(hashes[0]).toBe(hashes[4]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are those of one batch where one is asked for; a withdrawn or unknown one is refused and leaves no file', async () => {
    const test = await withTwoBatches();
    expect(await linesOf(test, 2)).toHaveLength(4);
    valueOf(await withdrawHere(test.secretariat, 2));
    const path = join(test.workspace.folder, 'exports', 'none.csv');
    for (const [batch, code] of [
      [2, 'batch-withdrawn'],
      [9, 'batch-unknown'],
    ] as const) {
      const refused = await exportRejectedBallotsBy(
        writeRejected,
        test.secretariat,
        { batch, format: 'csv' },
        path,
      );
      expect(refusalOf(refused).code).toBe(code);
    }
    expect(existsSync(path)).toBe(false);
  });

  it('are put on record with the hash of the file', async () => {
    const test = await withTwoBatches();
    const { sha256, fileName } = await exported(test, 'xlsx');
    expect(test.events().at(-1)).toEqual({
      event: 'result-exported',
      payload: { kind: 'rejected-ballots', format: 'xlsx', sha256 },
    });
    expect(fileName).toBe('小评选-不计票的选票-2017-04-05.xlsx');
  });

  it('are the same rows in a workbook', async () => {
    const test = await withTwoBatches();
    const { content } = await exported(test, 'xlsx');
    const { sheets } = await readXlsx(content);
    const [sheet] = sheets;
    expect(sheets).toHaveLength(1);
    const lines = await linesOf(test);
    const asText = sheet?.rows.map((row) =>
      Array.from({ length: 9 }, (_, column) => String(row[column] ?? '')).join(','),
    );
    expect([`\uFEFF${asText?.[0]}`, ...(asText ?? []).slice(1), '']).toEqual(lines);
  });

  it('bear the stamp of demonstration data', async () => {
    const test = await withTwoBatches('demonstration');
    expect((await linesOf(test))[0]).toContain('演示数据，不得用于正式评选');
    expect((await exported(test, 'xlsx')).fileName).toMatch(/^演示-/);
  });
});

it('cells that a spreadsheet would take for formulas are neutralised', async () => {
  const test = votesWorkspace();
  const { folder } = test.workspace;
  const file = sourceFile(folder, '=cmd.csv', [header, 'li,2017-03-22 09:00:00,-77;=1'].join('\n'));
  valueOf(await importHere(test.secretariat, [file]));
  const [, line] = await linesOf(test);
  expect(line?.split(',')[1]).toBe("'=cmd.csv");
  expect(line?.split(',')[6]).toMatch(/^'-77/);
  const { sheets } = await readXlsx((await exported(test, 'xlsx')).content);
  expect(sheets[0]?.rows[1]?.[1]).toBe("'=cmd.csv");
});

it('two hundred thousand of them are all in the file, written on a thread of its own', async () => {
  const test = votesWorkspace();
  const { folder } = test.workspace;
  const rows = Array.from({ length: 200_000 }, (_, index) => `a${index % 50_000},2017-03-22 09:00:00,1`);
  valueOf(await importHere(test.secretariat, [sourceFile(folder, 'many.csv', [header, ...rows].join('\n'))]));
  const path = join(folder, 'exports', 'many-out.csv');
  valueOf(await exportRejectedBallots(test.secretariat, { batch: null, format: 'csv' }, path));
  expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(200_002);
});
