import { refused } from '../../../../shared/refusals/refusal.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';

/** A sheet as a reader of some format gives it: rows with content, numbered as the sheet numbers them. */
export interface SheetRows {
  readonly sheet: string | null;
  readonly isHidden: boolean;
  readonly rows: AsyncIterable<SourceRecord>;
}

const partSize = 500;

/** A header is looked for in so many rows; the widest of them says how many cells a row of the table has. */
const headerRows = 10;

/** Wider tables are a mistake: a thousand candidates with a column each stay far below. */
const mostColumns = 4000;

/**
 * The visible sheets that have content, as tables; none is a refusal. A sheet does not keep empty cells at the end of a row,
 * so each row is made as long as the header: in a table every row has all its fields.
 */
export async function* sheetTables(
  inspected: InspectedFile,
  sheets: Iterable<SheetRows>,
  onPassed: (passed: PassedSheet) => void,
): AsyncGenerator<SourceTable> {
  const file = inspected.file.name;
  let isEmpty = true;
  let areHidden = false;
  for (const { sheet, isHidden, rows } of sheets) {
    const name = { file, sheet };
    if (isHidden) {
      areHidden = true;
      onPassed({ name, reason: 'hidden' });
      continue;
    }
    const records = recordsOf(file, rows);
    const first = await records.next();
    if (first.done === true) {
      onPassed({ name, reason: 'empty' });
      continue;
    }
    isEmpty = false;
    yield { name, records: withFirst(first.value, records) };
  }
  if (isEmpty) throw new SourceBroken(refused(areHidden ? 'sheets-hidden' : 'file-empty', { file }));
}

async function* withFirst(
  first: readonly SourceRecord[],
  others: AsyncGenerator<readonly SourceRecord[]>,
): AsyncGenerator<readonly SourceRecord[]> {
  try {
    yield first;
    yield* others;
  } finally {
    await others.return(undefined);
  }
}

async function* recordsOf(
  file: string,
  rows: AsyncIterable<SourceRecord>,
): AsyncGenerator<readonly SourceRecord[]> {
  let part: SourceRecord[] = [];
  let [count, width] = [0, 0];
  for await (const { row, cells } of rows) {
    const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (used === 0) continue;
    if (used > mostColumns)
      throw new SourceBroken(refused('table-too-large', { file, limit: mostColumns, unit: '列' }));
    count += 1;
    if (count <= headerRows) width = Math.max(width, used);
    part.push({
      row,
      cells: Array.from({ length: Math.max(width, used) }, (_, column) => cells[column] ?? ''),
    });
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
