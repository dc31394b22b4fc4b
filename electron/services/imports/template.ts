import type { ImportableTable } from '../../../shared/contract/uploads.ts';
import type { Round } from '../../../shared/round/round.ts';
import { readRules } from '../../database/rounds.ts';
import { writeWorkbook, type TableSheet } from '../tables/write-workbook.ts';
import type { Caller } from '../use-case.ts';
import type { Field } from './columns.ts';
import { tableImports } from './import-table.ts';

/** The columns of a template in the order in which a person fills them in. */
export function templateFields(round: Round, table: ImportableTable): readonly Field[] {
  return tableImports[table].fields(round, []);
}

/**
 * The empty table to fill in, as XLSX. The explanations stand on a sheet of their own: an example row in the table would be
 * imported by mistake.
 */
export async function templateWorkbook(caller: Caller, table: ImportableTable): Promise<Uint8Array> {
  const fields = templateFields(readRules(caller.workspace.connection), table);
  const entry: TableSheet = {
    name: tableImports[table].title,
    columns: fields.map(({ field, label }) => ({ header: label, width: columnWidth(field, label) })),
    rows: [],
  };
  const explanation: TableSheet = {
    name: '填写说明',
    columns: [
      { header: '列', width: 16 },
      { header: '是否必有', width: 10 },
      { header: '怎么填', width: 70 },
      { header: '也认得的表头', width: 50 },
    ],
    rows: fields.map(({ label, field, headers, isRequired, explanation: text }) => [
      label,
      isRequired ? '必有' : '可以没有',
      text,
      [field.split(':').at(-1) ?? field, ...headers].join('、'),
    ]),
  };
  return await writeWorkbook([entry, explanation]);
}

function columnWidth(field: string, label: string): number {
  if (field === 'title') return 50;
  if (field === 'text' || field === 'comment') return 60;
  if (field === 'organisation' || field === 'reason') return 30;
  return Math.max(12, label.length * 2 + 4);
}
