import { reserve } from '../compiled-assembly.ts';
import { newScanner, type Scanner } from './scanner.ts';

/** The last word of a message is read whole. */
const behindMessage = 8;

/** SipHash-2-4 with a key of 128 bits (`assembly/siphash.ts`). */
export class SipHash {
  /** The low and the high 32 bits of the hash computed last, as unsigned numbers. */
  low = 0;
  high = 0;
  readonly #scanner: Scanner;
  readonly #encoder = new TextEncoder();
  /** Where the message is written. */
  #message: Uint8Array;
  #words: DataView;

  /** @throws RangeError for a key that has not 16 bytes. */
  constructor(key: Uint8Array) {
    this.#scanner = newScanner(key);
    [this.#message, this.#words] = this.#views();
  }

  /** Leaves the hash of a text's UTF-8 in `low` and `high`. */
  hashText(text: string): void {
    this.#reserve(3 * text.length);
    this.#hash(this.#encoder.encodeInto(text, this.#message).written);
  }

  /** Leaves the hash of the bytes in `low` and `high`. */
  hashBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#message.set(bytes);
    this.#hash(bytes.length);
  }

  #hash(length: number): void {
    const start = this.#scanner.source.value;
    this.#scanner.hashBytes(start, start + length);
    this.low = this.#words.getUint32(0, true);
    this.high = this.#words.getUint32(4, true);
  }

  /** Makes room for a message of so many bytes: a memory that grows lies elsewhere afterwards. */
  #reserve(bytes: number): void {
    const { memory, source } = this.#scanner;
    if (reserve(memory, source.value + bytes + behindMessage)) [this.#message, this.#words] = this.#views();
  }

  #views(): [Uint8Array, DataView] {
    const { memory, source, hash } = this.#scanner;
    return [new Uint8Array(memory.buffer, source.value), new DataView(memory.buffer, hash.value, 8)];
  }
}
