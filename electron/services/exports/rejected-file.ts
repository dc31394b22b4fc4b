import type { ExportFormat } from '../../../shared/contract/exports.ts';
import { neutralText } from '../tables/formula-guard.ts';
import { spreadsheets } from '../tables/hucre.ts';
import { csvBeginning, csvLines } from '../tables/write-csv.ts';
import { demonstrationBanner } from './export-source.ts';
import { rejectedColumns, type RejectedRow } from './rejected-rows.ts';

const header = rejectedColumns.map((column) => column.header);

/** The rows as a file, piece by piece: what is written is not held in memory, however many rows there are. */
export function rejectedFile(
  parts: Iterable<readonly RejectedRow[]>,
  format: ExportFormat,
  isDemonstration: boolean,
): Iterable<string> | AsyncIterable<Uint8Array> {
  const above: readonly RejectedRow[] = isDemonstration ? [[demonstrationBanner], header] : [header];
  return format === 'csv' ? csvPieces(above, parts) : xlsxPieces(above, parts);
}

function* csvPieces(
  above: readonly RejectedRow[],
  parts: Iterable<readonly RejectedRow[]>,
): Generator<string> {
  yield csvBeginning + csvLines(above);
  for (const rows of parts) yield csvLines(rows);
}

/** Beyond the rows that a sheet can hold the writer begins another, with the first row above it again. */
async function* xlsxPieces(
  above: readonly RejectedRow[],
  parts: Iterable<readonly RejectedRow[]>,
): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await spreadsheets();
  yield* writeXlsxStream(xlsxRows(above, parts), {
    name: '不计票的选票',
    columns: rejectedColumns.map(({ width }) => ({ width })),
    freezePane: { rows: above.length },
  });
}

function* xlsxRows(
  above: readonly RejectedRow[],
  parts: Iterable<readonly RejectedRow[]>,
): Generator<(string | number | null)[]> {
  for (const row of above) yield [...row];
  for (const rows of parts)
    for (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? neutralText(cell) : cell));
}
