import { calendarDay } from '../../../../shared/ballots/time.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import { ballotsPerPage, type BallotPage } from '../../../database/ballot-page-columns.ts';
import type { Frequency } from './task.ts';

const good = verdictCode('good');
const unreadable = verdictCode('unreadable');

export interface MarkedPage {
  readonly batch: number;
  readonly page: number;
  readonly verdicts: Uint8Array;
  /** 1 for each row that shares its account and day with another; null where none does. */
  marks: Uint8Array | null;
}

/**
 * Finds, while pages come, the rows that share their account (and day) with another row: only about these is there anything to
 * decide. A table of open addressing holds 32 bits of each account and day; that some rows are marked which share nothing does
 * no harm, because the decision looks at the whole.
 */
export class ContestedRows {
  readonly pages: MarkedPage[] = [];
  readonly #frequency: Frequency;
  readonly #timeZone: string;
  readonly #isOneBatch: boolean;
  #prints: Uint32Array;
  #ordinals: Uint32Array;
  #entries = 0;
  /** How many rows are marked. */
  marked = 0;

  /**
   * @param isOneBatch no row can be a copy of another batch's, so only good rows matter to each other
   * @param expectedRows how many rows will come, about: the table need not grow then
   */
  constructor(frequency: Frequency, timeZone: string, isOneBatch: boolean, expectedRows: number) {
    const places = 1 << Math.min(24, Math.max(16, Math.ceil(Math.log2(1.5 * expectedRows + 1))));
    this.#prints = new Uint32Array(places);
    this.#ordinals = new Uint32Array(places);
    this.#frequency = frequency;
    this.#timeZone = timeZone;
    this.#isOneBatch = isOneBatch;
  }

  add(
    batch: number,
    page: number,
    { rows, accounts, instants, verdicts }: Pick<BallotPage, 'rows' | 'accounts' | 'instants' | 'verdicts'>,
  ): void {
    const index = this.pages.length;
    this.pages.push({ batch, page, verdicts, marks: null });
    if (this.#isOneBatch && this.#frequency === 'unlimited') return;
    for (let row = 0; row < rows; row += 1) {
      const verdict = verdicts[row] as number;
      if (this.#isOneBatch ? verdict !== good : verdict === unreadable) continue;
      const low = accounts[2 * row] as number;
      const high = accounts[2 * row + 1] as number;
      this.#look(printOf(low, high, this.#day(instants[row] as number)), index * ballotsPerPage + row);
    }
  }

  #day(instant: number): number {
    return this.#frequency === 'once' || Number.isNaN(instant) ? 0 : calendarDay(instant, this.#timeZone);
  }

  #look(print: number, ordinal: number): void {
    const prints = this.#prints;
    const last = prints.length - 1;
    let slot = Math.imul(print, 0x9e3779b1) >>> Math.clz32(last);
    for (; prints[slot] !== 0; slot = (slot + 1) & last) {
      if (prints[slot] !== print) continue;
      this.#mark(this.#ordinals[slot] as number);
      this.#mark(ordinal);
      return;
    }
    prints[slot] = print;
    this.#ordinals[slot] = ordinal;
    this.#entries += 1;
    if (this.#entries * 3 > prints.length * 2) this.#grow();
  }

  #mark(ordinal: number): void {
    const page = this.pages[Math.floor(ordinal / ballotsPerPage)];
    if (page === undefined) return;
    const marks = (page.marks ??= new Uint8Array(ballotsPerPage));
    const row = ordinal % ballotsPerPage;
    this.marked += 1 - (marks[row] as number);
    marks[row] = 1;
  }

  #grow(): void {
    const [prints, ordinals] = [this.#prints, this.#ordinals];
    this.#prints = new Uint32Array(4 * prints.length);
    this.#ordinals = new Uint32Array(4 * prints.length);
    const last = this.#prints.length - 1;
    for (let old = 0; old < prints.length; old += 1) {
      const print = prints[old] as number;
      if (print === 0) continue;
      let slot = Math.imul(print, 0x9e3779b1) >>> Math.clz32(last);
      while (this.#prints[slot] !== 0) slot = (slot + 1) & last;
      this.#prints[slot] = print;
      this.#ordinals[slot] = ordinals[old] as number;
    }
  }
}

/** Not 0, which marks a free place. */
function printOf(low: number, high: number, day: number): number {
  let print = low ^ Math.imul(high, 0x85ebca6b) ^ Math.imul(day, 0xc2b2ae35);
  print = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d);
  return (print ^ (print >>> 13)) >>> 0 || 1;
}
