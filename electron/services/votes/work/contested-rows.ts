import { readFileSync } from 'node:fs';
import { calendarDay } from '../../../../shared/ballots/time.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import { ballotsPerPage, type BallotPage } from '../../../database/ballot-page-columns.ts';
import type { Frequency } from './task.ts';

const good = verdictCode('good');
const unreadable = verdictCode('unreadable');

const memoryPage = 65_536;
/** So many bits a row tell which prints were seen: one row in fifty is suspected without a reason then. */
const bitsARow = 24;
const fewestBits = 20;
const mostBits = 29;
const quarterHour = 900_000;

export interface MarkedPage {
  readonly batch: number;
  readonly page: number;
  readonly verdicts: Uint8Array;
  /** After `settle`: 1 for each row that shares its account and day with another; null where none does. */
  marks: Uint8Array | null;
}

/** What `assembly/` offers, compiled to `contested-rows.wasm` by `npm run assembly`; places are addresses in `memory`. */
interface Assembly {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly begin: (byDay: boolean, only: number, without: number, bits: number) => void;
  readonly setDay: (quarter: number, day: number) => void;
  readonly addRows: (from: number, rows: number, first: number) => number;
  readonly beginTable: (at: number, places: number) => void;
  readonly suspect: (print: number) => void;
  readonly markShared: (marks: number, rows: number) => number;
  readonly prints: Global;
  readonly suspected: Global;
  readonly unknownQuarter: Global;
  readonly accounts: Global;
  readonly instants: Global;
  readonly verdicts: Global;
  readonly suspects: Global;
}

interface Global {
  readonly value: number;
}

/**
 * Finds the rows that share their account (and day) with another row: only about these is there anything to decide. Of each
 * account and day 32 bits are kept, its print. While pages come, a bit for each print tells whether it may have been there before
 * (a Bloom filter with one hash, B. H. Bloom, 1970); at the end the few that may are looked for among all. That some rows are
 * marked which share nothing does no harm, because the decision looks at the whole.
 */
export class ContestedRows {
  readonly pages: MarkedPage[] = [];
  /** How many rows are marked, after `settle`. */
  marked = 0;
  readonly #timeZone: string;
  /** Null where no row matters to another. */
  readonly #assembly: Assembly | null;
  readonly #suspects: Uint32Array[] = [];

  /**
   * @param isOneBatch no row can be a copy of another batch's, so only good rows matter to each other
   * @param expectedRows how many rows will come, about: with more of them more are suspected
   */
  constructor(frequency: Frequency, timeZone: string, isOneBatch: boolean, expectedRows: number) {
    this.#timeZone = timeZone;
    this.#assembly = isOneBatch && frequency === 'unlimited' ? null : newAssembly();
    const bits = Math.ceil(Math.log2(bitsARow * expectedRows + 1));
    this.#assembly?.begin(
      frequency !== 'once',
      isOneBatch ? good : -1,
      unreadable,
      Math.min(mostBits, Math.max(fewestBits, bits)),
    );
  }

  add(
    batch: number,
    page: number,
    { rows, accounts, instants, verdicts }: Pick<BallotPage, 'rows' | 'accounts' | 'instants' | 'verdicts'>,
  ): void {
    const first = this.pages.length * ballotsPerPage;
    // A copy: the rest of the page is not kept with it.
    this.pages.push({ batch, page, verdicts: verdicts.slice(), marks: null });
    const assembly = this.#assembly;
    if (assembly === null) return;
    reserve(assembly, this.#printsEnd);
    const { buffer } = assembly.memory;
    new Uint32Array(buffer, assembly.accounts.value).set(accounts);
    new Float64Array(buffer, assembly.instants.value).set(instants);
    new Uint8Array(buffer, assembly.verdicts.value).set(verdicts);
    for (let row = 0; row < rows;) {
      row = assembly.addRows(row, rows, first);
      const quarter = assembly.unknownQuarter.value;
      if (quarter !== 0) assembly.setDay(quarter, calendarDay(quarter * quarterHour, this.#timeZone));
    }
    const suspected = assembly.suspected.value;
    this.#suspects.push(new Uint32Array(buffer, assembly.suspects.value, suspected).slice());
  }

  /** Marks the rows, once all are there. */
  settle(): void {
    const assembly = this.#assembly;
    const rows = this.pages.length * ballotsPerPage;
    const suspects = this.#suspects.reduce((sum, each) => sum + each.length, 0);
    if (assembly === null || suspects === 0) return;
    const marks = this.#printsEnd;
    const table = marks + rows;
    const places = 2 ** Math.ceil(Math.log2(2 * suspects + 1));
    reserve(assembly, table + 8 * places);
    assembly.beginTable(table, places);
    for (const prints of this.#suspects) for (const print of prints) assembly.suspect(print);
    this.marked = assembly.markShared(marks, rows);
    this.pages.forEach((page, index) => {
      const ofPage = new Uint8Array(assembly.memory.buffer, marks + index * ballotsPerPage, ballotsPerPage);
      page.marks = ofPage.includes(1) ? ofPage : null;
    });
  }

  get #printsEnd(): number {
    return (this.#assembly?.prints.value ?? 0) + 4 * ballotsPerPage * this.pages.length;
  }
}

/** Makes the memory reach to before a place; what is in it stays where it is. */
function reserve({ memory }: Assembly, end: number): void {
  const missing = end - memory.buffer.byteLength;
  // A little more at a time, so that not every page asks anew.
  if (missing > 0) memory.grow(Math.ceil(missing / memoryPage) + 16);
}

let compiled: WebAssembly.Module | null = null;

function newAssembly(): Assembly {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./contested-rows.wasm', import.meta.url)));
  const exports: unknown = new WebAssembly.Instance(compiled).exports;
  return exports as Assembly;
}
