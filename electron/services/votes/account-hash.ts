import { createHmac, createSecretKey } from 'node:crypto';

/**
 * The keyed hash that stands for an account: HMAC-SHA-256 under the workspace's key, cut to 128 bits. Without the key an
 * account cannot be found by trying. Two of n accounts get the same hash with a chance of about n² / 2^129: for ten million
 * accounts 1.5 in 10^25.
 */
export function accountHasher(key: Uint8Array): (account: string) => Buffer {
  // Made once: from raw bytes it would be made anew for every account, which takes ten times as long as the hash.
  const secret = createSecretKey(key);
  return (account) => createHmac('sha256', secret).update(account, 'utf8').digest().subarray(0, 16);
}

/** Runs of characters of which account ids, telephone numbers and addresses are made. */
const idLike = /[A-Za-z0-9_@.+-]{12,}|[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+|\d{11}/g;
const dateLike = /^\d{4}[-.]\d/;
const numberList = /^\d{1,4}(?:[-+_]\d{1,4})+$/;
/** Seconds or milliseconds since 1970. */
const epochLike = /^(?:\d{10}|\d{13})$/;

/**
 * A cell of a row that is no good ballot, safe to keep: what may be an account (cells one column too far, a quote that
 * swallowed the next line) is replaced by its keyed hash. Lists of numbers and times stay as they are.
 */
export function withoutAccounts(text: string, hash: (account: string) => Buffer): string {
  return text.replace(idLike, (run) => {
    const isHarmless = numberList.test(run) || dateLike.test(run) || epochLike.test(run);
    return isHarmless ? run : `#${hash(run).toString('hex')}`;
  });
}
