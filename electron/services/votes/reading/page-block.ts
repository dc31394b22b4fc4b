import { noTexts, type BallotPage, type RowTexts } from '../../../database/ballot-page-columns.ts';

/** A page in one block of memory, as it is handed from thread to thread: nothing but the block and where it is parted. */
export interface PageBlock {
  readonly block: ArrayBuffer;
  readonly rows: number;
  /** Bytes of its choices. */
  readonly choices: number;
  readonly hasIps: boolean;
  readonly hasSources: boolean;
  /** Null where no row has any. */
  readonly texts: ReadonlyMap<number, RowTexts> | null;
}

/** How many bytes the block of such a page has at least. */
export function bytesOfPage({
  rows,
  choices,
  hasIps,
  hasSources,
}: Omit<PageBlock, 'block' | 'texts'>): number {
  return (25 + (hasIps ? 8 : 0) + (hasSources ? 2 : 0)) * rows + choices;
}

/** The columns of a page, where they lie in its block: the widest numbers first, so that each begins where its numbers may. */
export function pageIn({ block, rows, choices, hasIps, hasSources, texts }: PageBlock): BallotPage {
  let end = 0;
  const place = (bytes: number): number => {
    end += bytes;
    return end - bytes;
  };
  return {
    rows,
    instants: new Float64Array(block, place(8 * rows), rows),
    accounts: new Uint32Array(block, place(8 * rows), 2 * rows),
    ips: hasIps ? new Uint32Array(block, place(8 * rows), 2 * rows) : null,
    lines: new Uint32Array(block, place(4 * rows), rows),
    choiceEnds: new Uint32Array(block, place(4 * rows), rows),
    sources: hasSources ? new Uint16Array(block, place(2 * rows), rows) : null,
    verdicts: new Uint8Array(block, place(rows), rows),
    choices: new Uint8Array(block, place(choices), choices),
    texts: texts ?? noTexts,
  };
}

/** The block in which a page lies that `pageIn` made. */
export function blockOf(page: BallotPage): PageBlock {
  return {
    block: page.accounts.buffer as ArrayBuffer,
    rows: page.rows,
    choices: page.choices.length,
    hasIps: page.ips !== null,
    hasSources: page.sources !== null,
    texts: page.texts.size === 0 ? null : page.texts,
  };
}
