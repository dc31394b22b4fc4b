import { openSpreadsheetRows, SpreadsheetBroken } from '../../tables/spreadsheet-rows.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';

const partSize = 500;

/**
 * The rows of the first visible sheet with content, numbered as the sheet numbers them. A sheet does not keep empty cells at
 * the end of a row, so each row is made as long as the first: in a table every row has all the fields of the header.
 */
export async function* spreadsheetRecords(inspected: InspectedFile): AsyncGenerator<readonly SourceRecord[]> {
  const opened = await openSpreadsheetRows(inspected.file);
  if (!opened.ok) throw new SourceBroken(opened);
  let part: SourceRecord[] = [];
  let width: number | null = null;
  try {
    for await (const record of opened.value.rows) {
      width ??= record.cells.length;
      part.push({ row: record.row, cells: padded(record.cells, width) });
      if (part.length < partSize) continue;
      yield part;
      part = [];
    }
  } catch (error) {
    throw error instanceof SpreadsheetBroken ? new SourceBroken(error) : error;
  }
  yield part;
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width
    ? cells
    : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}
