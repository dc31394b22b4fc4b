import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';
import { cellText } from './cell-text.ts';
import { uncalculatedProblem, uncalculatedRows } from './formula-results.ts';
import { spreadsheets, type Sheet } from './hucre.ts';
import {
  openSpreadsheetRows,
  SpreadsheetBroken,
  type SpreadsheetRow,
  type SpreadsheetRows,
} from './spreadsheet-rows.ts';
import { tableLimits } from './table-limits.ts';

/** The rows of a small sheet, with what only a whole sheet shows: merged cells and formulas without a result. */
export async function readSheet(
  file: SourceFile,
  bytes: Uint8Array,
): Promise<Result<{ readonly sheet: string; readonly rows: readonly SpreadsheetRow[] }>> {
  const opened = await openSpreadsheetRows(file);
  if (!opened.ok) return opened;
  const { sheet } = opened.value;
  const whole = await readWholeSheet(file.name, bytes, opened.value);
  return whole.ok ? done({ sheet, rows: filledRows(whole.value) }) : whole;
}

/** A bounded sheet as the library gives it, refused where a formula has no result. */
export async function readWholeSheet(
  file: string,
  bytes: Uint8Array,
  { sheet, rows }: SpreadsheetRows,
): Promise<Result<Sheet>> {
  try {
    const extent = await measure(file, rows);
    if (!extent.ok) return extent;
    // Bounded to the cells that hold something: a forgotten format in the last corner of a sheet spans billions of cells.
    const range = `A1:${columnLetters(extent.value.columns)}${extent.value.lastRow}`;
    const { readXlsx } = await spreadsheets();
    const workbook = await readXlsx(bytes, { sheets: [sheet], range });
    const whole = workbook.sheets[0];
    if (whole === undefined) return refused('spreadsheet-damaged', { file });
    const uncalculated = uncalculatedRows(whole);
    if (uncalculated.length > 0) {
      return refused('rows-invalid', {
        file,
        count: uncalculated.length,
        problems: uncalculated.slice(0, 1000).map((row) => ({ row, problem: uncalculatedProblem })),
      });
    }
    return done(whole);
  } catch (error) {
    if (error instanceof SpreadsheetBroken) return { ok: false, refusal: error.refusal };
    return refused('spreadsheet-damaged', { file });
  }
}

interface Extent {
  readonly lastRow: number;
  readonly columns: number;
}

async function measure(file: string, rows: AsyncIterable<SpreadsheetRow>): Promise<Result<Extent>> {
  let [count, lastRow, columns] = [0, 1, 1];
  for await (const { row, cells } of rows) {
    count += 1;
    lastRow = Math.max(lastRow, row);
    columns = Math.max(columns, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
    if (count > tableLimits.rows + tableLimits.titleRows)
      return refused('table-too-large', { file, limit: tableLimits.rows, unit: '行' });
    if (columns > tableLimits.columns)
      return refused('table-too-large', { file, limit: tableLimits.columns, unit: '列' });
    if (lastRow * columns > tableLimits.cells)
      return refused('table-too-large', { file, limit: tableLimits.cells, unit: '格' });
  }
  return done({ lastRow, columns });
}

/** A cell merged over several rows stands for each of them (a name once, beside many rows); columns are left alone. */
function filledRows(sheet: Sheet): readonly SpreadsheetRow[] {
  const texts = sheet.rows.map((row) => row.map(cellText));
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const text = texts[startRow]?.[startCol] ?? '';
    for (let row = startRow + 1; row <= Math.min(endRow, texts.length - 1); row += 1) {
      const cells = texts[row];
      if (cells !== undefined) cells[startCol] = text;
    }
  }
  return texts.map((cells, index) => ({ row: index + 1, cells: Array.from(cells, (cell) => cell ?? '') }));
}

function columnLetters(columns: number): string {
  let letters = '';
  for (let rest = columns; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
