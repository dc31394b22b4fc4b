import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { recognitionRecords, type TableHead } from '../layouts/recognise.ts';
import type { InspectedFile } from './inspect-file.ts';
import { demonstrationMark } from './demonstration-mark.ts';
import { openTables } from './open-tables.ts';
import type { SourceChoice } from './source-choice.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';

/** A table whose first records were read already; `rest` goes on behind them. */
export interface BegunTable extends TableHead {
  readonly rest: AsyncGenerator<readonly SourceRecord[]>;
}

/** So many rows of the first table are looked at for a preview. */
const previewRecords = 1000;
/** A thousand candidates with a file each. */
const mostTables = 1000;

/**
 * Reads the beginning of a table: `atLeast` so many records, where it has them.
 * @throws SourceBroken where it says that it is demonstration data and the workspace is a real one.
 */
export async function beginTable(
  table: SourceTable,
  workspace: WorkspaceKind,
  atLeast = recognitionRecords,
): Promise<BegunTable> {
  const records: SourceRecord[] = [];
  while (records.length < atLeast) {
    const next = await table.records.next();
    if (next.done === true) break;
    for (const record of next.value) records.push(record);
  }
  if (workspace === 'real') refuseDemonstration(table.name.file, records.slice(0, 2));
  return { ...headOf(table, records), rest: table.records };
}

function headOf({ name, isDelimited = false }: SourceTable, records: readonly SourceRecord[]): TableHead {
  return { name, isDelimited, records };
}

function refuseDemonstration(file: string, records: readonly SourceRecord[]): void {
  const marked = records.find(({ cells }) => cells.some((cell) => cell.includes(demonstrationMark)));
  if (marked !== undefined) throw new SourceBroken(refused('demonstration-data', { file, row: marked.row }));
}

export interface SourceHeads {
  readonly heads: readonly TableHead[];
  /** Sheets that are no table. */
  readonly passed: readonly PassedSheet[];
}

/** The beginnings of all tables of the files, none of them read further. */
export async function tableHeads(
  inspected: readonly InspectedFile[],
  choice: SourceChoice,
  workspace: WorkspaceKind,
): Promise<SourceHeads> {
  const heads: TableHead[] = [];
  const passed: PassedSheet[] = [];
  for (const each of inspected) {
    for await (const table of openTables(each, choice, undefined, (sheet) => passed.push(sheet))) {
      const count = heads.length === 0 ? previewRecords : recognitionRecords;
      const { records, rest } = await beginTable(table, workspace, count);
      await rest.return(undefined);
      heads.push(headOf(table, records.slice(0, count)));
      if (heads.length >= mostTables) return { heads, passed };
    }
  }
  return { heads, passed };
}
