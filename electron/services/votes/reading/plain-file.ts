import { changedMeanwhile } from '../../tables/file-faults.ts';
import { AccountHash, siphashKey } from '../account-hash.ts';
import { checkBallot } from '../../../../shared/ballots/check.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { recogniseCertain, recognitionRecords } from '../layouts/recognise.ts';
import { rowReader, type RowReader } from '../layouts/row-reader.ts';
import { DamagedAccounts } from '../source/damaged-accounts.ts';
import { voteFileMegabytes } from '../source/vote-file-limit.ts';
import { SourceBroken, type SourceRecord } from '../source/source-record.ts';
import { demonstrationMark } from '../source/demonstration-mark.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadBallots, ReadingOrder } from './ballot-reading.ts';
import { FilePrecision } from './file-precision.ts';
import { FileFault, HashedFile, pieceBytes } from './hashed-file.ts';
import { pageEntry } from './page-entry.ts';
import { isPlainMapping } from './plain-mapping.ts';
import { PlainLines } from './plain-lines.ts';

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** The file is not plain after all; nothing is wrong with it. */
class NotPlain extends Error {}

/**
 * Reads a UTF-8 file `account,time,choices` without quoted cells: plain lines straight from the bytes, the others line by line as
 * the general way reads them. Null as soon as anything else is in it: then the general way decides from the beginning.
 * @param ahead the file, where somebody has begun to read it
 */
export function readPlainFile(
  order: ReadingOrder,
  sink: PageSink,
  ahead: HashedFile | null = null,
): ReadBallots | null {
  const [source] = order.files;
  if (source === undefined || order.files.length > 1 || order.mapping !== null) return null;
  let file = ahead;
  try {
    file ??= new HashedFile(source.path);
    return new PlainFile(source.name, order, sink).read(file);
  } catch (error) {
    // Whatever is wrong with the file, the general way says it.
    if (error instanceof NotPlain || error instanceof FileFault) return null;
    throw error;
  } finally {
    file?.close();
  }
}

class PlainFile {
  readonly #name: string;
  readonly #order: ReadingOrder;
  readonly #sink: PageSink;
  readonly #accounts: AccountHash;
  readonly #lines: PlainLines;
  readonly #damage: DamagedAccounts;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #precision = new FilePrecision();
  #read: { readonly mapping: VoteMapping; readonly row: RowReader } | null = null;
  /** Of the line that comes next, from 1. */
  #line = 1;
  #rows = 0;
  /** Rows that were taken straight from the bytes: their times say seconds. */
  #plainRows = 0;
  #bytes = 0;
  /** For the next page. */
  #block: ArrayBuffer | null = null;

  constructor(name: string, order: ReadingOrder, sink: PageSink) {
    this.#name = name;
    this.#order = order;
    this.#sink = sink;
    this.#accounts = new AccountHash(order.key);
    this.#lines = new PlainLines(order.context, siphashKey(order.key));
    this.#damage = new DamagedAccounts(name);
  }

  read(file: HashedFile): ReadBallots {
    const buffer = this.#lines.source;
    let held = 0;
    for (;;) {
      const bytesRead = file.read(buffer, held);
      if (this.#sink.isCancelled()) throw new WorkCancelled();
      if (bytesRead === 0) break;
      this.#bytes += bytesRead;
      if (this.#bytes > voteFileMegabytes * 1024 * 1024) throw new NotPlain();
      const filled = held + bytesRead;
      const end = buffer.subarray(0, filled).lastIndexOf(lineFeed) + 1;
      this.#take(buffer, end);
      held = filled - end;
      if (held > pieceBytes) throw new NotPlain();
      buffer.copyWithin(0, end, filled);
    }
    if (held > 0) {
      buffer[held] = lineFeed;
      this.#take(buffer, held + 1);
    }
    if (this.#rows + this.#lines.page.rows === 0 || this.#read === null) throw new NotPlain();
    if (!file.isAsItWas()) throw new SourceBroken(changedMeanwhile(this.#name));
    this.#damage.lookBack();
    this.#hand();
    return {
      kind: 'ballots',
      bytes: this.#bytes,
      sha256: file.sha256(),
      mapping: this.#read.mapping,
      layout: `text/${this.#read.mapping.layout.kind}`,
      sources: [{ file: this.#name, sheet: null }],
      skipped: [],
      timePrecision: this.#plainRows > 0 ? 'second' : this.#precision.value,
    };
  }

  /** Takes whole lines: all up to `end`, which lies behind a line feed. */
  #take(bytes: Uint8Array, end: number): void {
    let place = 0;
    if (this.#read === null && end > 0) place = this.#takeHeader(bytes, end);
    while (place < end) {
      const before = this.#lines.page.rows;
      place = this.#lines.take(place, end, this.#line);
      this.#line += this.#lines.page.rows - before;
      this.#plainRows += this.#lines.page.rows - before;
      if (!this.#lines.page.isFull && place < end) {
        const lineEnd = bytes.indexOf(lineFeed, place);
        this.#takeLine(bytes.subarray(place, lineEnd));
        place = lineEnd + 1;
      }
      if (this.#lines.page.isFull) this.#hand();
    }
  }

  /** The file is plain where nothing but `account,time,choices` in this order is certain from its first records. */
  #takeHeader(bytes: Uint8Array, end: number): number {
    const { context, candidates } = this.#order;
    const records = this.#firstRecords(bytes, end);
    const header = records[0]?.cells ?? [];
    const name = { file: this.#name, sheet: null };
    const { needsTime } = context;
    const head = { name, isDelimited: true, records };
    const mapping = recogniseCertain(head, { candidates, needsTime })?.mapping;
    if (mapping === undefined || records[0]?.row !== 1 || !isPlainMapping(mapping, header))
      throw new NotPlain();
    const table = { file: this.#name, header, isDelimited: true, named: null };
    this.#read = { mapping, row: rowReader(table, mapping, candidates) };
    this.#line = 2;
    return bytes.indexOf(lineFeed) + 1;
  }

  #firstRecords(bytes: Uint8Array, end: number): SourceRecord[] {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const records: SourceRecord[] = [];
    for (let place = hasMark ? 3 : 0, row = 1; place < end && records.length < recognitionRecords; row += 1) {
      const lineEnd = bytes.indexOf(lineFeed, place);
      const cells = this.#cellsOf(bytes.subarray(place, lineEnd));
      if (cells !== null) records.push({ row, cells });
      place = lineEnd + 1;
    }
    return records;
  }

  #takeLine(line: Uint8Array): void {
    const cells = this.#cellsOf(line);
    if (cells !== null && this.#read !== null) {
      const { ballot } = this.#read.row(cells);
      this.#damage.look(ballot.account, this.#line);
      const checked = checkBallot(ballot, this.#order.context);
      this.#precision.see(checked.timePrecision);
      const place = { source: 0, line: this.#line, ip: null };
      this.#lines.page.add(pageEntry(place, ballot, checked, this.#order.context, this.#accounts));
    }
    this.#line += 1;
  }

  /** The cells of a line without quotes; null for an empty line. */
  #cellsOf(line: Uint8Array): string[] | null {
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
    this.#rows += this.#lines.page.rows;
    const { page } = this.#lines;
    if (page.rows > 0) this.#block = this.#sink.page(page.take(this.#block), this.#bytes);
  }
}
