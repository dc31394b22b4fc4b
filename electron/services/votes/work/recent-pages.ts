import type { BallotPage, StoredPage } from '../../../database/ballot-page-columns.ts';

/** Pages of about a million and a half ballots. */
const mostBytes = 64 * 1024 * 1024;

/** Pages that were written just now, unless there are too many: what is decided next need not read them again. */
export class RecentPages {
  readonly #pages = new Map<number, StoredPage[]>();
  #bytes = 0;

  /** Pages of a batch come in their order. */
  add(batch: number, page: number, content: BallotPage): void {
    this.#bytes += content.accounts.buffer.byteLength;
    if (this.#bytes > mostBytes) {
      this.#pages.clear();
      return;
    }
    const pages = this.#pages.get(batch);
    const stored = { ...content, batch, page };
    if (pages === undefined) this.#pages.set(batch, [stored]);
    else pages.push(stored);
  }

  get(batch: number, page: number): StoredPage | undefined {
    return this.#pages.get(batch)?.[page];
  }
}
