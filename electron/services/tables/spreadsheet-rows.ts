import { readFile } from 'node:fs/promises';
import { done, refused, type Refusal, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';
import { cellText, type CellContent } from './cell-text.ts';
import { DateOnlyCells } from './date-only-cells.ts';
import { spreadsheets } from './hucre.ts';
import { millisecondsOfDay } from './serial-date.ts';
import { visibleSheets, workbookSheets } from './workbook-sheets.ts';
import {
  guardSpreadsheet,
  guardSpreadsheetBytes,
  spreadsheetLimits,
  type SpreadsheetLimits,
} from './spreadsheet-guard.ts';

/** One row of a sheet: `row` is the sheet's own row number (the header is usually 1); rows without content are left out. */
export interface SpreadsheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet and its rows, read as they are asked for. */
export interface SpreadsheetRows {
  readonly sheet: string;
  /**
   * Hidden and filtered rows are among them. Breaks off with `SpreadsheetBroken` when the sheet turns out to be damaged
   * half-way: the rows before it must then not be kept.
   */
  readonly rows: AsyncIterable<SpreadsheetRow>;
}

/** The one expected failure that can only show while rows are being read; `refusal` says it to the person. */
export class SpreadsheetBroken extends Error {
  readonly refusal: Refusal;
  constructor(file: string) {
    super(`spreadsheet breaks off: ${file}`);
    const { refusal } = refused('spreadsheet-damaged', { file });
    this.refusal = refusal;
  }
}

/**
 * The first visible sheet of an XLSX file that has any rows, opened after looking at the file's directory (sizes, ratios,
 * names) and without holding its rows in memory.
 */
export async function openSpreadsheetRows(
  file: SourceFile,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<Result<SpreadsheetRows>> {
  const guarded = await guardSpreadsheet(file, limits);
  if (!guarded.ok) return guarded;
  const bytes = await readFile(file.path);
  try {
    const sheets = await visibleSheets(bytes);
    for (const sheet of sheets) {
      if (await hasContent(bytes, sheet))
        return done({ sheet, rows: rowsOf(file.name, bytes, sheet, cellText) });
    }
    return refused('file-empty', { file: file.name });
  } catch {
    return refused('spreadsheet-damaged', { file: file.name });
  }
}

export interface OpenedSheet extends SpreadsheetRows {
  readonly isHidden: boolean;
}

/** Writes a cell; a date whose format shows no time of day may be told from the midnight that it is otherwise. */
export type CellWriter = (content: CellContent, isDateAlone: boolean) => string;

/** Every sheet of a workbook that was read already, guarded likewise; `textOf` writes its cells. */
export async function openSheets(
  file: string,
  bytes: Buffer,
  textOf: CellWriter,
): Promise<Result<readonly OpenedSheet[]>> {
  const guarded = await guardSpreadsheetBytes(file, bytes);
  if (!guarded.ok) return guarded;
  try {
    const sheets = await workbookSheets(bytes);
    return done(
      sheets.map(({ name, isHidden }) => ({
        sheet: name,
        isHidden,
        rows: rowsOf(file, bytes, name, textOf, new DateOnlyCells(bytes, name)),
      })),
    );
  } catch {
    return refused('spreadsheet-damaged', { file });
  }
}

async function hasContent(bytes: Uint8Array, sheet: string): Promise<boolean> {
  const { streamXlsxRows } = await spreadsheets();
  for await (const row of streamXlsxRows(bytes, { sheet })) {
    if (row.values.some((value) => cellText(value).trim() !== '')) return true;
  }
  return false;
}

async function* rowsOf(
  file: string,
  bytes: Uint8Array,
  sheet: string,
  textOf: CellWriter,
  dates: DateOnlyCells | null = null,
): AsyncGenerator<SpreadsheetRow> {
  const { streamXlsxRows } = await spreadsheets();
  const source = streamXlsxRows(bytes, { sheet });
  try {
    for (;;) {
      const next = await nextOf(source, file);
      if (next.done === true) return;
      const { index, values } = next.value;
      const row = index + 1;
      const alone = dates !== null && values.some(isMidnight) ? await datesOf(dates, row, file) : null;
      const cells = values.map((value, column) => textOf(value, alone?.has(column) === true));
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } finally {
    await dates?.close();
    await source.return();
  }
}

function isMidnight(value: CellContent): boolean {
  return value instanceof Date && value.getTime() % millisecondsOfDay === 0;
}

async function datesOf(dates: DateOnlyCells, row: number, file: string): Promise<ReadonlySet<number>> {
  try {
    return await dates.columnsOf(row);
  } catch {
    throw new SpreadsheetBroken(file);
  }
}

/** Only the reader's own failures become `SpreadsheetBroken`, not those of whoever consumes the rows. */
async function nextOf<Value>(
  source: AsyncGenerator<Value, void, undefined>,
  file: string,
): Promise<IteratorResult<Value, void>> {
  try {
    return await source.next();
  } catch {
    throw new SpreadsheetBroken(file);
  }
}
