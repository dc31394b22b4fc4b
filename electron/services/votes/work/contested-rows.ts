import { calendarDay } from '../../../../shared/ballots/time.ts';
import { quarterHour } from '../../../../shared/ballots/time-zone.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import type { StandingColumns } from '../../../database/ballot-pages.ts';
import { ballotsPerPage } from '../../../database/packed-page.ts';
import { assemblyInstance, reserve, type AssemblyMemory, type Global } from '../compiled-assembly.ts';
import type { Frequency } from './task.ts';

const good = verdictCode('good');
const unreadable = verdictCode('unreadable');

const file = new URL('./contested-rows.wasm', import.meta.url);
/** Pages of memory that are taken at once while ballots come. */
const pagesAhead = 16;
/** So many rows are looked at in one pass: more would only take more memory. */
const rowsAPass = 1 << 20;
const bytesAPrint = 4;
const bytesAPair = 8;

/** The mark of a row that was decided to count as something else than its verdict: this and the code of its standing. */
export const decidedMark = 2;

export interface MarkedPage {
  readonly batch: number;
  readonly page: number;
  readonly verdicts: Uint8Array;
  /** After `settle`: 1 for each row that shares its account and day with another; `decidedMark` and more once it is decided. Null where none does. */
  marks: Uint8Array | null;
}

/** What `assembly/` offers, compiled to `contested-rows.wasm` by `npm run assembly`; places are addresses in `memory`. */
interface Assembly {
  readonly memory: AssemblyMemory;
  readonly begin: (byDay: boolean, only: number, without: number) => void;
  readonly setDay: (quarter: number, day: number) => void;
  readonly addRows: (from: number, rows: number, first: number, areSeconds: boolean) => number;
  readonly beginPass: (which: number, passes: number) => void;
  readonly countParts: (from: number, to: number) => void;
  readonly layOutParts: (place: number) => number;
  readonly fillParts: (from: number, to: number) => void;
  readonly markShared: (part: number, marks: number, table: number) => number;
  readonly laidOut: Global;
  readonly unknownQuarter: Global;
  readonly partBits: Global;
  readonly prints: Global;
  readonly accounts: Global;
  readonly instants: Global;
  readonly verdicts: Global;
}

/**
 * Finds the rows that share their account (and day) with another row: only about these is there anything to decide. Of each
 * account and day 32 bits are kept while pages come, its print; at the end equal prints are looked for, part by part, so that the
 * table of a part fits into the processor's cache (a partitioned hash join: Shatdal, Kant and Naughton, VLDB 1994). That some rows
 * are marked which share nothing does no harm, because the decision looks at the whole.
 */
export class ContestedRows {
  readonly pages: MarkedPage[] = [];
  /** How many rows are marked, after `settle`. */
  marked = 0;
  readonly #timeZone: string;
  /** Null where no row matters to another. */
  readonly #assembly: Assembly | null;

  /** @param isOneBatch no row can be a copy of another batch's, so only good rows matter to each other */
  constructor(frequency: Frequency, timeZone: string, isOneBatch: boolean) {
    this.#timeZone = timeZone;
    this.#assembly = isOneBatch && frequency === 'unlimited' ? null : (assemblyInstance(file) as Assembly);
    this.#assembly?.begin(frequency !== 'once', isOneBatch ? good : -1, unreadable);
  }

  add(batch: number, page: number, { rows, accounts, instants, verdicts }: StandingColumns): void {
    const first = this.pages.length * ballotsPerPage;
    // A copy: the rest of the page is not kept with it.
    this.pages.push({ batch, page, verdicts: verdicts.slice(), marks: null });
    const assembly = this.#assembly;
    if (assembly === null) return;
    reserve(assembly.memory, printsEnd(assembly, this.pages.length), pagesAhead);
    const { buffer } = assembly.memory;
    new Uint32Array(buffer, assembly.accounts.value).set(accounts);
    const areSeconds = instants instanceof Uint32Array;
    if (areSeconds) new Uint32Array(buffer, assembly.instants.value).set(instants);
    else new Float64Array(buffer, assembly.instants.value).set(instants);
    new Uint8Array(buffer, assembly.verdicts.value).set(verdicts);
    for (let row = 0; row < rows;) {
      row = assembly.addRows(row, rows, first, areSeconds);
      const quarter = assembly.unknownQuarter.value;
      if (quarter !== 0) assembly.setDay(quarter, calendarDay(quarter * quarterHour, this.#timeZone));
    }
  }

  /**
   * Marks the rows, once all are there.
   * @param atOnce so many rows are looked at in one pass, about
   */
  settle(atOnce = rowsAPass): void {
    const assembly = this.#assembly;
    if (assembly === null) return;
    const rows = this.pages.length * ballotsPerPage;
    const marks = printsEnd(assembly, this.pages.length);
    const parted = marks + rows;
    const passes = 2 ** Math.ceil(Math.log2(Math.max(1, rows / atOnce)));
    for (let pass = 0; pass < passes; pass += 1) {
      assembly.beginPass(pass, passes);
      for (let from = 0; from < rows; from += ballotsPerPage)
        assembly.countParts(from, from + ballotsPerPage);
      const largest = assembly.layOutParts(parted);
      const table = parted + bytesAPair * assembly.laidOut.value;
      reserve(assembly.memory, table + 4 * bytesAPair * largest);
      for (let from = 0; from < rows; from += ballotsPerPage) assembly.fillParts(from, from + ballotsPerPage);
      for (let part = 0; part < 2 ** assembly.partBits.value; part += 1)
        this.marked += assembly.markShared(part, marks, table);
    }
    this.pages.forEach((page, index) => {
      const ofPage = new Uint8Array(assembly.memory.buffer, marks + index * ballotsPerPage, ballotsPerPage);
      page.marks = ofPage.includes(1) ? ofPage : null;
    });
  }
}

function printsEnd(assembly: Assembly, pages: number): number {
  return assembly.prints.value + bytesAPrint * ballotsPerPage * pages;
}
