import { neutralText } from './formula-guard.ts';
import { spreadsheets, type Cell, type CellStyle, type WriteSheet } from './hucre.ts';

export type SheetValue = string | number | null;

/** A cell with a look of its own; `value` may be a plain value everywhere else. */
export interface SheetCell {
  readonly value: SheetValue;
  readonly style: CellStyle;
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly numberFormat?: string;
  readonly alignment?: 'left' | 'center' | 'right';
}

/** A header and its rows. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (SheetValue | SheetCell)[])[];
}

/** One sheet: a table with a header that stays in view and is printed on every page. */
export interface TableSheet extends SheetTable {
  readonly name: string;
  /** Stands in the first row, above the header; the stamp of demonstration data. */
  readonly banner?: string | undefined;
  /** A second table to the right, parted by an empty column: programs then read both headers from one row. */
  readonly beside?: SheetTable;
  /** Columns that stay in view at the left. */
  readonly frozenColumns?: number;
  /** Looks of whole rows, by their position in `rows`. */
  readonly rowStyles?: ReadonlyMap<number, CellStyle>;
}

const fontName = '微软雅黑';
const thinLine = { style: 'thin', color: { rgb: 'D0D5DD' } } as const;
const cellBorder = { top: thinLine, right: thinLine, bottom: thinLine, left: thinLine };

export const headerStyle: CellStyle = {
  font: { name: fontName, size: 10, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3A68' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: cellBorder,
};
const bannerStyle: CellStyle = {
  font: { name: fontName, size: 12, bold: true, color: { rgb: '9C1C1C' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDEBD0' } },
  alignment: { horizontal: 'left', vertical: 'center' },
};

/** Writes a workbook of tables: A4 landscape, one page wide, text neutralised. */
export async function writeWorkbook(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await spreadsheets();
  return await writeXlsx({ sheets: sheets.map(sheetOf), defaultFont: { name: fontName, size: 10 } });
}

function sheetOf(sheet: TableSheet): WriteSheet {
  const above = sheet.banner === undefined ? [] : [sheet.banner];
  const headerRow = above.length;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: SheetValue, style: CellStyle): void => {
    const written = typeof value !== 'string' ? value : value === '' ? null : neutralText(value);
    cells.set(`${row},${column}`, {
      value: written,
      type: written === null ? 'empty' : typeof written === 'number' ? 'number' : 'string',
      style,
    });
  };
  for (const [row, banner] of above.entries()) put(row, 0, banner, bannerStyle);
  const putTable = (
    { columns, rows }: SheetTable,
    left: number,
    rowStyles?: TableSheet['rowStyles'],
  ): void => {
    for (const [column, { header }] of columns.entries()) put(headerRow, left + column, header, headerStyle);
    for (const [index, values] of rows.entries()) {
      for (const [column, declared] of columns.entries()) {
        const given = values[column] ?? null;
        const own = typeof given === 'object' && given !== null ? given : { value: given, style: {} };
        const base = columnStyle(declared, own.value);
        const style = merged(base, rowStyles?.get(index) ?? {}, own.style);
        put(headerRow + 1 + index, left + column, own.value, style);
      }
    }
  };
  putTable(sheet, 0, sheet.rowStyles);
  if (sheet.beside !== undefined) putTable(sheet.beside, sheet.columns.length + 1);
  const lastColumn = Math.max(sheet.columns.length - 1, 0);
  const gap = { width: 3 };
  const besideColumns = sheet.beside === undefined ? [] : [gap, ...sheet.beside.columns];
  const rowCount = Math.max(sheet.rows.length, sheet.beside?.rows.length ?? 0);
  return {
    name: sheet.name,
    columns: [...sheet.columns, ...besideColumns].map(({ width }) => ({ width })),
    rows: Array.from({ length: headerRow + 1 + rowCount }, () => []),
    cells,
    merges: above.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: lastColumn })),
    freezePane: { rows: headerRow + 1, columns: sheet.frozenColumns ?? 0 },
    rowDefs: new Map([...above.map((_, row) => [row, { height: 26 }] as const), [headerRow, { height: 32 }]]),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: sheet.beside === undefined ? 1 : 2,
      fitToHeight: 0,
      printTitlesRow: `$1:$${headerRow + 1}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R第 &P 页，共 &N 页' },
  };
}

function columnStyle(column: SheetColumn, value: SheetValue): CellStyle {
  const isNumber = typeof value === 'number';
  return {
    font: { name: fontName, size: 10 },
    border: cellBorder,
    alignment: {
      horizontal: column.alignment ?? (isNumber ? 'right' : 'left'),
      vertical: 'center',
      wrapText: !isNumber,
    },
    ...(isNumber && column.numberFormat !== undefined ? { numFmt: column.numberFormat } : {}),
  };
}

/** Later styles win, side by side within font, border and alignment. */
function merged(...styles: readonly CellStyle[]): CellStyle {
  return styles.reduce<CellStyle>(
    (result, style) => ({
      ...result,
      ...style,
      font: { ...result.font, ...style.font },
      border: { ...result.border, ...style.border },
      alignment: { ...result.alignment, ...style.alignment },
    }),
    {},
  );
}
