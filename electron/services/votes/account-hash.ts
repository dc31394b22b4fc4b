import { SipHash } from './reading/siphash.ts';

/**
 * The keyed hash that stands for an account or an address: SipHash-2-4 under 128 bits of the workspace's key. Without the key an
 * account cannot be found by trying. Of n accounts two get the same hash with a chance of about n² / 2^65: for ten million accounts
 * 3 in a million, for the four hundred thousand of a large round 4 in a thousand million.
 */
export class AccountHash {
  readonly #hash: SipHash;

  constructor(key: Uint8Array) {
    this.#hash = new SipHash(siphashKey(key));
  }

  /** Leaves the hash of a text in `low` and `high` of what it returns. */
  ofText(text: string): SipHash {
    this.#hash.hashText(text);
    return this.#hash;
  }

  /** The hash of a text as sixteen hexadecimal digits. */
  hexOf(text: string): string {
    const { low, high } = this.ofText(text);
    return hashHex(low, high);
  }
}

/** What of the workspace's key is the key of the hash. */
export function siphashKey(key: Uint8Array): Uint8Array {
  return key.subarray(0, 16);
}

/** A hash as it is shown and exported: sixteen hexadecimal digits. */
export function hashHex(low: number, high: number): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
