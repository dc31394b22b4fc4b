/**
 * A page of the rows of a batch, packed as table `ballot_page` keeps it: 4,096 rows to a page, a column of the rows in one blob each.
 * One row is one auditable record: the line in its source, the keyed hash of the account, the moment, the choices as listed, and the
 * row's own verdict; all pages together are the pseudonymised copy of the source. What a row counts as is in `ballot_standing`.
 */
export const ballotsPerPage = 4096;

/** Every array has an entry for each row, but `choices`. */
export interface PackedPage {
  readonly rows: number;
  /** Keyed hashes, two entries a row: the low and the high 32 bits. Both 0: the row names no account. */
  readonly accounts: Uint32Array;
  /**
   * Epoch seconds; or, where a row has no time, a fraction of a second or a second that four bytes do not hold, epoch milliseconds of
   * all of them, NaN for no time.
   */
  readonly instants: Uint32Array | Float64Array;
  /** `verdictCode` of each row's own verdict. */
  readonly verdicts: Uint8Array;
  /** The source's own number of the first row's line or sheet row, where the others follow one another; else null. */
  readonly firstLine: number | null;
  /** Of each row, where they do not follow one another; else null. */
  readonly lines: Uint32Array | null;
  /** How many bytes of `choices` are the row's; four bytes a row where one does not do. */
  readonly choiceLengths: Uint8Array | Uint32Array;
  /** LEB128 of the numbers listed (`choice-bytes.ts`), row by row; tokens that are no numbers stand in `texts` only. */
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

/** The columns of the table as SQLite takes and gives them. */
export interface PageRow {
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

export function rowOf(page: PackedPage): PageRow {
  return {
    rows: page.rows,
    accounts: bytesOf(page.accounts),
    instants: bytesOf(page.instants),
    verdicts: bytesOf(page.verdicts),
    first_line: page.firstLine,
    lines: page.lines === null ? null : bytesOf(page.lines),
    choice_lengths: bytesOf(page.choiceLengths),
    choices: bytesOf(page.choices),
    ips: page.ips === null ? null : bytesOf(page.ips),
    sources: page.sources === null ? null : bytesOf(page.sources),
    texts: page.texts.size === 0 ? null : JSON.stringify([...page.texts]),
  };
}

export function packedPageOf(row: PageRow): PackedPage {
  const { rows, verdicts, choices } = row;
  return {
    rows,
    accounts: accountsOf(row),
    instants: packedInstantsOf(row),
    verdicts,
    firstLine: row.first_line,
    lines: row.lines === null ? null : new Uint32Array(aligned(row.lines)),
    choiceLengths: choiceLengthsOf(row),
    choices,
    ips: row.ips === null ? null : new Uint32Array(aligned(row.ips)),
    sources: row.sources === null ? null : new Uint16Array(aligned(row.sources)),
    texts: row.texts === null ? noTexts : new Map(JSON.parse(row.texts) as [number, RowTexts][]),
  };
}

export function accountsOf({ accounts }: Pick<PageRow, 'accounts'>): Uint32Array {
  return new Uint32Array(aligned(accounts));
}

export function packedInstantsOf({
  rows,
  instants,
}: Pick<PageRow, 'rows' | 'instants'>): Uint32Array | Float64Array {
  const bytes = aligned(instants);
  return instants.length === 8 * rows ? new Float64Array(bytes) : new Uint32Array(bytes);
}

export function choiceLengthsOf({
  rows,
  choice_lengths: lengths,
}: Pick<PageRow, 'rows' | 'choice_lengths'>): Uint8Array | Uint32Array {
  return lengths.length === rows ? lengths : new Uint32Array(aligned(lengths));
}

/** Epoch milliseconds of each row; NaN where it has no time. */
export function instantsOf({ instants: packed }: Pick<PackedPage, 'instants'>): Float64Array {
  if (packed instanceof Float64Array) return packed;
  const instants = new Float64Array(packed.length);
  for (let row = 0; row < packed.length; row += 1) instants[row] = 1000 * (packed[row] as number);
  return instants;
}

/** As `instantsOf`, of one row. */
export function instantOfRow({ instants: packed }: Pick<PackedPage, 'instants'>, row: number): number {
  const instant = packed[row] as number;
  return packed instanceof Uint32Array ? 1000 * instant : instant;
}

/** Where the choices of each row end in `choices`; they begin where those of the row before end. */
export function choiceEndsOf({ choiceLengths }: Pick<PackedPage, 'choiceLengths'>): Uint32Array {
  const ends = new Uint32Array(choiceLengths.length);
  for (let row = 0, end = 0; row < ends.length; row += 1) {
    end += choiceLengths[row] as number;
    ends[row] = end;
  }
  return ends;
}

/** Adds a page's source columns, in this order, to the digest that stands for its batch in the record: the source, not what the rules made of it. */
export function addToDigest(digest: { update(bytes: Uint8Array | string): unknown }, row: PageRow): void {
  digest.update(JSON.stringify([row.rows, row.first_line, row.texts]));
  const { accounts, instants, choice_lengths: choiceLengths, choices, lines, ips, sources } = row;
  for (const bytes of [accounts, instants, choiceLengths, choices, lines, ips, sources])
    if (bytes !== null) digest.update(bytes);
}

function bytesOf(array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** The bytes so that they may be seen as larger numbers: as they lie where that is possible, else a copy. */
function aligned(bytes: Buffer): ArrayBuffer {
  if (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength)
    return bytes.buffer as ArrayBuffer;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
