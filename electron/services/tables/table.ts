import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';
import { recogniseContent } from './content-kind.ts';
import { parseDelimited } from './delimited-text.ts';
import { originalText } from './formula-guard.ts';
import { readSourceBytes, type SourceBytes } from './source-bytes.ts';
import { readSheet } from './sheet.ts';
import { tableLimits } from './table-limits.ts';
import { decodeText } from './text-decoding.ts';

export interface TableRow {
  /** The sheet's own row number, counted from 1 as Excel shows it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table of text: every cell as a person reads it in the sheet, trimmed. */
export interface Table {
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly sheet?: string;
  /** What stands above the header, usually a title. */
  readonly titles: readonly string[];
  readonly header: readonly string[];
  /** 1 unless title lines stand above the header. */
  readonly headerRow: number;
  /** Rows with content; every row has as many cells as the widest. */
  readonly rows: readonly TableRow[];
}

/** Reads a table from an XLSX, CSV or TSV file; what it is follows from its content, not from its name. */
export async function readTable(file: SourceFile): Promise<Result<Table>> {
  const source = await readSourceBytes(file);
  return source.ok ? await tableOfBytes(file, source.value) : source;
}

/** As `readTable`, of bytes that were read already. */
export async function tableOfBytes(file: SourceFile, source: SourceBytes): Promise<Result<Table>> {
  const kind = recogniseContent(source.bytes, file.name);
  if (!kind.ok) return kind;
  if (kind.value === 'spreadsheet') {
    const sheet = await readSheet(file, source.bytes);
    return sheet.ok ? shape(file.name, source.sha256, sheet.value.rows, sheet.value.sheet) : sheet;
  }
  const decoded = decodeText(source.bytes, file.name);
  if (!decoded.ok) return decoded;
  const records = parseDelimited(decoded.value.text, file.name);
  if (!records.ok) return records;
  return shape(
    file.name,
    source.sha256,
    records.value.map((cells, index) => ({ row: index + 1, cells })),
  );
}

function shape(file: string, sha256: string, read: readonly TableRow[], sheet?: string): Result<Table> {
  const rows = read
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => originalText(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const headerAt = headerPosition(rows);
  const header = rows[headerAt];
  if (header === undefined) return refused('file-empty', { file });
  const body = rows.slice(headerAt + 1);
  if (body.length > tableLimits.rows)
    return refused('table-too-large', { file, limit: tableLimits.rows, unit: '行' });
  const width = rows.reduce((widest, { cells }) => Math.max(widest, usedWidth(cells)), 0);
  if (width > tableLimits.columns)
    return refused('table-too-large', { file, limit: tableLimits.columns, unit: '列' });
  const fit = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, column) => cells[column] ?? '');
  return done({
    file,
    sha256,
    ...(sheet === undefined ? {} : { sheet }),
    titles: rows.slice(0, headerAt).flatMap(({ cells }) => cells.filter((cell) => cell !== '')),
    header: fit(header.cells),
    headerRow: header.row,
    rows: body.map(({ row, cells }) => ({ row, cells: fit(cells) })),
  });
}

function usedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** A sheet often has a title above its table: lines with a single cell are passed over while a wider line follows soon. */
function headerPosition(rows: readonly TableRow[]): number {
  const filled = (row: TableRow | undefined): number => row?.cells.filter((cell) => cell !== '').length ?? 0;
  const first = rows.slice(0, tableLimits.titleRows + 1).findIndex((row) => filled(row) > 1);
  return first === -1 ? 0 : first;
}
