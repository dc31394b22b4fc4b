import type { TextEncoding } from '../../tables/text-decoding.ts';

/** The encoding that a byte order mark declares. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

export function isUtf16(encoding: TextEncoding | null | undefined): encoding is 'utf-16le' | 'utf-16be' {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** In a table every tenth character at least is a digit, a Latin letter, a delimiter or a line end. */
const certainShare = 0.1;

/**
 * UTF-16 without its mark, where it is certain: NUL bytes stand at even places only, or at odd places only, and often, and
 * what the bytes then say is text without control characters.
 */
export function unmarkedUtf16(bytes: Buffer): TextEncoding | null {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const nuls = [0, 0];
  for (let position = even.indexOf(0); position !== -1; position = even.indexOf(0, position + 1))
    nuls[position % 2] = (nuls[position % 2] ?? 0) + 1;
  const [atEven = 0, atOdd = 0] = nuls;
  if (atEven > 0 === atOdd > 0) return null;
  if (Math.max(atEven, atOdd) < (certainShare * even.length) / 2) return null;
  const encoding = atOdd > 0 ? 'utf-16le' : 'utf-16be';
  try {
    // A last half of a pair belongs to the next part.
    const text = new TextDecoder(encoding, { fatal: true }).decode(even, { stream: true });
    return /[\0-\u0008\u000e-\u001f]/.test(text) ? null : encoding;
  } catch {
    return null;
  }
}

/** Parts of a megabyte that are looked at once UTF-8 turned out not to hold throughout. */
const partsLookedAt = 4;
/** So many good characters for one that is broken: a few bytes of UTF-8 are damaged, and it is no other encoding. */
const goodForEachBroken = 10;

/** Whether bytes are UTF-8; told also what is nearly so, because reading that as GB18030 would turn every name to nonsense. */
export class Utf8Check {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  #isValid = true;
  #broken = 0;
  #good = 0;
  #parts = 0;

  add(part: Uint8Array): void {
    if (this.#isValid && this.#isStrictly(part)) return;
    this.#isValid = false;
    if (this.#parts >= partsLookedAt) return;
    this.#parts += 1;
    for (const character of this.#lenient.decode(part, { stream: true })) {
      if (character === '\ufffd') this.#broken += 1;
      else if (character > '\u007f') this.#good += 1;
    }
  }

  /** After the last part. */
  verdict(): 'valid' | 'damaged' | 'other' {
    if (this.#isValid) {
      // Good to the last bytes, which are the beginning of a character: cut off.
      return this.#isStrictly(null) ? 'valid' : 'damaged';
    }
    return this.#good >= goodForEachBroken * this.#broken ? 'damaged' : 'other';
  }

  #isStrictly(part: Uint8Array | null): boolean {
    try {
      if (part === null) this.#strict.decode();
      else this.#strict.decode(part, { stream: true });
      return true;
    } catch {
      return false;
    }
  }
}
