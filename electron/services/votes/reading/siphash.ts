/**
 * SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012): a keyed hash of 64 bits under a key of 128. Every
 * 64-bit word is two whole numbers of 32 bits here, because they are what JavaScript computes fast with.
 */
export class SipHash {
  readonly #keyLow0: number;
  readonly #keyHigh0: number;
  readonly #keyLow1: number;
  readonly #keyHigh1: number;
  /** The low and the high 32 bits of the hash computed last, as unsigned numbers. */
  low = 0;
  high = 0;

  /** @throws RangeError for a key that has not 16 bytes. */
  constructor(key: Uint8Array) {
    if (key.length !== 16) throw new RangeError('the key of SipHash has 16 bytes');
    const words = new DataView(key.buffer, key.byteOffset, 16);
    this.#keyLow0 = words.getInt32(0, true);
    this.#keyHigh0 = words.getInt32(4, true);
    this.#keyLow1 = words.getInt32(8, true);
    this.#keyHigh1 = words.getInt32(12, true);
  }

  /** Leaves the hash of the bytes from `start` to before `end` in `low` and `high`. */
  hash(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    // "somepseudorandomlygeneratedbytes", as the paper has it.
    let a = 0x70736575 ^ this.#keyLow0;
    let aHigh = 0x736f6d65 ^ this.#keyHigh0;
    let b = 0x6e646f6d ^ this.#keyLow1;
    let bHigh = 0x646f7261 ^ this.#keyHigh1;
    let c = 0x6e657261 ^ this.#keyLow0;
    let cHigh = 0x6c796765 ^ this.#keyHigh0;
    let d = 0x79746573 ^ this.#keyLow1;
    let dHigh = 0x74656462 ^ this.#keyHigh1;
    const whole = start + (length & ~7);
    // Each word of the message with two rounds, then the end of it with the length, then four rounds without a word.
    for (let place = start, last = false; ; place += 8) {
      let low = 0;
      let high = 0;
      let rounds = 2;
      if (last) {
        c ^= 0xff;
        rounds = 4;
      } else if (place < whole) {
        low = wordAt(bytes, place);
        high = wordAt(bytes, place + 4);
      } else {
        for (let at = end - 1; at >= whole; at -= 1) {
          const byte = bytes[at] as number;
          if (at - whole < 4) low = (low << 8) | byte;
          else high = (high << 8) | byte;
        }
        high |= length << 24;
      }
      d ^= low;
      dHigh ^= high;
      // The carry of an addition from its highest bits and not by a comparison: nobody can guess which way that would go.
      for (; rounds > 0; rounds -= 1) {
        let sum = (a + b) | 0;
        aHigh = (aHigh + bHigh + (((a & b) | ((a | b) & ~sum)) >>> 31)) | 0;
        a = sum;
        let turned = (b << 13) | (bHigh >>> 19);
        bHigh = ((bHigh << 13) | (b >>> 19)) ^ aHigh;
        b = turned ^ a;
        turned = a;
        a = aHigh;
        aHigh = turned;
        sum = (c + d) | 0;
        cHigh = (cHigh + dHigh + (((c & d) | ((c | d) & ~sum)) >>> 31)) | 0;
        c = sum;
        turned = (d << 16) | (dHigh >>> 16);
        dHigh = ((dHigh << 16) | (d >>> 16)) ^ cHigh;
        d = turned ^ c;
        sum = (a + d) | 0;
        aHigh = (aHigh + dHigh + (((a & d) | ((a | d) & ~sum)) >>> 31)) | 0;
        a = sum;
        turned = (d << 21) | (dHigh >>> 11);
        dHigh = ((dHigh << 21) | (d >>> 11)) ^ aHigh;
        d = turned ^ a;
        sum = (c + b) | 0;
        cHigh = (cHigh + bHigh + (((c & b) | ((c | b) & ~sum)) >>> 31)) | 0;
        c = sum;
        turned = (b << 17) | (bHigh >>> 15);
        bHigh = ((bHigh << 17) | (b >>> 15)) ^ cHigh;
        b = turned ^ c;
        turned = c;
        c = cHigh;
        cHigh = turned;
      }
      if (last) break;
      a ^= low;
      aHigh ^= high;
      last = place >= whole;
    }
    this.low = (a ^ b ^ c ^ d) >>> 0;
    this.high = (aHigh ^ bHigh ^ cHigh ^ dHigh) >>> 0;
  }
}

function wordAt(bytes: Uint8Array, place: number): number {
  return (
    (bytes[place] as number) |
    ((bytes[place + 1] as number) << 8) |
    ((bytes[place + 2] as number) << 16) |
    ((bytes[place + 3] as number) << 24)
  );
}
