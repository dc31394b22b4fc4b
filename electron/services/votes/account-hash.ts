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
