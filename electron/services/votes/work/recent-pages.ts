import type { PackedPage } from '../../../database/packed-page.ts';
import { blockOf, pageIn } from '../reading/page-block.ts';

/** Pages of about a million ballots. */
const mostBytes = 48 * 1024 * 1024;
/** A page takes less than half the bytes of the text that it was read from. */
const bytesOfText = 0.45;

/** Pages that were written just now, unless there are too many: what is decided next need not read them again. */
export class RecentPages {
  readonly #pages = new Map<number, PackedPage[]>();
  #bytes = 0;
  #areTooMany: boolean;

  /** @param textBytes of all files that will come */
  constructor(textBytes: number) {
    this.#areTooMany = bytesOfText * textBytes > mostBytes;
  }

  /** Pages of a batch come in their order. A copy is kept: the page's own memory is for pages to come. */
  add(batch: number, content: PackedPage): void {
    this.#bytes += content.accounts.buffer.byteLength;
    this.#areTooMany ||= this.#bytes > mostBytes;
    if (this.#areTooMany) {
      this.#pages.clear();
      return;
    }
    const pages = this.#pages.get(batch);
    const lies = blockOf(content);
    const kept = pageIn({ ...lies, block: lies.block.slice(0) });
    if (pages === undefined) this.#pages.set(batch, [kept]);
    else pages.push(kept);
  }

  get(batch: number, page: number): PackedPage | undefined {
    return this.#pages.get(batch)?.[page];
  }
}
