import { describe, expect, it } from 'vitest';
import { templateWorkbook } from '../../../electron/services/imports/index.ts';
import { readTable } from '../../../electron/services/tables/table.ts';
import { importableTables } from '../../../shared/contract/uploads.ts';
import { sourceFile } from '../tables/files.ts';
import { smallWorkspace, turnedAway } from './small-workspace.ts';

describe('the template of each table', () => {
  it.each(importableTables)(
    '%s has all of its columns and no row that could be imported by mistake',
    async (table) => {
      const caller = smallWorkspace();
      const template = Buffer.from(await templateWorkbook(caller, table));
      const read = await readTable(sourceFile('模板.xlsx', template));
      if (!read.ok) throw new Error(read.refusal.code);
      expect(read.value.rows).toEqual([]);
      // Its columns are all known: only the missing rows are refused.
      if (table !== 'recusals')
        expect(await turnedAway(caller, table, template)).toMatchObject({ code: 'file-empty' });
    },
  );

  it('of the scores has a column for each criterion of the round', async () => {
    const read = await readTable(sourceFile('模板.xlsx', await templateWorkbook(smallWorkspace(), 'scores')));
    expect(read).toMatchObject({
      value: { header: ['评审委员', '编号', '候选编号', '创新性', '认同度', '评语'] },
    });
  });
});
