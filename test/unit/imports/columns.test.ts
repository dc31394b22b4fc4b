import { describe, expect, it } from 'vitest';
import { imported, previewed, smallWorkspace, turnedAway } from './small-workspace.ts';

describe('columns are found by their headers', () => {
  it.each([
    'expert,organisation',
    'Expert, ORGANISATION ',
    '姓名,工作单位',
    '评审委员（必填）,单位 (全称)',
    '＊姓名,单　位',
    '专家姓名*,单位',
  ])('%s', async (header) => {
    const preview = await previewed(smallWorkspace(), 'experts', `${header}\n王敏,民政局\n`);
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'organisation']);
    expect(preview.sample).toEqual([{ row: 2, cells: { name: '王敏', organisation: '民政局' } }]);
  });

  it('columns of no use are named and passed over', async () => {
    const preview = await previewed(smallWorkspace(), 'experts', '姓名,电话\n王敏,123\n');
    expect(preview.ignoredColumns).toEqual(['电话']);
    expect(preview.created).toBe(1);
  });

  it('a missing column is named together with those that are there', async () => {
    const { code, sentence } = await turnedAway(smallWorkspace(), 'recusals', '姓名,原因\n王敏,本单位\n');
    expect(code).toBe('columns-missing');
    expect(sentence).toContain('候选编号');
    expect(sentence).toContain('“姓名”、“原因”');
  });

  it('two columns for one field are refused, because either could be meant', async () => {
    expect(await turnedAway(smallWorkspace(), 'experts', '姓名,评委\n王敏,李强\n')).toMatchObject({
      code: 'columns-repeated',
    });
  });

  it('a table without rows is refused, save for recusals, of which there may be none', async () => {
    expect(await turnedAway(smallWorkspace(), 'experts', '姓名\n')).toMatchObject({ code: 'file-empty' });
    expect(await imported(smallWorkspace(), 'recusals', 'expert,candidate,reason\n')).toMatchObject({
      rows: 0,
      created: 0,
    });
  });
});

describe('demonstration data', () => {
  const stamped = '"演示数据，不得用于正式评选"\n姓名,单位\n甲,乙\n';

  it('never comes into a real workspace', async () => {
    expect(await turnedAway(smallWorkspace(), 'experts', stamped)).toMatchObject({
      code: 'demonstration-data',
    });
    expect(await turnedAway(smallWorkspace(), 'experts', '姓名,单位\n甲,演示数据\n')).toMatchObject({
      code: 'demonstration-data',
    });
  });

  it('comes into a demonstration workspace', async () => {
    expect(await imported(smallWorkspace('demonstration'), 'experts', stamped)).toMatchObject({ created: 1 });
  });
});
