import type { ExportFormat } from '../../../shared/contract/exports.ts';
import { neutralText } from '../tables/formula-guard.ts';
import { writeXlsxStream } from '../tables/hucre.ts';
import { csvBeginning, csvLines } from '../tables/write-csv.ts';
import { demonstrationBanner } from './export-source.ts';
import { rejectedColumns, type RejectedRow } from './rejected-rows.ts';

const header = rejectedColumns.map((column) => column.header);

/** The rows as a file, piece by piece: what is written is not held in memory, however many rows there are. */
export function rejectedFile(
  parts: AsyncIterable<readonly RejectedRow[]>,
  format: ExportFormat,
  isDemonstration: boolean,
): AsyncIterable<Uint8Array | string> {
  const above: readonly RejectedRow[] = isDemonstration ? [[demonstrationBanner], header] : [header];
  return format === 'csv' ? csvPieces(above, parts) : xlsxPieces(above, parts);
}

async function* csvPieces(
  above: readonly RejectedRow[],
  parts: AsyncIterable<readonly RejectedRow[]>,
): AsyncGenerator<string> {
  yield csvBeginning + csvLines(above);
  for await (const rows of parts) yield csvLines(rows);
}

/** Beyond the rows that a sheet can hold the writer begins another, with the first row above it again. */
function xlsxPieces(
  above: readonly RejectedRow[],
  parts: AsyncIterable<readonly RejectedRow[]>,
): AsyncIterable<Uint8Array> {
  return writeXlsxStream(xlsxRows(above, parts), {
    name: '无效选票',
    columns: rejectedColumns.map(({ width }) => ({ width })),
    freezePane: { rows: above.length },
  });
}

async function* xlsxRows(
  above: readonly RejectedRow[],
  parts: AsyncIterable<readonly RejectedRow[]>,
): AsyncGenerator<(string | number | null)[]> {
  for (const row of above) yield [...row];
  for await (const rows of parts)
    for (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? neutralText(cell) : cell));
}
