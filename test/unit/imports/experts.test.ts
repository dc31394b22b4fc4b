import { describe, expect, it } from 'vitest';
import { readExperts } from '../../../electron/database/people.ts';
import { readRecusals } from '../../../electron/database/recusals.ts';
import { events, imported, previewed, smallWorkspace, turnedAway } from './small-workspace.ts';

describe('experts', () => {
  it('are added in the order of the list', async () => {
    const caller = smallWorkspace();
    expect(await imported(caller, 'experts', 'expert,id,单位\n王敏,E1,民政局\n李强,,\n')).toMatchObject({
      created: 2,
    });
    expect(readExperts(caller.workspace.connection)).toMatchObject([
      { name: '王敏', code: 'E1', organisation: '民政局' },
      { name: '李强', code: '' },
    ]);
    expect(events(caller)).toEqual([
      'workspace-created',
      'expert-created',
      'expert-created',
      'table-imported',
    ]);
  });

  it('a longer list adds only those who are new; a padded name is the same name', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', '姓名,单位\n王敏,民政局\n');
    expect(await imported(caller, 'experts', '姓名,单位\n王　敏,\n李强,\n')).toMatchObject({
      created: 1,
      unchanged: 1,
    });
  });

  it('of one name need an id each', async () => {
    const caller = smallWorkspace();
    expect(await turnedAway(caller, 'experts', '姓名,编号\n王敏,E1\n王敏,\n')).toMatchObject({
      code: 'rows-invalid',
    });
    expect(await turnedAway(caller, 'experts', '姓名\n王敏\n王敏\n')).toMatchObject({ code: 'rows-invalid' });
    expect(await imported(caller, 'experts', '姓名,编号\n王敏,E1\n王敏,E2\n')).toMatchObject({ created: 2 });
  });

  it('with other content under a known id or name are problems', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', '姓名,编号,单位\n王敏,E1,民政局\n李强,,复旦\n');
    const { problems } = await previewed(
      caller,
      'experts',
      '姓名,编号,单位\n王民,E1,民政局\n李强,,同济\n李强,E9,\n',
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '评审委员'],
      [3, '单位'],
      [4, '编号'],
    ]);
  });
});

describe('recusals', () => {
  const experts = '姓名,编号\n王敏,E1\n王敏,E2\n李强,E3\n';

  it('name the expert by name or id, and the same file again adds nothing', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', experts);
    const list = 'expert,candidate,reason\n李强,1,本单位项目\nE2,2号,亲属\n';
    expect(await imported(caller, 'recusals', list)).toMatchObject({ created: 2 });
    expect(await imported(caller, 'recusals', list)).toMatchObject({ created: 0, unchanged: 2 });
    expect(readRecusals(caller.workspace.connection)).toMatchObject([
      { expert: 2, candidate: 2, reason: '亲属', declaredBy: 'secretariat' },
      { expert: 3, candidate: 1, reason: '本单位项目' },
    ]);
  });

  it('an id beside the name tells namesakes apart, and must be that person’s', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', experts);
    for (const header of [
      'expert,id,candidate,reason',
      '评审委员,编号,候选编号,回避原因',
      '姓名,评委编号,编号,原因',
    ]) {
      const outcome = await imported(caller, 'recusals', `${header}\n王敏,E1,1,甲\n王敏,E2,2,乙\n`);
      expect(outcome.rows).toBe(2);
    }
    expect(readRecusals(caller.workspace.connection).map(({ reason }) => reason)).toEqual(['甲', '乙']);
    const { problems } = await previewed(
      caller,
      'recusals',
      'expert,id,candidate,reason\n李强,E1,3,x\n王敏,E9,3,x\n王敏,,3,x\n,E1,3,x\nE1,,4,x\n',
    );
    expect(problems).toEqual([
      { row: 2, column: '编号', problem: '编号“E1”是“王敏”，这一行写的是“李强”' },
      { row: 3, column: '编号', problem: '名单里没有编号“E9”' },
      expect.objectContaining({ row: 4, column: '评审委员' }),
    ]);
  });

  it('编号 is the candidate’s where no other column is', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', experts);
    await imported(caller, 'recusals', '评委编号,编号,原因\nE1,2,甲\n');
    expect(readRecusals(caller.workspace.connection)).toMatchObject([{ expert: 1, candidate: 2 }]);
  });

  it('of unknown or ambiguous experts, of unknown candidates, twice, or with another reason are problems', async () => {
    const caller = smallWorkspace();
    await imported(caller, 'experts', experts);
    await imported(caller, 'recusals', 'expert,candidate,reason\nE1,1,本单位\n');
    const { problems } = await previewed(
      caller,
      'recusals',
      'expert,candidate,reason\n赵六,1,x\n王敏,1,x\nE1,77,x\nE3,3,x\nE3,3,x\nE1,1,另一个原因\n',
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '评审委员'],
      [3, '评审委员'],
      [4, '候选编号'],
      [6, ''],
      [7, '回避原因'],
    ]);
    expect(problems[1]?.problem).toContain('E1、E2');
  });
});
