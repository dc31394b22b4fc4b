import { openSpreadsheetRows, SpreadsheetBroken } from '../../tables/spreadsheet-rows.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';

const partSize = 500;

/** The rows of the first visible sheet with content, numbered as the sheet numbers them. */
export async function* spreadsheetRecords(inspected: InspectedFile): AsyncGenerator<readonly SourceRecord[]> {
  const opened = await openSpreadsheetRows(inspected.file);
  if (!opened.ok) throw new SourceBroken(opened);
  let part: SourceRecord[] = [];
  try {
    for await (const record of opened.value.rows) {
      part.push(record);
      if (part.length < partSize) continue;
      yield part;
      part = [];
    }
  } catch (error) {
    throw error instanceof SpreadsheetBroken ? new SourceBroken(error) : error;
  }
  yield part;
}
