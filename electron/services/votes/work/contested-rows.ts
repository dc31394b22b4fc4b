import { readFileSync } from 'node:fs';
import { calendarDay } from '../../../../shared/ballots/time.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import { ballotsPerPage, type BallotPage } from '../../../database/ballot-page-columns.ts';
import type { Frequency } from './task.ts';

const good = verdictCode('good');
const unreadable = verdictCode('unreadable');

const memoryPage = 65_536;
/** The table has two to the power of these many places at least, and at most to begin with. */
const fewestBits = 16;
const mostBits = 24;
const bytesAPlace = 8;
const quarterHour = 900_000;

export interface MarkedPage {
  readonly batch: number;
  readonly page: number;
  readonly verdicts: Uint8Array;
  /** 1 for each row that shares its account and day with another; null where none does. */
  marks: Uint8Array | null;
}

/** What `assembly/` offers, compiled to `contested-rows.wasm` by `npm run assembly`; places are addresses in `memory`. */
interface Table {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly begin: (byDay: boolean, only: number, without: number) => void;
  readonly setPlaces: (size: number) => void;
  readonly setDay: (quarter: number, day: number) => void;
  readonly lookForRows: (from: number, rows: number, first: number) => number;
  readonly found: Global;
  readonly unknownQuarter: Global;
  readonly accounts: Global;
  readonly instants: Global;
  readonly verdicts: Global;
  readonly shared: Global;
  readonly table: Global;
}

interface Global {
  readonly value: number;
}

/**
 * Finds, while pages come, the rows that share their account (and day) with another row: only about these is there anything to
 * decide. A table of open addressing holds 32 bits of each account and day; that some rows are marked which share nothing does
 * no harm, because the decision looks at the whole.
 */
export class ContestedRows {
  readonly pages: MarkedPage[] = [];
  readonly #timeZone: string;
  /** Null where no row matters to another. */
  readonly #table: Table | null;
  #places = 0;
  #entries = 0;
  /** How many rows are marked. */
  marked = 0;

  /**
   * @param isOneBatch no row can be a copy of another batch's, so only good rows matter to each other
   * @param expectedRows how many rows will come, about: the table need not grow then
   */
  constructor(frequency: Frequency, timeZone: string, isOneBatch: boolean, expectedRows: number) {
    this.#timeZone = timeZone;
    this.#table = isOneBatch && frequency === 'unlimited' ? null : newTable();
    this.#table?.begin(frequency !== 'once', isOneBatch ? good : -1, unreadable);
    const bits = Math.ceil(Math.log2(1.5 * expectedRows + 1));
    this.#setPlaces(2 ** Math.min(mostBits, Math.max(fewestBits, bits)));
  }

  add(
    batch: number,
    page: number,
    { rows, accounts, instants, verdicts }: Pick<BallotPage, 'rows' | 'accounts' | 'instants' | 'verdicts'>,
  ): void {
    const first = this.pages.length * ballotsPerPage;
    // A copy: the rest of the page is not kept with it.
    this.pages.push({ batch, page, verdicts: verdicts.slice(), marks: null });
    const table = this.#table;
    if (table === null) return;
    if (3 * (this.#entries + rows) > 2 * this.#places) this.#setPlaces(4 * this.#places);
    const { buffer } = table.memory;
    new Uint32Array(buffer, table.accounts.value).set(accounts);
    new Float64Array(buffer, table.instants.value).set(instants);
    new Uint8Array(buffer, table.verdicts.value).set(verdicts);
    for (let row = 0; row < rows;) {
      row = table.lookForRows(row, rows, first);
      const quarter = table.unknownQuarter.value;
      if (quarter !== 0) table.setDay(quarter, calendarDay(quarter * quarterHour, this.#timeZone));
    }
    const found = table.found.value;
    const pairs = new Uint32Array(buffer, table.shared.value, 2 * found);
    for (let pair = 0; pair < found; pair += 1) {
      this.#mark(pairs[2 * pair] as number);
      this.#mark(first + (pairs[2 * pair + 1] as number));
    }
    this.#entries += rows - found;
  }

  #mark(ordinal: number): void {
    const page = this.pages[Math.floor(ordinal / ballotsPerPage)];
    if (page === undefined) return;
    const marks = (page.marks ??= new Uint8Array(ballotsPerPage));
    const row = ordinal % ballotsPerPage;
    this.marked += 1 - (marks[row] as number);
    marks[row] = 1;
  }

  #setPlaces(places: number): void {
    const table = this.#table;
    if (table === null) return;
    const needed = table.table.value + (places + this.#places) * bytesAPlace;
    const missing = needed - table.memory.buffer.byteLength;
    if (missing > 0) table.memory.grow(Math.ceil(missing / memoryPage));
    table.setPlaces(places);
    this.#places = places;
  }
}

let compiled: WebAssembly.Module | null = null;

function newTable(): Table {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./contested-rows.wasm', import.meta.url)));
  const exports: unknown = new WebAssembly.Instance(compiled).exports;
  return exports as Table;
}
