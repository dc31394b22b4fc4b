import { isOwnDateAlone, showsDateAlone } from './date-format.ts';
import { MarkupReader, type MarkupHandlers } from './markup-reader.ts';
import { openPart, readPart } from './workbook-part.ts';

const none: ReadonlySet<number> = new Set();

/** The cells of one row, as columns from 0, that show a date alone. */
interface DatedRow {
  readonly row: number;
  readonly columns: ReadonlySet<number>;
}

/**
 * Tells which cells of a sheet show a date and no time of day: the library gives both as the same moment. Nothing is read
 * before the first question, because only a moment at midnight is in doubt.
 */
export class DateOnlyCells {
  readonly #workbook: Buffer;
  readonly #sheet: string;
  #rows: AsyncGenerator<DatedRow> | null = null;
  #next: DatedRow | null = null;

  constructor(workbook: Buffer, sheet: string) {
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  /** Of the row of this number; asked for in ascending order. */
  async columnsOf(row: number): Promise<ReadonlySet<number>> {
    if (this.#rows === null) {
      this.#rows = datedRows(this.#workbook, this.#sheet);
      await this.#advance();
    }
    while (this.#next !== null && this.#next.row < row) await this.#advance();
    return this.#next?.row === row ? this.#next.columns : none;
  }

  async close(): Promise<void> {
    await this.#rows?.return(undefined);
  }

  async #advance(): Promise<void> {
    const next = await this.#rows?.next();
    this.#next = next?.done === false ? next.value : null;
  }
}

async function* datedRows(workbook: Buffer, sheet: string): AsyncGenerator<DatedRow> {
  const styles = await dateOnlyStyles(workbook);
  if (styles.size === 0) return;
  const name = await sheetPart(workbook, sheet);
  const part = name === null ? null : await openPart(workbook, name);
  if (part === null) return;
  let rows: DatedRow[] = [];
  let [row, column] = [0, -1];
  let columns = new Set<number>();
  const reader = new MarkupReader('xml', {
    open: (element, attributes) => {
      if (element === 'row') {
        row = Number(attributes.get('r') ?? row + 1);
        column = -1;
        columns = new Set();
      } else if (element === 'c') {
        const place = attributes.get('r');
        column = place === undefined ? column + 1 : columnOf(place);
        if (styles.has(attributes.get('s') ?? '0')) columns.add(column);
      }
    },
    close: (element) => {
      if (element === 'row' && columns.size > 0) rows.push({ row, columns });
    },
    text: () => undefined,
  });
  const decoder = new TextDecoder();
  for await (const bytes of part) {
    reader.add(decoder.decode(bytes, { stream: true }), false);
    yield* rows;
    rows = [];
  }
}

/** The indices of the cell styles with a number format of a date alone, as cells name them. */
async function dateOnlyStyles(workbook: Buffer): Promise<ReadonlySet<string>> {
  const own = new Map<string, string>();
  const styles = new Set<string>();
  let isOfCells = false;
  let count = 0;
  await readMarkup(workbook, 'xl/styles.xml', (element, attributes) => {
    if (element === 'cellXfs') isOfCells = true;
    else if (element === 'cellStyles' || element === 'cellStyleXfs') isOfCells = false;
    else if (element === 'numFmt')
      own.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '');
    else if (element === 'xf' && isOfCells) {
      const number = attributes.get('numFmtId') ?? '';
      const format = own.get(number);
      const isDate = format === undefined ? isOwnDateAlone(Number(number)) : showsDateAlone(format);
      if (isDate) styles.add(String(count));
      count += 1;
    }
  });
  return styles;
}

/** The name of the part that holds a sheet. */
async function sheetPart(workbook: Buffer, sheet: string): Promise<string | null> {
  let id: string | undefined;
  await readMarkup(workbook, 'xl/workbook.xml', (element, attributes) => {
    if (element === 'sheet' && attributes.get('name') === sheet) id ??= attributes.get('id');
  });
  let target: string | undefined;
  await readMarkup(workbook, 'xl/_rels/workbook.xml.rels', (element, attributes) => {
    if (element === 'Relationship' && attributes.get('Id') === id) target = attributes.get('Target');
  });
  if (id === undefined || target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function readMarkup(workbook: Buffer, name: string, open: MarkupHandlers['open']): Promise<void> {
  const part = await readPart(workbook, name);
  const handlers = { open, close: () => undefined, text: () => undefined };
  if (part !== null) new MarkupReader('xml', handlers).add(part, true);
}

/** `AB12` is column 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
