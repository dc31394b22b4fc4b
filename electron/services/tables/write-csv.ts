import { neutralText } from './formula-guard.ts';

/** A number is written as it stands; text that looks like a formula is neutralised. */
export type CsvValue = string | number | null;

/** CSV as Excel on Windows opens it by a double click: UTF-8 with its mark, commas, CRLF. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): Uint8Array {
  return Buffer.from(`${csvBeginning}${csvLines(rows)}`, 'utf8');
}

/** What stands before the first line. */
export const csvBeginning = '\uFEFF';

export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutralText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
