import type { BallotPage, StoredPage } from '../../../database/ballot-page-columns.ts';

/** Pages of about a million ballots. */
const mostBytes = 48 * 1024 * 1024;
/** A page takes less than half the bytes of the text that it was read from. */
const bytesOfText = 0.45;

/** Pages that were written just now, unless there are too many: what is decided next need not read them again. */
export class RecentPages {
  readonly #pages = new Map<number, StoredPage[]>();
  #bytes = 0;
  #areTooMany: boolean;

  /** @param textBytes of all files that will come */
  constructor(textBytes: number) {
    this.#areTooMany = bytesOfText * textBytes > mostBytes;
  }

  /** Pages of a batch come in their order. A copy is kept: the page's own memory is for pages to come. */
  add(batch: number, page: number, content: BallotPage): void {
    this.#bytes += content.accounts.buffer.byteLength;
    this.#areTooMany ||= this.#bytes > mostBytes;
    if (this.#areTooMany) {
      this.#pages.clear();
      return;
    }
    const pages = this.#pages.get(batch);
    const stored = { ...copyOf(content), batch, page };
    if (pages === undefined) this.#pages.set(batch, [stored]);
    else pages.push(stored);
  }

  get(batch: number, page: number): StoredPage | undefined {
    return this.#pages.get(batch)?.[page];
  }
}

/** A page in a block of its own: its columns lie in one (`PageBuilder`). */
function copyOf(page: BallotPage): BallotPage {
  const block = page.accounts.buffer.slice(0);
  return {
    rows: page.rows,
    accounts: new Uint32Array(block, page.accounts.byteOffset, page.accounts.length),
    instants: new Float64Array(block, page.instants.byteOffset, page.instants.length),
    verdicts: new Uint8Array(block, page.verdicts.byteOffset, page.verdicts.length),
    lines: new Uint32Array(block, page.lines.byteOffset, page.lines.length),
    choiceEnds: new Uint32Array(block, page.choiceEnds.byteOffset, page.choiceEnds.length),
    choices: new Uint8Array(block, page.choices.byteOffset, page.choices.length),
    ips: page.ips === null ? null : new Uint32Array(block, page.ips.byteOffset, page.ips.length),
    sources:
      page.sources === null ? null : new Uint16Array(block, page.sources.byteOffset, page.sources.length),
    texts: page.texts,
  };
}
