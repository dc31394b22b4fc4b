import { noTexts, type PackedPage, type RowTexts } from '../../../database/packed-page.ts';

/** What columns a page has, and how wide they are. */
export interface PageForm {
  readonly rows: number;
  /** Bytes of its choices. */
  readonly choices: number;
  /** Its instants are milliseconds. */
  readonly hasMilliseconds: boolean;
  /** Its lengths of choices take four bytes each. */
  readonly hasLongChoices: boolean;
  readonly hasLines: boolean;
  readonly hasIps: boolean;
  readonly hasSources: boolean;
}

/** A page in one block of memory, as it is handed from thread to thread: nothing but the block and how it is parted. */
export interface PageBlock extends PageForm {
  readonly block: ArrayBuffer;
  readonly firstLine: number | null;
  /** Null where no row has any. */
  readonly texts: ReadonlyMap<number, RowTexts> | null;
}

/** How many bytes the block of such a page has at least. */
export function bytesOfPage(form: PageForm): number {
  const { rows, choices, hasMilliseconds, hasLongChoices, hasLines, hasIps, hasSources } = form;
  const ofRow =
    8 +
    1 +
    (hasMilliseconds ? 8 : 4) +
    (hasLongChoices ? 4 : 1) +
    (hasLines ? 4 : 0) +
    (hasIps ? 8 : 0) +
    (hasSources ? 2 : 0);
  return ofRow * rows + choices;
}

/** The columns of a page, where they lie in its block: the widest numbers first, so that each begins where its numbers may. */
export function pageIn({ block, firstLine, texts, ...form }: PageBlock): PackedPage {
  const { rows, choices, hasMilliseconds, hasLongChoices, hasLines, hasIps, hasSources } = form;
  let end = 0;
  const place = (bytes: number): number => {
    end += bytes;
    return end - bytes;
  };
  const instants = hasMilliseconds
    ? new Float64Array(block, place(8 * rows), rows)
    : new Uint32Array(block, place(4 * rows), rows);
  const accounts = new Uint32Array(block, place(8 * rows), 2 * rows);
  const ips = hasIps ? new Uint32Array(block, place(8 * rows), 2 * rows) : null;
  const lines = hasLines ? new Uint32Array(block, place(4 * rows), rows) : null;
  const longLengths = hasLongChoices ? new Uint32Array(block, place(4 * rows), rows) : null;
  const sources = hasSources ? new Uint16Array(block, place(2 * rows), rows) : null;
  const choiceLengths = longLengths ?? new Uint8Array(block, place(rows), rows);
  return {
    rows,
    accounts,
    instants,
    verdicts: new Uint8Array(block, place(rows), rows),
    firstLine,
    lines,
    choiceLengths,
    choices: new Uint8Array(block, place(choices), choices),
    ips,
    sources,
    texts: texts ?? noTexts,
  };
}

/** The block in which a page lies that `pageIn` made. */
export function blockOf(page: PackedPage): PageBlock {
  return {
    block: page.accounts.buffer as ArrayBuffer,
    rows: page.rows,
    choices: page.choices.length,
    hasMilliseconds: page.instants instanceof Float64Array,
    hasLongChoices: page.choiceLengths instanceof Uint32Array,
    hasLines: page.lines !== null,
    hasIps: page.ips !== null,
    hasSources: page.sources !== null,
    firstLine: page.firstLine,
    texts: page.texts.size === 0 ? null : page.texts,
  };
}
