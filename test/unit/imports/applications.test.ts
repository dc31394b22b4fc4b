import { describe, expect, it } from 'vitest';
import { readApplications, readCandidates } from '../../../electron/database/applications.ts';
import { readTableImports } from '../../../electron/database/table-imports.ts';
import {
  events,
  imported,
  previewed,
  smallCandidates,
  smallWorkspace,
  turnedAway,
} from './small-workspace.ts';

describe('applications', () => {
  const list =
    '申报编号,项目名称,申报单位,所在区,项目介绍\nA7,项目七,单位七,静安区,"一段\n二段"\n,项目八,单位八,,\n,项目一,单位一,,\n';

  it('are added, those known as candidates are recognised, and the import is on the record', async () => {
    const caller = smallWorkspace();
    expect(await imported(caller, 'applications', list)).toEqual({
      file: '表.csv',
      rows: 3,
      created: 2,
      unchanged: 1,
    });
    const added = readApplications(caller.workspace.connection).filter(({ candidate }) => candidate === null);
    expect(added).toMatchObject([
      { code: 'A7', title: '项目七', organisation: '单位七', district: '静安区', text: '一段\n二段' },
      { code: '', title: '项目八' },
    ]);
    expect(events(caller)).toEqual([
      'workspace-created',
      'application-created',
      'application-created',
      'table-imported',
    ]);
    expect(readTableImports(caller.workspace.connection)).toMatchObject([
      { table: 'applications', rows: 3, created: 2 },
    ]);
  });

  it('the same file again adds nothing, not even to the record', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'applications', list);
    const before = events(caller);
    expect(await imported(caller, 'applications', list)).toMatchObject({ created: 0, unchanged: 3 });
    expect(events(caller)).toEqual(before);
  });

  it('the preview says the same as the import and writes nothing', async () => {
    const caller = smallWorkspace();
    expect(await previewed(caller, 'applications', list)).toMatchObject({
      rows: 3,
      created: 2,
      unchanged: 1,
      problemCount: 0,
    });
    expect(events(caller)).toEqual(['workspace-created']);
  });

  it('with other content under a known code or title are problems that say the difference', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'applications', list);
    const changed = '申报编号,项目名称,申报单位\nA7,项目七改名,单位七\n,项目八,单位九\n';
    const { problems } = await previewed(caller, 'applications', changed);
    expect(problems).toEqual([
      { row: 2, column: '项目名称', problem: '已登记为“项目七”，表中是“项目七改名”' },
      expect.objectContaining({ row: 3, column: '申报单位' }),
    ]);
    expect(await turnedAway(caller, 'applications', changed)).toMatchObject({
      code: 'rows-invalid',
      details: { count: 2 },
    });
  });

  it('lists every problem of every row: no title, too long, twice in the file', async () => {
    const table = `title,id\n,A1\n${'长'.repeat(301)},A2\n甲,A3\n乙,A3\n丙,\n丙,\n`;
    const { problems, problemCount } = await previewed(smallWorkspace(), 'applications', table);
    expect(problems).toEqual([
      { row: 2, column: '项目名称', problem: '没有填写' },
      { row: 3, column: '项目名称', problem: '太长，最多 300 个字' },
      { row: 5, column: '申报编号', problem: '与第 4 行重复' },
      { row: 7, column: '项目名称', problem: '与第 6 行重复' },
    ]);
    expect(problemCount).toBe(4);
  });

  it('a thousand problems are listed and all are counted', async () => {
    const { problems, problemCount } = await previewed(
      smallWorkspace(),
      'applications',
      `title,id\n${',x\n'.repeat(1200)}`,
    );
    expect(problems).toHaveLength(1000);
    expect(problemCount).toBe(1200);
  });
});

describe('candidates', () => {
  it('come from a table, new or matched with an application by code or title', async () => {
    const caller = smallWorkspace('real', []);
    await imported(caller, 'applications', 'id,title\nA1,甲\n,乙\n');
    const table = '候选编号,项目名称,申报编号\n１号,甲,A1\n2,乙,\n77,丙,\n';
    expect(await imported(caller, 'candidates', table)).toMatchObject({ created: 3 });
    expect(
      readCandidates(caller.workspace.connection).map(({ candidate, title }) => [candidate, title]),
    ).toEqual([
      [1, '甲'],
      [2, '乙'],
      [77, '丙'],
    ]);
    expect(readApplications(caller.workspace.connection)).toHaveLength(3);
    expect(await imported(caller, 'candidates', table)).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('come from the JSON of `candidates list`', async () => {
    const caller = smallWorkspace('real', []);
    const json = JSON.stringify({ candidates: smallCandidates });
    expect(await imported(caller, 'candidates', json)).toMatchObject({ rows: 6, created: 6 });
    expect(readCandidates(caller.workspace.connection)).toEqual(smallCandidates);
    expect(await turnedAway(caller, 'candidates', '{"candidates":[{"candidate":1}]}')).toMatchObject({
      code: 'file-not-recognised',
    });
  });

  it('with a number that is none, taken, repeated or already another are problems', async () => {
    const caller = smallWorkspace();
    const { problems } = await previewed(
      caller,
      'candidates',
      'candidate,title\n0,甲\nabc,乙\n,丙\n1,别的\n8,丁\n8,戊\n9,项目二\n',
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '候选编号'],
      [3, '候选编号'],
      [4, '候选编号'],
      [5, '项目名称'],
      [7, '候选编号'],
      [8, '候选编号'],
    ]);
    expect(problems.at(-1)?.problem).toBe('“项目二”已经是 2 号，表中是 9 号');
  });

  it('are at most a thousand', async () => {
    const rows = Array.from({ length: 1001 }, (_, index) => `${index + 1},项目甲${index}`).join('\n');
    const { problems } = await previewed(
      smallWorkspace('real', []),
      'candidates',
      `candidate,title\n${rows}\n`,
    );
    expect(problems).toEqual([{ row: 1002, column: '候选编号', problem: '候选项目最多 1000 个' }]);
  });
});
