import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../tables/files.ts';
import { run, runAnswering } from './command-line.ts';

const ten = '1;2;3;4;5;6;7;8;9;10';
const votes = [
  'account,time,choices',
  `wang,2017-03-22 08:00:00,${ten}`,
  `wang,2017-03-22 07:00:00,${ten}`,
  'li,2017-03-22 08:00:00,1;2',
  '',
].join('\n');

async function workspace(): Promise<string> {
  const base = temporaryFolder();
  await run(base, '--data', 'w', 'init');
  writeFileSync(join(base, 'votes.csv'), votes);
  return base;
}

const jsonOf = (text: string): unknown => JSON.parse(text);

describe('votes check', () => {
  it('explains every line of a file, with the ballot that counts instead, and imports nothing', async () => {
    const base = await workspace();
    const { code, stdout } = await run(base, '--data', 'w', 'votes', 'check', 'votes.csv', '--json');
    expect(code).toBe(0);
    const earlier = { batch: null, file: 'votes.csv', sheet: null, line: 3, time: '2017-03-22 07:00:00' };
    expect(jsonOf(stdout)).toEqual({
      ballots: [
        {
          file: 'votes.csv',
          sheet: null,
          row: 2,
          standing: 'second-that-day',
          rule: {
            code: 'second-that-day',
            sentence: '同一账号在 2017-03-22 已有一张有效票：本文件第 3 行（2017-03-22 07:00:00）。',
          },
          earlier,
        },
        {
          file: 'votes.csv',
          sheet: null,
          row: 3,
          standing: 'accepted',
          rule: { code: 'accepted', sentence: '选了 10 项，符合各项规则，计为有效票。' },
          earlier: null,
        },
        {
          file: 'votes.csv',
          sheet: null,
          row: 4,
          standing: 'too-few',
          rule: { code: 'too-few', sentence: '选了 2 项，少于规定的 10 项。' },
          earlier: null,
        },
      ],
    });
    const batches = await run(base, '--data', 'w', 'votes', 'batches', '--json');
    expect(jsonOf(batches.stdout)).toEqual({ batches: [] });
  });

  it('explains one line, and refuses one that holds no ballot', async () => {
    const base = await workspace();
    const one = await run(base, '--data', 'w', 'votes', 'check', 'votes.csv', '--line', '4');
    expect(one.stdout).toContain('少选');
    expect(one.stdout).not.toContain('当日重复');
    expect(await run(base, '--data', 'w', 'votes', 'check', 'votes.csv', '--line', '1')).toMatchObject({
      code: 1,
    });
    expect(await run(base, '--data', 'w', 'votes', 'check', 'votes.csv', '--line', 'x')).toMatchObject({
      code: 2,
    });
    expect(await run(base, '--data', 'w', 'votes', 'check', 'none.csv')).toMatchObject({ code: 1 });
  });

  it('names the sheets that are not read, as the import and the proposal of a mapping do', async () => {
    const base = await workspace();
    const rows = [
      ['account', 'time', 'choices'],
      ['wang', '2017-03-22 08:00:00', ten],
    ];
    const sheets = [
      { name: '票', rows },
      { name: '草稿', rows, hidden: true },
    ];
    writeFileSync(join(base, 'votes.xlsx'), await writeXlsx({ sheets }));
    const skipped = [{ file: 'votes.xlsx', sheet: '草稿', reason: 'hidden' }];
    const told = '没有读：votes.xlsx 的工作表“草稿”：隐藏的工作表';
    const checked = await run(base, '--data', 'w', 'votes', 'check', 'votes.xlsx', '--json');
    expect(jsonOf(checked.stdout)).toMatchObject({ ballots: [{ sheet: '票' }], skipped });
    const proposed = await run(base, '--data', 'w', 'votes', 'mapping', 'votes.xlsx');
    const imported = await run(base, '--data', 'w', 'votes', 'import', 'votes.xlsx', '--json');
    expect(jsonOf(imported.stdout)).toMatchObject({ imports: [{ rows: 1, skipped }] });
    for (const { stderr } of [checked, proposed, imported]) expect(stderr).toContain(told);
  });

  it('prints no account', async () => {
    const base = await workspace();
    for (const words of [[], ['--json']]) {
      const { stdout, stderr } = await run(base, '--data', 'w', 'votes', 'check', 'votes.csv', ...words);
      expect(stdout + stderr).not.toContain('wang');
    }
  });
});

describe('votes find', () => {
  it('takes the account from standing input or from an option, and lists its rows', async () => {
    const base = await workspace();
    await run(base, '--data', 'w', 'votes', 'import', 'votes.csv');
    const asked = await runAnswering(['wa', 'ng\r\nmore'], base, '--data', 'w', 'votes', 'find', '--json');
    expect(asked.code).toBe(0);
    expect(jsonOf(asked.stdout)).toMatchObject({
      total: 2,
      ballots: [
        { line: 2, standing: 'second-that-day' },
        { line: 3, standing: 'accepted' },
      ],
    });
    const given = await run(base, '--data', 'w', 'votes', 'find', '--account', ' wang', '--json');
    expect(given.stdout).toBe(asked.stdout);
    expect(asked.stdout + asked.stderr).not.toContain('wang');
    const table = await run(base, '--data', 'w', 'votes', 'find', '--account', 'wang');
    expect(table.stdout).toContain('共 2 行');
  });

  it('asks for an account', async () => {
    const base = await workspace();
    expect(await runAnswering(['\n'], base, '--data', 'w', 'votes', 'find')).toMatchObject({ code: 1 });
    expect(await runAnswering([], base, '--data', 'w', 'votes', 'find')).toMatchObject({ code: 1 });
  });
});

describe('export rejected-ballots', () => {
  it('writes the file and says its hash; another batch or an unknown one is told apart', async () => {
    const base = await workspace();
    await run(base, '--data', 'w', 'votes', 'import', 'votes.csv');
    const words = ['--data', 'w', '--json', 'export', 'rejected-ballots'];
    const { code, stdout } = await run(base, ...words, '--out', 'no.csv', '--batch', '1');
    expect(code).toBe(0);
    const content = readFileSync(join(base, 'no.csv'));
    expect(jsonOf(stdout)).toEqual({
      kind: 'rejected-ballots',
      format: 'csv',
      file: join(base, 'no.csv'),
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(content.toString('utf8').split('\r\n')).toHaveLength(4);
    expect(await run(base, ...words, '--out', 'none.csv', '--batch', '2')).toMatchObject({ code: 1 });
    expect(existsSync(join(base, 'none.csv'))).toBe(false);
    expect(
      await run(base, '--data', 'w', 'export', 'ranking', '--out', 'r.csv', '--batch', '1'),
    ).toMatchObject({ code: 2 });
  });
});
