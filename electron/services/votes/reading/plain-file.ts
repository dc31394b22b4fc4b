import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { AccountHash } from '../account-hash.ts';
import { recogniseLayout } from '../layouts/all.ts';
import type { RecognisedLayout } from '../layouts/layout.ts';
import { DamagedAccounts } from '../source/damaged-accounts.ts';
import { voteFileMegabytes } from '../source/inspect-file.ts';
import { demonstrationMark } from '../source/open-ballots.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';
import { PageBuilder } from './page-builder.ts';
import { pageEntry } from './page-entry.ts';
import { PlainLines } from './plain-lines.ts';

const readSize = 1 << 20;
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** The file is not plain after all; nothing is wrong with it. */
class NotPlain extends Error {}

/**
 * Reads a UTF-8 file `account,time,choices` without quoted cells: plain lines straight from the bytes, the others line by line as
 * the general way reads them. Null as soon as anything else is in it: then the general way decides from the beginning.
 */
export async function readPlainFile(order: ReadingOrder, sink: PageSink): Promise<ReadSource | null> {
  let handle;
  try {
    handle = await open(order.file.path);
  } catch {
    return null;
  }
  try {
    return await new PlainFile(order, sink).read(handle);
  } catch (error) {
    // Whatever is wrong with the file, the general way says it.
    if (error instanceof NotPlain || (error instanceof Error && 'code' in error)) return null;
    throw error;
  } finally {
    await handle.close();
  }
}

class PlainFile {
  readonly #order: ReadingOrder;
  readonly #sink: PageSink;
  readonly #hash: Hash = createHash('sha256');
  readonly #accounts: AccountHash;
  readonly #lines: PlainLines;
  readonly #damage: DamagedAccounts;
  readonly #page = new PageBuilder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #layout: RecognisedLayout | null = null;
  /** Of the line that comes next, from 1. */
  #line = 1;
  #rows = 0;
  #bytes = 0;

  constructor(order: ReadingOrder, sink: PageSink) {
    this.#order = order;
    this.#sink = sink;
    this.#accounts = new AccountHash(order.key);
    this.#lines = new PlainLines(order.context, this.#accounts.hash);
    this.#damage = new DamagedAccounts(order.file.name);
  }

  async read(handle: FileHandle): Promise<ReadSource> {
    const buffer = Buffer.allocUnsafe(2 * readSize);
    let held = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, held, readSize, null);
      if (this.#sink.isCancelled()) throw new WorkCancelled();
      if (bytesRead === 0) break;
      this.#bytes += bytesRead;
      if (this.#bytes > voteFileMegabytes * 1024 * 1024) throw new NotPlain();
      this.#hash.update(buffer.subarray(held, held + bytesRead));
      const filled = held + bytesRead;
      const end = buffer.subarray(0, filled).lastIndexOf(lineFeed) + 1;
      this.#take(buffer, end);
      held = filled - end;
      if (held > readSize) throw new NotPlain();
      buffer.copyWithin(0, end, filled);
    }
    if (held > 0) {
      buffer[held] = lineFeed;
      this.#take(buffer, held + 1);
    }
    if (this.#rows + this.#page.rows === 0 || this.#layout === null) throw new NotPlain();
    this.#damage.lookBack();
    this.#hand();
    return {
      bytes: this.#bytes,
      sha256: this.#hash.digest('hex'),
      layout: `text/${this.#layout.id}`,
      sources: [{ file: this.#order.file.name, sheet: null }],
      mapping: {},
      timePrecision: 'second',
    };
  }

  /** Takes whole lines: all up to `end`, which lies behind a line feed. */
  #take(bytes: Buffer, end: number): void {
    let place = 0;
    if (this.#layout === null && end > 0) place = this.#takeHeader(bytes, end);
    while (place < end) {
      const before = this.#page.rows;
      place = this.#lines.take(bytes, place, end, this.#line, this.#page);
      this.#line += this.#page.rows - before;
      if (!this.#page.isFull && place < end) {
        const lineEnd = bytes.indexOf(lineFeed, place);
        this.#takeLine(bytes.subarray(place, lineEnd));
        place = lineEnd + 1;
      }
      if (this.#page.isFull) this.#hand();
    }
  }

  #takeHeader(bytes: Buffer, end: number): number {
    const lineEnd = bytes.indexOf(lineFeed);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const cells = this.#cellsOf(bytes.subarray(hasMark ? 3 : 0, lineEnd)) ?? [];
    const { layout } = recogniseLayout(cells, this.#order.context.needsTime);
    const isInOrder =
      cells.length === 3 &&
      layout?.columns.length === 3 &&
      ['account', 'time', 'choices'].every((field, index) =>
        layout.columns.some((column) => column.field === field && column.header === cells[index]),
      );
    if (!isInOrder || layout === null) throw new NotPlain();
    this.#layout = layout;
    this.#line = 2;
    return Math.min(end, lineEnd + 1);
  }

  #takeLine(line: Buffer): void {
    const cells = this.#cellsOf(line);
    if (cells !== null && this.#layout !== null) {
      const ballot = this.#layout.ballotOf(cells);
      this.#damage.look(ballot.account, this.#line);
      const place = { source: 0, line: this.#line, ip: null };
      this.#page.add(pageEntry(place, ballot, this.#order.context, this.#accounts));
    }
    this.#line += 1;
  }

  /** The cells of a line without quotes; null for an empty line. */
  #cellsOf(line: Buffer): string[] | null {
    const content = line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
    if (content.includes(quote) || content.includes(0) || content.includes(carriageReturn))
      throw new NotPlain();
    let text: string;
    try {
      text = this.#decoder.decode(content);
    } catch {
      throw new NotPlain();
    }
    if (text.includes(demonstrationMark)) throw new NotPlain();
    return text.trim() === '' && !text.includes(',') ? null : text.split(',');
  }

  #hand(): void {
    this.#rows += this.#page.rows;
    if (this.#page.rows > 0) this.#sink.page(this.#page.take(), this.#bytes);
  }
}
