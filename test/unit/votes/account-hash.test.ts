import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountHash, hashHex } from '../../../electron/services/votes/account-hash.ts';
import { SipHash } from '../../../electron/services/votes/reading/siphash.ts';

const mask = (1n << 64n) - 1n;
const turn = (word: bigint, bits: bigint): bigint => ((word << bits) | (word >> (64n - bits))) & mask;
const wordOf = (bytes: readonly number[]): bigint =>
  bytes.reduceRight((word, byte) => (word << 8n) | BigInt(byte), 0n);

/** The paper's description, word by word, with whole numbers of 64 bits. */
function sipHashByThePaper(key: readonly number[], message: readonly number[]): bigint {
  const [k0, k1] = [wordOf(key.slice(0, 8)), wordOf(key.slice(8))];
  let [a, b, c, d] = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  const round = (): void => {
    a = (a + b) & mask;
    c = (c + d) & mask;
    b = turn(b, 13n) ^ a;
    d = turn(d, 16n) ^ c;
    a = turn(a, 32n);
    c = (c + b) & mask;
    a = (a + d) & mask;
    b = turn(b, 17n) ^ c;
    d = turn(d, 21n) ^ a;
    c = turn(c, 32n);
  };
  const padded = [
    ...message,
    ...Array.from({ length: 7 - (message.length % 8) }, () => 0),
    message.length % 256,
  ];
  for (let at = 0; at < padded.length; at += 8) {
    const word = wordOf(padded.slice(at, at + 8));
    d ^= word;
    round();
    round();
    a ^= word;
  }
  c ^= 0xffn;
  for (let each = 0; each < 4; each += 1) round();
  return a ^ b ^ c ^ d;
}

function hexOf(key: Uint8Array, message: Uint8Array): string {
  const hash = new SipHash(key);
  hash.hashBytes(message);
  return hashHex(hash.low, hash.high);
}

describe('what is kept of an account', () => {
  it('is its SipHash-2-4: the vectors that its authors published', () => {
    const key = Uint8Array.from({ length: 16 }, (_, index) => index);
    const message = Uint8Array.from({ length: 15 }, (_, index) => index);
    expect(hexOf(key, message.subarray(0, 0))).toBe('726fdb47dd0e0e31');
    expect(hexOf(key, message.subarray(0, 1))).toBe('74f839c593dc67fd');
    expect(hexOf(key, message)).toBe('a129ca6149be45e5');
  });

  it('is what the paper says for any key and any text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.uint8Array({ maxLength: 80 }),
        (key, message) => {
          const expected = sipHashByThePaper([...key], [...message])
            .toString(16)
            .padStart(16, '0');
          expect(hexOf(key, message)).toBe(expected);
        },
      ),
    );
  });

  it('differs from workspace to workspace and is the same within one, for Chinese and for long texts', () => {
    const here = new AccountHash(new Uint8Array(32).fill(7));
    const there = new AccountHash(new Uint8Array(32).fill(8));
    for (const account of ['oX7Kd5x7mew7PK2e7KiG9', '李四', '长'.repeat(400)]) {
      expect(here.hexOf(account)).toBe(here.hexOf(account));
      expect(here.hexOf(account)).not.toBe(there.hexOf(account));
    }
  });
});
