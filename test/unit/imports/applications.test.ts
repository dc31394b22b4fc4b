import { describe, expect, it } from 'vitest';
import { readApplications, readCandidates } from '../../../electron/database/applications.ts';
import { readTableImports } from '../../../electron/database/table-imports.ts';
import { importVotes, readVoteTally } from '../../../electron/services/votes/index.ts';
import type { Candidate } from '../../../shared/contract/applications.ts';
import { sourceFile } from '../tables/files.ts';
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
      completed: 0,
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

describe('a fuller list of applications', () => {
  const shortLists = smallCandidates.map((each) => ({ ...each, organisation: '', text: '' }));
  const codeOf = (index: number): string => `2017-${String(index).padStart(3, '0')}`;
  const fullList = `编号,名称,单位,所在区\n${[
    ...smallCandidates.map(({ title, organisation }, index) => [
      codeOf(index),
      title,
      organisation,
      '静安区',
    ]),
    ['2017-900', '项目七', '单位七', ''],
  ]
    .map((cells) => cells.join(','))
    .join('\n')}\n`;

  it('fills what is empty for the known candidates and never makes more of them', async () => {
    const caller = smallWorkspace('real', shortLists);
    const counts = { rows: 7, created: 1, completed: 6, unchanged: 0 };
    expect(await previewed(caller, 'applications', fullList)).toMatchObject(counts);
    expect(await imported(caller, 'applications', fullList)).toMatchObject(counts);
    const recorded = readApplications(caller.workspace.connection);
    expect(recorded).toHaveLength(7);
    expect(recorded[1]).toMatchObject({
      candidate: 2,
      code: '2017-001',
      title: '项目二',
      organisation: '单位二',
      district: '静安区',
    });
    expect(events(caller).filter((event) => event === 'application-changed')).toHaveLength(6);
    expect(await imported(caller, 'applications', fullList)).toMatchObject({ completed: 0, unchanged: 7 });
  });

  it('that only fills is an import of its own on the record', async () => {
    const caller = smallWorkspace();
    expect(await imported(caller, 'applications', '项目名称,所在区\n项目一,静安区\n')).toMatchObject({
      created: 0,
      completed: 1,
    });
    expect(events(caller).slice(-2)).toEqual(['application-changed', 'table-imported']);
  });

  it('a blank cell says nothing and empties nothing', async () => {
    const caller = smallWorkspace();
    const before = readApplications(caller.workspace.connection);
    expect(await imported(caller, 'applications', '项目名称,申报单位\n项目一,\n')).toMatchObject({
      unchanged: 1,
    });
    expect(readApplications(caller.workspace.connection)).toEqual(before);
  });

  it('names every field that is recorded differently, another body too, and writes nothing', async () => {
    const caller = smallWorkspace();
    const table = 'id,title,organisation,text\nA1,项目一,别的单位,别的介绍\n';
    const { problems } = await previewed(caller, 'applications', table);
    expect(problems).toEqual([
      { row: 2, column: '申报单位', problem: '已登记为“单位一”，表中是“别的单位”' },
      { row: 2, column: '项目介绍', problem: '已登记为“一的介绍”，表中是“别的介绍”' },
    ]);
    await turnedAway(caller, 'applications', table);
    expect(readApplications(caller.workspace.connection)).toHaveLength(6);
  });

  it('shows where two long texts part, not their common beginning', async () => {
    const common = '一'.repeat(60);
    const caller = smallWorkspace('real', [{ ...smallCandidates[0], text: `${common}甲` } as Candidate]);
    const { problems } = await previewed(caller, 'applications', `title,text\n项目一,${common}乙\n`);
    expect(problems[0]?.problem).toMatch(/^已登记为“……一+甲”，表中是“……一+乙”$/);
  });

  it('recognises a title in other widths and blanks', async () => {
    const caller = smallWorkspace('real', [{ ...smallCandidates[0], title: '项目 A（一）' } as Candidate]);
    expect(await imported(caller, 'applications', '编号,项目名称\nA1,项目A(一)\n')).toMatchObject({
      created: 0,
      completed: 1,
    });
    expect(readApplications(caller.workspace.connection)).toMatchObject([
      { code: 'A1', title: '项目 A（一）' },
    ]);
  });

  it('two codes tell two applications of one title apart; without a code they are one', async () => {
    const caller = smallWorkspace('real', []);
    const two = 'id,title,organisation\nA1,甲,单位一\nA2,甲,单位二\n';
    expect(await imported(caller, 'applications', two)).toMatchObject({ created: 2 });
    expect(await imported(caller, 'applications', two)).toMatchObject({ unchanged: 2 });
    const { problems } = await previewed(caller, 'applications', 'id,title\n,甲\nA3,甲\n');
    expect(problems.map(({ row }) => row)).toEqual([2, 3]);
    expect(problems[0]?.problem).toContain('请写明申报编号');
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

  it('come from a bare JSON array, and a field may be left out as a column may', async () => {
    const caller = smallWorkspace('real', []);
    const json = '[{"candidate":1,"title":"甲"},{"candidate":2017000123,"title":"乙","district":null}]';
    expect(await imported(caller, 'candidates', json)).toMatchObject({ rows: 2, created: 2 });
    expect(readCandidates(caller.workspace.connection)).toEqual([
      { candidate: 1, title: '甲', organisation: '', district: '', text: '' },
      { candidate: 2_017_000_123, title: '乙', organisation: '', district: '', text: '' },
    ]);
  });

  it('may have numbers of up to fifteen digits, that voters can choose', async () => {
    const caller = smallWorkspace('real', []);
    const table = 'candidate,title\n2017000123,甲\n999999999999999,乙\n';
    expect(await imported(caller, 'candidates', table)).toMatchObject({ created: 2 });
    const counted = await importVotes(
      caller,
      [sourceFile('选票.csv', 'account,time,choices\na,2017-03-22 08:00:00,2017000123;999999999999999\n')],
      { dryRun: false },
    );
    expect(counted).toMatchObject({ ok: true });
    const tally = readVoteTally(caller);
    expect(tally.ok && tally.value.tally).toMatchObject([
      { candidate: 2_017_000_123, votes: 1 },
      { candidate: 999_999_999_999_999, votes: 1 },
    ]);
    const { problems } = await previewed(caller, 'candidates', 'candidate,title\n1000000000000000,丙\n');
    expect(problems).toEqual([{ row: 2, column: '候选编号', problem: '“1000000000000000”太长，最多 15 位' }]);
  });

  it('fill what the application left empty, and one code stands for one of them', async () => {
    const caller = smallWorkspace('real', []);
    await imported(caller, 'applications', 'id,title\nA1,甲\nA2,乙\n');
    const table = '候选编号,项目名称,申报单位\n1,甲,单位一\n';
    expect(await imported(caller, 'candidates', table)).toMatchObject({ created: 1 });
    expect(await imported(caller, 'candidates', '候选编号,项目名称,所在区\n1,甲,静安区\n')).toMatchObject({
      created: 0,
      completed: 1,
    });
    expect(readCandidates(caller.workspace.connection)).toMatchObject([
      { candidate: 1, title: '甲', organisation: '单位一', district: '静安区' },
    ]);
    const { problems } = await previewed(caller, 'candidates', 'candidate,title,id\n8,丁,B1\n9,戊,B1\n');
    expect(problems).toEqual([{ row: 3, column: '申报编号', problem: '与第 2 行重复' }]);
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
