import { readChoiceBytes } from '../../shared/ballots/choice-bytes.ts';

/**
 * A page of the rows of a batch, and the columns as which table `ballot_page` keeps it: 4,096 rows to a page, a column of the rows in one blob each. One row is one auditable
 * record: the line in its source, the keyed hash of the account, the moment, the choices as listed, and the row's own verdict;
 * all pages together are the pseudonymised copy of the source. What a row counts as is in `ballot_standing`.
 */
export const ballotsPerPage = 4096;

/** A page of ballots; every array has an entry for each row. */
export interface BallotPage {
  readonly rows: number;
  /** Keyed hashes, two entries a row: the low and the high 32 bits. Both 0: the row names no account. */
  readonly accounts: Uint32Array;
  /** Epoch milliseconds; NaN where the row has no time that can be parsed. */
  readonly instants: Float64Array;
  /** `verdictCode` of each row's own verdict. */
  readonly verdicts: Uint8Array;
  /** The source's own number of the line or sheet row. */
  readonly lines: Uint32Array;
  /** Where each row's choices end in `choices`; they begin where those of the row before end. */
  readonly choiceEnds: Uint32Array;
  /** LEB128 of the numbers listed (`choice-bytes.ts`); tokens that are no numbers stand in `texts` only. */
  readonly choices: Uint8Array;
  /** Keyed hashes of the addresses, two entries a row like `accounts`; null where the source has none. */
  readonly ips: Uint32Array | null;
  /** Index into the batch's list of sources (files of an archive, sheets); null: all rows are of the first. */
  readonly sources: Uint16Array | null;
  /** Cells as written, of the rows where they differ from what the other columns say. */
  readonly texts: ReadonlyMap<number, RowTexts>;
}

/**
 * Cells of a row as written. Absent: the cell is `2017-03-22 00:00:00` of the instant, or the numbers joined by `;`. Null: the
 * row has no such cell at all.
 */
export interface RowTexts {
  readonly time?: string | null;
  readonly choices?: string | null;
}

/** Of a page whose rows are all what their columns say. */
export const noTexts: ReadonlyMap<number, RowTexts> = new Map();

export interface StoredPage extends BallotPage {
  readonly batch: number;
  readonly page: number;
}

/** A row of the table as SQLite gives it. */
export interface PageRow {
  readonly batch: number;
  readonly page: number;
  readonly rows: number;
  readonly accounts: Buffer;
  readonly instants: Buffer;
  readonly verdicts: Buffer;
  readonly first_line: number | null;
  readonly lines: Buffer | null;
  readonly choice_lengths: Buffer;
  readonly choices: Buffer;
  readonly ips: Buffer | null;
  readonly sources: Buffer | null;
  readonly texts: string | null;
}

export function choicesOfRow(page: Pick<BallotPage, 'choiceEnds' | 'choices'>, row: number): number[] {
  return readChoiceBytes(
    page.choices,
    row === 0 ? 0 : (page.choiceEnds[row - 1] ?? 0),
    page.choiceEnds[row] ?? 0,
  );
}

/** What of a page stands for its rows in the record: the source, not what the rules made of it. */
export interface PageColumns {
  readonly rows: number;
  readonly accounts: Buffer;
  readonly instants: Buffer;
  readonly verdicts: Buffer;
  readonly firstLine: number | null;
  readonly lines: Buffer | null;
  readonly choiceLengths: Buffer;
  readonly choices: Buffer;
  readonly ips: Buffer | null;
  readonly sources: Buffer | null;
  readonly texts: string | null;
}

/** The page as the table keeps it: whole seconds in four bytes, lines that follow one another as the first of them. */
export function columnsOf(page: BallotPage): PageColumns {
  const isConsecutive = areConsecutive(page.lines);
  return {
    rows: page.rows,
    accounts: bytesOf(page.accounts),
    instants: bytesOf(secondsOf(page.instants) ?? page.instants),
    verdicts: bytesOf(page.verdicts),
    firstLine: isConsecutive ? (page.lines[0] ?? 0) : null,
    lines: isConsecutive ? null : bytesOf(page.lines),
    choiceLengths: bytesOf(lengthsOf(page.choiceEnds)),
    choices: bytesOf(page.choices),
    ips: page.ips === null ? null : bytesOf(page.ips),
    sources: page.sources === null ? null : bytesOf(page.sources),
    texts: page.texts.size === 0 ? null : JSON.stringify([...page.texts]),
  };
}

function areConsecutive(lines: Uint32Array): boolean {
  for (let row = 1; row < lines.length; row += 1)
    if (lines[row] !== (lines[row - 1] as number) + 1) return false;
  return true;
}

function bytesOf(array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** Null where a row has no time, a fraction of a second, or a second that four bytes do not hold. */
function secondsOf(instants: Float64Array): Uint32Array | null {
  const seconds = new Uint32Array(instants.length);
  for (let row = 0; row < instants.length; row += 1) {
    const second = (instants[row] ?? 0) / 1000;
    seconds[row] = second;
    if (seconds[row] !== second) return null;
  }
  return seconds;
}

/** A byte a row where that is enough. */
function lengthsOf(ends: Uint32Array): Uint8Array | Uint32Array {
  const lengths = new Uint8Array(ends.length);
  for (let row = 0, start = 0; row < ends.length; row += 1) {
    const end = ends[row] as number;
    if (end - start > 255) return longLengthsOf(ends);
    lengths[row] = end - start;
    start = end;
  }
  return lengths;
}

function longLengthsOf(ends: Uint32Array): Uint32Array {
  return ends.map((end, row) => end - (row === 0 ? 0 : (ends[row - 1] as number)));
}

/** @param ends where they are written, with room for the rows */
export function endsOf(bytes: Buffer, rows: number, ends = new Uint32Array(rows)): Uint32Array {
  const lengths = bytes.length === rows ? bytes : new Uint32Array(aligned(bytes));
  for (let row = 0, end = 0; row < rows; row += 1) {
    end += lengths[row] as number;
    ends[row] = end;
  }
  return ends;
}

export function pageOf(row: PageRow): StoredPage {
  const { batch, page, rows } = row;
  return {
    batch,
    page,
    rows,
    accounts: new Uint32Array(aligned(row.accounts)),
    instants: instantsOf(row.instants, rows),
    verdicts: row.verdicts,
    lines: row.lines === null ? consecutive(row.first_line ?? 0, rows) : new Uint32Array(aligned(row.lines)),
    choiceEnds: endsOf(row.choice_lengths, rows),
    choices: row.choices,
    ips: row.ips === null ? null : new Uint32Array(aligned(row.ips)),
    sources: row.sources === null ? null : new Uint16Array(aligned(row.sources)),
    texts: new Map(row.texts === null ? [] : (JSON.parse(row.texts) as [number, RowTexts][])),
  };
}

function consecutive(first: number, rows: number): Uint32Array {
  const lines = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) lines[row] = first + row;
  return lines;
}

/** The bytes so that they may be seen as larger numbers: as they lie where that is possible, else a copy. */
export function aligned(bytes: Buffer): ArrayBuffer {
  if (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength)
    return bytes.buffer as ArrayBuffer;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** @param instants where they are written, with room for the rows */
export function instantsOf(bytes: Buffer, rows: number, instants = new Float64Array(rows)): Float64Array {
  if (bytes.length === 8 * rows) return new Float64Array(aligned(bytes));
  const seconds = new Uint32Array(aligned(bytes));
  for (let row = 0; row < rows; row += 1) instants[row] = (seconds[row] as number) * 1000;
  return instants;
}

/** Adds a page's source columns, in this order, to the digest that stands for its batch in the record. */
export function addToDigest(
  digest: { update(bytes: Uint8Array | string): unknown },
  columns: PageColumns,
): void {
  const { rows, firstLine, lines, ips, sources, texts } = columns;
  digest.update(JSON.stringify([rows, firstLine, texts]));
  for (const bytes of [
    columns.accounts,
    columns.instants,
    columns.choiceLengths,
    columns.choices,
    lines,
    ips,
    sources,
  ])
    if (bytes !== null) digest.update(bytes);
}
