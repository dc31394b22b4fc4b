import { createHash, type Hash } from 'node:crypto';
import { pageInserter, type PageSchema } from '../../../database/ballot-pages.ts';
import type { Connection } from '../../../database/connection.ts';
import { addToDigest, rowOf, type PackedPage, type PageRow } from '../../../database/packed-page.ts';

/** So many pages are written in one transaction: two megabytes, which hold the database for some milliseconds. */
const pagesATransaction = 16;

/** Writes the pages of one staged batch as they come, and the digest that stands for them. */
export class PageStore {
  readonly #connection: Connection;
  readonly #batch: number;
  readonly #insert: ReturnType<typeof pageInserter>;
  readonly #digest: Hash = createHash('sha256');
  #waiting: PageRow[] = [];
  #written = 0;

  constructor(connection: Connection, batch: number, schema: PageSchema) {
    this.#connection = connection;
    this.#batch = batch;
    this.#insert = pageInserter(connection, schema);
  }

  /** Number of the page that comes next. */
  get pages(): number {
    return this.#written + this.#waiting.length;
  }

  /** Returns how many of the pages added last are written now: up to then their memory must stay as it is. */
  add(page: PackedPage): number {
    const row = rowOf(page);
    addToDigest(this.#digest, row);
    this.#waiting.push(row);
    const waiting = this.#waiting.length;
    if (waiting < pagesATransaction) return 0;
    this.#write();
    return waiting;
  }

  /** SHA-256 over all pages, in hex, once every page is written. */
  finish(): string {
    this.#write();
    return this.#digest.digest('hex');
  }

  #write(): void {
    const write = this.#connection.transaction(() => {
      for (const row of this.#waiting) {
        this.#insert(this.#batch, this.#written, row);
        this.#written += 1;
      }
    });
    if (this.#waiting.length > 0) write.immediate();
    this.#waiting = [];
  }
}
