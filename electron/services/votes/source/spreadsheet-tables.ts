import { openSheets, SpreadsheetBroken } from '../../tables/spreadsheet-rows.ts';
import { wholeContent } from './content-bytes.ts';
import type { InspectedFile } from './inspect-file.ts';
import { voteCellText } from './sheet-cell.ts';
import { sheetTables } from './sheet-tables.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceTable } from './source-table.ts';

/** The visible sheets with content of an XLSX workbook. Hidden rows are among their rows: they count. */
export async function* spreadsheetTables(inspected: InspectedFile): AsyncGenerator<SourceTable> {
  const opened = await openSheets(inspected.file.name, await wholeContent(inspected), voteCellText);
  if (!opened.ok) throw new SourceBroken(opened);
  yield* sheetTables(
    inspected,
    opened.value.map(({ sheet, rows }) => ({ sheet, rows: unlessBroken(rows) })),
  );
}

async function* unlessBroken(rows: AsyncIterable<SourceRecord>): AsyncGenerator<SourceRecord> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof SpreadsheetBroken ? new SourceBroken(error) : error;
  }
}
