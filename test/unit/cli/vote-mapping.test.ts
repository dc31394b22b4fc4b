import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRoundResource } from '../../../electron/services/resources.ts';
import { voteMappingSchema } from '../../../shared/ballots/mapping.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import { run, type Outcome } from './command-line.ts';

/** A person without the window: proposes a mapping, corrects it in an editor, imports by it. */
interface Desk {
  readonly folder: string;
  readonly votes: (...words: readonly string[]) => Promise<Outcome>;
}

async function deskWith(content: string): Promise<Desk> {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  expect((await run(folder, '--data', data, 'init')).code).toBe(0);
  writeFileSync(join(folder, 'a.csv'), content);
  return { folder, votes: (...words) => run(folder, '--data', data, '--json', 'votes', ...words) };
}

const { candidates } = readRoundResource('shanghai-2017');
const chosen = (...numbers: readonly number[]): string =>
  numbers.map((number) => candidates.find(({ candidate }) => candidate === number)?.title ?? '').join('┋');

const eleven = chosen(1, 2, 3, 10, 12, 15, 21, 31, 35, 38);
const wjx = [
  '序号,提交答卷时间,所用时间,来自IP,微信OpenID,支持的项目',
  `1,2017/3/22 8:00:00,9秒,1.2.3.4,oA,${eleven}`,
  `2,2017/3/22 8:00:01,9秒,1.2.3.5,oB,${chosen(4, 5, 6, 7, 8, 9, 11, 13, 14)}┋社区食堂`,
].join('\n');

test('what is not certain is asked for, and the corrected mapping is taken', async () => {
  const { folder, votes } = await deskWith(wjx);
  const refused = await votes('import', 'a.csv');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('有的选项文字和候选项目名称不完全一样');
  expect(JSON.parse(refused.stdout)).toMatchObject({
    error: { code: 'votes-mapping-unconfirmed', details: { texts: [{ row: 3, text: '社区食堂' }] } },
  });
  expect(refused.stderr).toContain('（第 3 行“社区食堂”）');

  const proposed = await votes('mapping', 'a.csv', '--out', 'm.json');
  expect(proposed.code).toBe(0);
  expect(proposed.stderr).toContain('请核对：有的选项文字');
  const mapping = voteMappingSchema.parse(JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8')));
  expect(JSON.parse(proposed.stdout)).toEqual(mapping);

  const asIs = await votes('import', 'a.csv', '--mapping', 'm.json', '--dry-run');
  expect(JSON.parse(asIs.stdout)).toMatchObject({
    imports: [{ accepted: 1, rejected: { 'unknown-project': 1 } }],
  });
  const corrected = {
    ...mapping,
    choices: { ...mapping.choices, correspondence: [{ text: '社区食堂', candidate: 16 }] },
  };
  writeFileSync(join(folder, 'm.json'), JSON.stringify(corrected));
  const imported = await votes('import', 'a.csv', '--mapping', 'm.json');
  expect(JSON.parse(imported.stdout)).toMatchObject({ imports: [{ rows: 2, accepted: 2 }] });
});

test('a mapping file with a slip, or none at all, is refused by its name', async () => {
  const { folder, votes } = await deskWith(wjx);
  expect(JSON.parse((await votes('import', 'a.csv', '--mapping', 'none.json')).stdout)).toMatchObject({
    error: { code: 'file-missing', details: { file: 'none.json' } },
  });
  for (const [content, problem] of [
    ['{', '不是完整的 JSON'],
    ['{"format":"judging-workstation/vote-mapping","version":1,"name":"a"}', 'layout'],
  ] as const) {
    writeFileSync(join(folder, 'm.json'), content);
    const { code, stdout, stderr } = await votes('import', 'a.csv', '--mapping', 'm.json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'mapping-file-invalid' } });
    expect(stderr).toContain(problem);
  }
  expect(JSON.parse((await votes('batches')).stdout)).toEqual({ batches: [] });
});

test('a file that is no votes file gets no mapping', async () => {
  const { votes } = await deskWith('姓名,电话\n王,1\n');
  const { code, stdout } = await votes('mapping', 'a.csv');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'votes-layout-unknown' } });
});

test('what lacks a header is refused without showing an account, and what has one by the columns that are missing', async () => {
  const refusalOf = async (content: string): Promise<Outcome> => {
    const { votes } = await deskWith(content);
    return await votes('mapping', 'a.csv');
  };
  for (const content of ['oAbcdef123456,张三,13900001111\n', '13800001111,2017-03-22 08:00:00,"1;2;3"\n']) {
    const { code, stdout, stderr } = await refusalOf(content);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(/oAbc|张三|1[38][89]0000|13900/);
  }
  const named = await refusalOf('openid,提交时间,甲,乙\no1,2017-03-22 08:00:00,0,1\n');
  expect(JSON.parse(named.stdout)).toMatchObject({
    error: { details: { missing: ['choices'], found: ['openid', '提交时间', '甲', '乙'] } },
  });
});
