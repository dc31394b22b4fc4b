import { mostChoiceBytes, writeChoice } from '../../../../shared/ballots/choice-bytes.ts';
import { ballotsPerPage, type PackedPage, type RowTexts } from '../../../database/packed-page.ts';
import { bytesOfPage, pageIn } from './page-block.ts';

/** One row for a page; the hashes as `SipHash` leaves them. */
export interface PageEntry {
  readonly source: number;
  readonly line: number;
  readonly accountLow: number;
  readonly accountHigh: number;
  /** Null where the source has no column of addresses. */
  readonly ip: { readonly low: number; readonly high: number } | null;
  /** Epoch milliseconds, or NaN. */
  readonly instant: number;
  readonly verdictCode: number;
  readonly choices: readonly number[];
  readonly texts: RowTexts | null;
}

/** The columns of a page that every row has, with room for a whole page; `choices` grows where it must. */
export interface PageArrays {
  readonly accounts: Uint32Array;
  /** Epoch seconds. */
  readonly seconds: Uint32Array;
  readonly verdicts: Uint8Array;
  readonly choiceLengths: Uint8Array;
  readonly choices: Uint8Array;
}

function newArrays(): PageArrays {
  return {
    accounts: new Uint32Array(2 * ballotsPerPage),
    seconds: new Uint32Array(ballotsPerPage),
    verdicts: new Uint8Array(ballotsPerPage),
    choiceLengths: new Uint8Array(ballotsPerPage),
    choices: new Uint8Array(64 * ballotsPerPage),
  };
}

/** Of such a size is memory, so that the next page fits where this one lay. */
const roundedTo = 16_384;

/**
 * Collects rows until they are a page. `PlainLines` fills its arrays straight from the bytes of the source; everything else goes
 * through `add`.
 */
export class PageBuilder {
  #rows = 0;
  readonly #arrays: PageArrays;
  #choices: Uint8Array;
  /** Where the choices of the next row begin. */
  #choicesEnd = 0;
  /** Instants of the rows for which whole seconds in four bytes do not do. */
  readonly #instants = new Map<number, number>();
  /** Lengths of the rows for which a byte does not do. */
  readonly #longLengths = new Map<number, number>();
  #firstLine = 0;
  /** As soon as they do not follow one another. */
  #lines: Uint32Array | null = null;
  readonly #ips = new Uint32Array(2 * ballotsPerPage);
  readonly #sources = new Uint16Array(ballotsPerPage);
  #texts = new Map<number, RowTexts>();
  #hasIps = false;
  #hasSources = false;

  constructor(arrays = newArrays()) {
    this.#arrays = arrays;
    this.#choices = arrays.choices;
  }

  get rows(): number {
    return this.#rows;
  }

  get isFull(): boolean {
    return this.#rows === ballotsPerPage;
  }

  get choicesEnd(): number {
    return this.#choicesEnd;
  }

  /** Whether this page still lies wholly in the arrays that the builder was made with. */
  get isInItsArrays(): boolean {
    return this.#choices === this.#arrays.choices;
  }

  /** Rows that somebody has written into its arrays: up to which they are there, where their choices end, the line of the first of them. */
  addWritten(rows: number, choicesEnd: number, line: number): void {
    this.#addLines(line, rows - this.#rows);
    this.#rows = rows;
    this.#choicesEnd = choicesEnd;
  }

  add(entry: PageEntry): void {
    const row = this.#rows;
    const { accounts, seconds, verdicts, choiceLengths } = this.#arrays;
    accounts[2 * row] = entry.accountLow;
    accounts[2 * row + 1] = entry.accountHigh;
    seconds[row] = entry.instant / 1000;
    if (1000 * seconds[row] !== entry.instant) this.#instants.set(row, entry.instant);
    verdicts[row] = entry.verdictCode;
    const start = this.#choicesEnd;
    this.#reserveChoices(mostChoiceBytes * entry.choices.length);
    let end = start;
    for (const number of entry.choices) end = writeChoice(this.#choices, end, number);
    choiceLengths[row] = end - start;
    if (choiceLengths[row] !== end - start) this.#longLengths.set(row, end - start);
    this.#hasIps ||= entry.ip !== null;
    this.#ips[2 * row] = entry.ip?.low ?? 0;
    this.#ips[2 * row + 1] = entry.ip?.high ?? 0;
    this.#hasSources ||= entry.source > 0;
    this.#sources[row] = entry.source;
    if (entry.texts !== null) this.#texts.set(row, entry.texts);
    this.addWritten(row + 1, end, entry.line);
  }

  /**
   * The rows so far, in one block of memory that can be handed to another thread; the builder begins anew.
   * @param used memory that may be written over, where there is any
   */
  take(used: ArrayBuffer | null = null): PackedPage {
    const rows = this.#rows;
    const form = {
      rows,
      choices: this.#choicesEnd,
      hasMilliseconds: this.#instants.size > 0,
      hasLongChoices: this.#longLengths.size > 0,
      hasLines: this.#lines !== null,
      hasIps: this.#hasIps,
      hasSources: this.#hasSources,
    };
    const firstLine = form.hasLines ? null : this.#firstLine;
    const page = pageIn({ ...form, block: roomFor(bytesOfPage(form), used), firstLine, texts: this.#texts });
    const { accounts, seconds, verdicts, choiceLengths } = this.#arrays;
    page.accounts.set(accounts.subarray(0, 2 * rows));
    if (form.hasMilliseconds)
      for (let row = 0; row < rows; row += 1)
        page.instants[row] = this.#instants.get(row) ?? 1000 * (seconds[row] as number);
    else page.instants.set(seconds.subarray(0, rows));
    page.verdicts.set(verdicts.subarray(0, rows));
    page.lines?.set(this.#lines?.subarray(0, rows) ?? []);
    page.choiceLengths.set(choiceLengths.subarray(0, rows));
    for (const [row, length] of this.#longLengths) page.choiceLengths[row] = length;
    page.choices.set(this.#choices.subarray(0, this.#choicesEnd));
    page.ips?.set(this.#ips.subarray(0, 2 * rows));
    page.sources?.set(this.#sources.subarray(0, rows));
    this.#beginAnew();
    return page;
  }

  #beginAnew(): void {
    this.#rows = 0;
    this.#choices = this.#arrays.choices;
    this.#choicesEnd = 0;
    this.#instants.clear();
    this.#longLengths.clear();
    this.#lines = null;
    this.#texts = new Map();
    this.#hasIps = false;
    this.#hasSources = false;
  }

  /** So many rows of lines that follow one another come next. */
  #addLines(line: number, count: number): void {
    // The scanner may take none: the line at which it stopped says nothing about the rows.
    if (count === 0) return;
    const row = this.#rows;
    if (row === 0) this.#firstLine = line;
    if (this.#lines === null && line !== this.#firstLine + row)
      this.#lines = Uint32Array.from({ length: ballotsPerPage }, (_, each) => this.#firstLine + each);
    if (this.#lines !== null)
      for (let each = 0; each < count; each += 1) this.#lines[row + each] = line + each;
  }

  /** Makes room for so many more bytes of choices. */
  #reserveChoices(bytes: number): void {
    const needed = this.#choicesEnd + bytes;
    if (needed <= this.#choices.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#choices.length));
    larger.set(this.#choices.subarray(0, this.#choicesEnd));
    this.#choices = larger;
  }
}

function roomFor(bytes: number, used: ArrayBuffer | null): ArrayBuffer {
  if (used !== null && used.byteLength >= bytes) return used;
  return new ArrayBuffer(Math.ceil(bytes / roundedTo) * roundedTo);
}
