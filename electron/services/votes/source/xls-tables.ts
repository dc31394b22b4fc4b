import { refused } from '../../../../shared/refusals/refusal.ts';
import { showsDateAlone } from '../../tables/date-format.ts';
import { serialDate } from '../../tables/serial-date.ts';
import {
  oldWorkbookReader,
  type CellObject,
  type OldWorkbookReader,
  type WorkBook,
} from '../../tables/sheetjs.ts';
import { voteContainers } from './archive-entries.ts';
import { wholeContent } from './content-bytes.ts';
import type { InspectedFile } from './inspect-file.ts';
import { voteCellText } from './sheet-cell.ts';
import { sheetTables, type SheetRows } from './sheet-tables.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';
import { uncalculated } from './uncalculated.ts';

/** The visible sheets of an old Excel workbook (BIFF); it holds at most 65,536 rows of 256 cells a sheet. */
export async function* xlsTables(
  inspected: InspectedFile,
  onPassed: (passed: PassedSheet) => void,
): AsyncGenerator<SourceTable> {
  const file = inspected.file.name;
  const reader = await oldWorkbookReader();
  const workbook = opened(file, reader, await wholeContent(inspected));
  const properties = workbook.Workbook;
  const is1904 = properties?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.map((sheet, position): SheetRows => {
    const isHidden = (properties?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    const rows = workbook.Sheets[sheet]?.['!data'] ?? [];
    return { sheet, isHidden, rows: rowsOf(file, rows, reader, is1904) };
  });
  yield* sheetTables(inspected, sheets, onPassed);
}

function opened(file: string, reader: OldWorkbookReader, bytes: Buffer): WorkBook {
  try {
    return reader.read(bytes);
  } catch (error) {
    // The library tells by its message alone.
    const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    if (!isEncrypted) throw new SourceBroken(refused('spreadsheet-damaged', { file }));
    throw new SourceBroken(
      refused('file-not-recognised', {
        file,
        expected: `${voteContainers}。这个文件加了密码，请在 Excel 里取消密码后另存一份`,
      }),
    );
  }
}

async function* rowsOf(
  file: string,
  rows: readonly (readonly (CellObject | undefined)[] | undefined)[],
  reader: OldWorkbookReader,
  is1904: boolean,
): AsyncGenerator<SourceRecord> {
  for (const [index, cells] of rows.entries()) {
    if (cells === undefined) continue;
    const row = index + 1;
    yield { row, cells: Array.from(cells, (cell) => textOf(file, row, cell, reader, is1904)) };
  }
}

function textOf(
  file: string,
  row: number,
  cell: CellObject | undefined,
  reader: OldWorkbookReader,
  is1904: boolean,
): string {
  if (cell === undefined) return '';
  if (cell.f !== undefined && cell.v === undefined) throw new SourceBroken(uncalculated(file, row));
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.t === 'n' && typeof cell.v === 'number' && cell.z !== undefined && reader.isDateFormat(cell.z))
    return voteCellText(serialDate(cell.v, is1904), showsDateAlone(String(cell.z)));
  return voteCellText(cell.v ?? null);
}
