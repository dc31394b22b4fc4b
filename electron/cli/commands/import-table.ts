import type { ImportableTable } from '../../../shared/contract/uploads.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { confirmImport } from '../../services/imports/index.ts';
import { tableImports } from '../../services/imports/import-table.ts';
import type { WorkspaceCommand } from '../command.ts';

/** `TABLE import FILE`: all rows of one file, or none. */
export function importCommand(table: ImportableTable, usage = 'FILE'): WorkspaceCommand {
  const { title } = tableImports[table];
  return {
    kind: 'workspace',
    words: `${table} import`,
    usage,
    summary: `导入${title}（${table === 'candidates' ? '.xlsx、.csv 或 .json' : '.xlsx 或 .csv'}）`,
    positionals: [1, 1],
    run: async (context, caller) => {
      const file = context.sourceFile(context.arguments.positionals[0] ?? '');
      const imported = await confirmImport(caller, { table, file });
      if (!imported.ok) return imported;
      const { rows, created, completed, unchanged } = imported.value;
      const text = `${title}：“${file.name}”共 ${rows} 行，新增 ${created} 行，补全 ${completed} 行，已有 ${unchanged} 行。`;
      return done({ json: { table, file: file.name, rows, created, completed, unchanged }, text });
    },
  };
}
