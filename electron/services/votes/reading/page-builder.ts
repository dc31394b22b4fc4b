import { mostChoiceBytes, writeChoice } from '../../../../shared/ballots/choice-bytes.ts';
import { ballotsPerPage, type BallotPage, type RowTexts } from '../../../database/ballot-page-columns.ts';
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
export type PageArrays = Pick<
  BallotPage,
  'accounts' | 'instants' | 'verdicts' | 'lines' | 'choiceEnds' | 'choices'
>;

function newArrays(): PageArrays {
  return {
    accounts: new Uint32Array(2 * ballotsPerPage),
    instants: new Float64Array(ballotsPerPage),
    verdicts: new Uint8Array(ballotsPerPage),
    lines: new Uint32Array(ballotsPerPage),
    choiceEnds: new Uint32Array(ballotsPerPage),
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
  rows = 0;
  readonly #arrays: PageArrays;
  #choices: Uint8Array;
  readonly #ips = new Uint32Array(2 * ballotsPerPage);
  readonly #sources = new Uint16Array(ballotsPerPage);
  #texts = new Map<number, RowTexts>();
  #hasIps = false;
  #hasSources = false;

  constructor(arrays = newArrays()) {
    this.#arrays = arrays;
    this.#choices = arrays.choices;
  }

  get isFull(): boolean {
    return this.rows === ballotsPerPage;
  }

  /** Whether this page still lies wholly in the arrays that the builder was made with. */
  get isInItsArrays(): boolean {
    return this.#choices === this.#arrays.choices;
  }

  add(entry: PageEntry): void {
    const { rows } = this;
    const { accounts, instants, verdicts, lines, choiceEnds } = this.#arrays;
    accounts[2 * rows] = entry.accountLow;
    accounts[2 * rows + 1] = entry.accountHigh;
    instants[rows] = entry.instant;
    verdicts[rows] = entry.verdictCode;
    lines[rows] = entry.line;
    this.#reserveChoices(mostChoiceBytes * entry.choices.length);
    let end = this.#choicesEnd;
    for (const number of entry.choices) end = writeChoice(this.#choices, end, number);
    choiceEnds[rows] = end;
    this.#hasIps ||= entry.ip !== null;
    this.#ips[2 * rows] = entry.ip?.low ?? 0;
    this.#ips[2 * rows + 1] = entry.ip?.high ?? 0;
    this.#hasSources ||= entry.source > 0;
    this.#sources[rows] = entry.source;
    if (entry.texts !== null) this.#texts.set(rows, entry.texts);
    this.rows += 1;
  }

  /**
   * The rows so far, in one block of memory that can be handed to another thread; the builder begins anew.
   * @param used memory that may be written over, where there is any
   */
  take(used: ArrayBuffer | null = null): BallotPage {
    const { rows } = this;
    const choices = this.#choices.subarray(0, this.#choicesEnd);
    const parts = { rows, choices: choices.length, hasIps: this.#hasIps, hasSources: this.#hasSources };
    const bytes = bytesOfPage(parts);
    const block =
      used !== null && used.byteLength >= bytes
        ? used
        : new ArrayBuffer(Math.ceil(bytes / roundedTo) * roundedTo);
    const page = pageIn({ ...parts, block, texts: this.#texts });
    page.instants.set(this.#arrays.instants.subarray(0, rows));
    page.accounts.set(this.#arrays.accounts.subarray(0, 2 * rows));
    page.ips?.set(this.#ips.subarray(0, 2 * rows));
    page.lines.set(this.#arrays.lines.subarray(0, rows));
    page.choiceEnds.set(this.#arrays.choiceEnds.subarray(0, rows));
    page.sources?.set(this.#sources.subarray(0, rows));
    page.verdicts.set(this.#arrays.verdicts.subarray(0, rows));
    page.choices.set(choices);
    this.rows = 0;
    this.#choices = this.#arrays.choices;
    this.#texts = new Map();
    this.#hasIps = false;
    this.#hasSources = false;
    return page;
  }

  /** Where the choices of the next row begin. */
  get #choicesEnd(): number {
    return this.rows === 0 ? 0 : (this.#arrays.choiceEnds[this.rows - 1] as number);
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
