import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

/** So many bytes are read at once. */
export const pieceBytes = 1 << 20;
/** So many pieces are read ahead at most: they only fill memory until somebody asks for them. */
const mostAhead = 32;

/** The file system does not give what was asked of it; `cause` is its own error. */
export class FileFault extends Error {}

/** A file that is read once, from its beginning to its end, and hashed on the way: the hash is that of the very bytes that were read. */
export class HashedFile {
  readonly path: string;
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  /** Read and not asked for yet. */
  readonly #ahead: Uint8Array[] = [];
  readonly #found: Stats;
  #bytes = 0;
  #isOpen = true;

  /** @throws FileFault where there is no such file, as the other methods do where it cannot be read. */
  constructor(path: string) {
    this.path = path;
    this.#descriptor = orFault(() => openSync(path, 'r'));
    this.#found = orFault(() => fstatSync(this.#descriptor));
  }

  /** Reads a piece that nobody has asked for yet. False where there is none, or where enough lies ready. */
  readAhead(): boolean {
    if (!this.#isOpen || this.#ahead.length === mostAhead) return false;
    const piece = new Uint8Array(pieceBytes);
    const bytes = this.#readInto(piece, 0);
    if (bytes > 0) this.#ahead.push(piece.subarray(0, bytes));
    return bytes > 0;
  }

  /** Puts the next piece into `buffer`, from `at` on; returns how many bytes it has, 0 at the end of the file. */
  read(buffer: Uint8Array, at: number): number {
    const piece = this.#ahead.shift();
    if (piece === undefined) return this.#readInto(buffer, at);
    buffer.set(piece, at);
    return piece.length;
  }

  /**
   * Once it is read to its end: whether it was the same file all the while, of as many bytes as were read. One that is still being
   * copied is not, and what was read of it may end within a number.
   */
  isAsItWas(): boolean {
    const { size, mtimeMs, ino } = this.#found;
    const now = orFault(() => fstatSync(this.#descriptor));
    const there = statSync(this.path, { throwIfNoEntry: false });
    return now.mtimeMs === mtimeMs && this.#bytes === size && there?.ino === ino;
  }

  /** SHA-256 of the whole file in lower-case hex, once it is read to its end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
    this.#ahead.length = 0;
  }

  #readInto(buffer: Uint8Array, at: number): number {
    const bytes = orFault(() => readSync(this.#descriptor, buffer, at, pieceBytes, null));
    this.#bytes += bytes;
    this.#hash.update(buffer.subarray(at, at + bytes));
    return bytes;
  }
}

function orFault<Value>(ask: () => Value): Value {
  try {
    return ask();
  } catch (cause) {
    throw new FileFault('the file system gives no file', { cause });
  }
}

/** The file to be read ahead; null where there is none that could be read twice, which is for somebody else to say. */
export function fileAhead(path: string): HashedFile | null {
  try {
    return statSync(path).isFile() ? new HashedFile(path) : null;
  } catch {
    return null;
  }
}
