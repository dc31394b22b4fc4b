import { setFlagsFromString } from 'node:v8';
import { holdsFormulas } from '../../tables/formula-results.ts';
import { readWholeSheet } from '../../tables/sheet.ts';
import { openSheets, SpreadsheetBroken } from '../../tables/spreadsheet-rows.ts';
import { wholeContent } from './content-bytes.ts';
import type { InspectedFile } from './inspect-file.ts';
import { voteCellText } from './sheet-cell.ts';
import { sheetTables } from './sheet-tables.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';

/** The visible sheets with content of an XLSX workbook. Hidden rows are among their rows: they count. */
export async function* spreadsheetTables(
  inspected: InspectedFile,
  onPassed: (passed: PassedSheet) => void,
): AsyncGenerator<SourceTable> {
  const file = inspected.file.name;
  const bytes = await wholeContent(inspected);
  collectOften(true);
  try {
    const opened = await openSheets(file, bytes, voteCellText);
    if (!opened.ok) throw new SourceBroken(opened);
    await refuseUncalculated(file, bytes);
    yield* sheetTables(
      inspected,
      opened.value.map((each) => ({ ...each, rows: unlessBroken(each.rows) })),
      onPassed,
    );
  } finally {
    collectOften(false);
  }
}

/**
 * The library builds a tree of all texts of a workbook, ten times their size, and drops it soon after. A heap that grows in
 * small steps is cleared before what was dropped fills the memory of a laptop; by itself it would grow by half each time.
 */
function collectOften(isOften: boolean): void {
  setFlagsFromString(`--heap-growing-percent=${isOften ? 5 : 0}`);
}

async function* unlessBroken(rows: AsyncIterable<SourceRecord>): AsyncGenerator<SourceRecord> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof SpreadsheetBroken ? new SourceBroken(error) : error;
  }
}

/** A formula's cached value is as good as any other; one without is no cell to be read as empty. */
async function refuseUncalculated(file: string, bytes: Buffer): Promise<void> {
  if (!(await holdsFormulas(bytes))) return;
  const again = await openSheets(file, bytes, voteCellText);
  if (!again.ok) throw new SourceBroken(again);
  for (const sheet of again.value) {
    if (sheet.isHidden) continue;
    const whole = await readWholeSheet(file, bytes, sheet);
    if (!whole.ok) throw new SourceBroken(whole);
  }
}
