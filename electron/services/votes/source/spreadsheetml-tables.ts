import type { TextEncoding } from '../../tables/text-decoding.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import type { InspectedFile } from './inspect-file.ts';
import { markupPieces } from './markup-pieces.ts';
import type { MarkupHandlers } from '../../tables/markup-reader.ts';
import { showsDateAlone } from '../../tables/date-format.ts';
import { voteCellText } from './sheet-cell.ts';
import { sheetTables } from './sheet-tables.ts';
import type { SourceChoice } from './source-choice.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';
import { uncalculated } from './uncalculated.ts';

/** As Excel bounds a sheet. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * The visible sheets of a workbook in the XML of Excel 2003 ("SpreadsheetML"), which many platforms write under the name
 * `.xls`. Whether a sheet is hidden stands behind its rows, so the file is read once for that and once for each sheet.
 */
export async function* spreadsheetMlTables(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
  onPassed: (passed: PassedSheet) => void,
): AsyncGenerator<SourceTable> {
  const sheets = await sheetsOf(inspected, choice.encoding);
  yield* sheetTables(
    inspected,
    sheets.map(({ name, isHidden }, position) => ({
      sheet: name,
      isHidden,
      rows: rowsOf(inspected, choice.encoding, position, onBytes),
    })),
    onPassed,
  );
}

interface Sheet {
  readonly name: string;
  isHidden: boolean;
}

async function sheetsOf(inspected: InspectedFile, encoding: TextEncoding | undefined): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  let isVisibility = false;
  const handlers: MarkupHandlers = {
    open: (name, attributes) => {
      if (name === 'Worksheet') sheets.push({ name: attributes.get('Name') ?? '', isHidden: false });
      isVisibility = name === 'Visible';
    },
    close: () => (isVisibility = false),
    text: (text) => {
      const sheet = sheets.at(-1);
      if (isVisibility && sheet !== undefined && text.trim() !== 'SheetVisible') sheet.isHidden = true;
    },
  };
  for await (const _ of markupPieces(inspected, 'xml', encoding, handlers));
  return sheets;
}

async function* rowsOf(
  inspected: InspectedFile,
  encoding: TextEncoding | undefined,
  position: number,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  const reader = new SheetReader(inspected.file.name, position);
  for await (const _ of markupPieces(inspected, 'xml', encoding, reader.handlers, onBytes))
    yield* reader.take();
  reader.finish();
}

/** Collects the rows of one worksheet. */
class SheetReader {
  readonly #file: string;
  readonly #wanted: number;
  readonly #path: string[] = [];
  #sheet = -1;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #type = '';
  /** Of the present style before the sheets, then of the present row and cell. */
  #style = '';
  #rowStyle = '';
  /** Styles that show a date and no time of day. */
  readonly #dateStyles = new Set<string>();
  #hasFormula = false;
  #data: string | null = null;
  /** Columns to the right that belong to the present cell. */
  #mergedAcross = 0;
  #rows: SourceRecord[] = [];

  constructor(file: string, wanted: number) {
    this.#file = file;
    this.#wanted = wanted;
  }

  take(): readonly SourceRecord[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** A file whose elements are not all closed was cut off. */
  finish(): void {
    if (this.#path.length > 0) throw this.#damaged();
  }

  readonly handlers: MarkupHandlers = {
    open: (name, attributes) => {
      const parent = this.#path.at(-1);
      this.#path.push(name);
      if (name === 'Worksheet') {
        this.#sheet += 1;
        this.#row = 0;
      }
      if (name === 'Style') this.#style = attributes.get('ID') ?? '';
      if (name === 'NumberFormat' && isDateAlone(attributes.get('Format') ?? ''))
        this.#dateStyles.add(this.#style);
      if (this.#sheet !== this.#wanted) return;
      if (name === 'Row' && parent === 'Table') this.#openRow(attributes);
      else if (name === 'Cell' && parent === 'Row') this.#openCell(attributes);
      else if (name === 'Data' && parent === 'Cell') {
        this.#type = attributes.get('Type') ?? 'String';
        this.#data = '';
      }
    },
    close: (name) => {
      if (this.#path.pop() !== name) throw this.#damaged();
      if (this.#sheet !== this.#wanted) return;
      const parent = this.#path.at(-1);
      if (name === 'Row' && parent === 'Table') this.#rows.push({ row: this.#row, cells: this.#cells });
      else if (name === 'Cell' && parent === 'Row') this.#closeCell();
    },
    text: (text) => {
      // Rich text has elements of its own within the data; a comment's data stands elsewhere.
      if (this.#data !== null && this.#path.includes('Data') && !this.#path.includes('Comment'))
        this.#data += text;
    },
  };

  #openRow(attributes: ReadonlyMap<string, string>): void {
    this.#row = this.#indexed(attributes, this.#row + 1, lastRow);
    this.#column = 0;
    this.#cells = [];
    this.#rowStyle = attributes.get('StyleID') ?? '';
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    this.#column = this.#indexed(attributes, this.#column + 1, lastColumn);
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    this.#hasFormula = attributes.has('Formula');
    this.#data = null;
    this.#style = attributes.get('StyleID') ?? this.#rowStyle;
    this.#mergedAcross = Number(attributes.get('MergeAcross') ?? '0') || 0;
  }

  #closeCell(): void {
    if (this.#hasFormula && this.#data === null) throw new SourceBroken(uncalculated(this.#file, this.#row));
    this.#cells.push(typedText(this.#type, this.#data ?? '', this.#dateStyles.has(this.#style)));
    this.#data = null;
    this.#column = Math.min(this.#column + this.#mergedAcross, lastColumn);
  }

  #indexed(attributes: ReadonlyMap<string, string>, next: number, last: number): number {
    const given = attributes.get('Index');
    const index = given === undefined ? next : Number(given);
    // Backwards would overwrite what was read.
    if (!Number.isSafeInteger(index) || index < next || index > last) throw this.#damaged();
    return index;
  }

  #damaged(): SourceBroken {
    return new SourceBroken(refused('spreadsheet-damaged', { file: this.#file }));
  }
}

/** Besides formats as elsewhere Excel writes some by their English names. */
function isDateAlone(format: string): boolean {
  return (
    /^(?:short|medium|long) date$/i.test(format) || (!/^general/i.test(format) && showsDateAlone(format))
  );
}

function typedText(type: string, data: string, isDate: boolean): string {
  if (type === 'Number' && data.trim() !== '') {
    const value = Number(data);
    return Number.isFinite(value) ? voteCellText(value) : data;
  }
  if (type === 'Boolean') return voteCellText(data.trim() === '1');
  // Written as `2017-03-22T08:00:00.000`, without a zone: the time that the sheet shows.
  if (type === 'DateTime') {
    const time = data.trim().replace('T', ' ').replace(/\.0+$/, '');
    return isDate ? time.replace(/ 00:00:00$/, '') : time;
  }
  return data;
}
