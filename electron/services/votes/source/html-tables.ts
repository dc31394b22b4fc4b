import { refused } from '../../../../shared/refusals/refusal.ts';
import type { InspectedFile } from './inspect-file.ts';
import { markupPieces } from './markup-pieces.ts';
import type { MarkupHandlers } from '../../tables/markup-reader.ts';
import { sheetTables } from './sheet-tables.ts';
import type { SourceChoice } from './source-choice.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceTable } from './source-table.ts';

const advice = '请在 Excel 里打开这个文件，另存为 .xlsx 再导入';

/** Inserted where a cell has a line break. */
const lineBreak = '\n';

/**
 * The table of a web page, which some platforms send under the name `.xls`. Rows count from 1 as Excel would number them.
 * What would need a browser's understanding (several tables, tables within tables, cells over several rows or columns) is
 * refused with advice instead of guessed at.
 */
export async function* htmlTables(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceTable> {
  const table = { sheet: null, isHidden: false, rows: rowsOf(inspected, choice, onBytes) };
  yield* sheetTables(inspected, [table], () => undefined);
}

async function* rowsOf(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  const reader = new TableReader(inspected.file.name);
  for await (const _ of markupPieces(inspected, 'html', choice.encoding, reader.handlers, onBytes))
    yield* reader.take();
  yield* reader.finish();
}

class TableReader {
  readonly #file: string;
  #isInTable = false;
  #row = 0;
  #cells: string[] | null = null;
  #cell: string | null = null;
  #rows: SourceRecord[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  take(): readonly SourceRecord[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** A page that ends within its table was cut off: the last rows may be missing. */
  finish(): readonly SourceRecord[] {
    if (this.#isInTable) throw new SourceBroken(refused('spreadsheet-damaged', { file: this.#file }));
    return this.take();
  }

  readonly handlers: MarkupHandlers = {
    open: (name, attributes) => {
      if (name === 'table') this.#openTable();
      if (!this.#isInTable) return;
      if (name === 'tr') {
        this.#closeRow();
        this.#row += 1;
        this.#cells = [];
      } else if (name === 'td' || name === 'th') {
        this.#closeCell();
        const spans = ['rowspan', 'colspan'].some((each) => Number(attributes.get(each) ?? '1') > 1);
        if (spans) throw this.#refusal('这里有跨行或跨列的单元格');
        this.#cell = '';
      } else if (name === 'br' && this.#cell !== null) this.#cell += lineBreak;
    },
    close: (name) => {
      if (!this.#isInTable) return;
      if (name === 'td' || name === 'th') this.#closeCell();
      else if (name === 'tr' || name === 'table') this.#closeRow();
      if (name === 'table') this.#isInTable = false;
    },
    text: (text) => {
      // Line ends and indentation of the page's own text are no part of a cell.
      if (this.#cell !== null) this.#cell += text.replaceAll(/[\t\r\n ]+/g, ' ');
    },
  };

  #openTable(): void {
    if (this.#isInTable) throw this.#refusal('表格里面还有表格');
    if (this.#row > 0) throw this.#refusal('里面不止一个表格');
    this.#isInTable = true;
  }

  #closeRow(): void {
    this.#closeCell();
    if (this.#cells !== null) this.#rows.push({ row: this.#row, cells: this.#cells });
    this.#cells = null;
  }

  #closeCell(): void {
    if (this.#cell !== null) this.#cells?.push(this.#cell.trim());
    this.#cell = null;
  }

  #refusal(problem: string): SourceBroken {
    return new SourceBroken(
      refused('rows-invalid', {
        file: this.#file,
        count: 1,
        problems: [{ row: Math.max(this.#row, 1), problem: `${problem}，${advice}` }],
      }),
    );
  }
}
