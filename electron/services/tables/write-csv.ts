import { neutralText } from './formula-guard.ts';

/** A number is written as it stands; text that looks like a formula is neutralised. */
export type CsvValue = string | number | null;

/** CSV as Excel on Windows opens it by a double click: UTF-8 with its mark, commas, CRLF. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`);
  return Buffer.from(`\uFEFF${lines.join('')}`, 'utf8');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutralText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
