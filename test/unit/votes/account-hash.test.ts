import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountHasher } from '../../../electron/services/votes/account-hash.ts';

const key = new Uint8Array(32).fill(7);
const hash = accountHasher(key);

describe('what is kept of an account', () => {
  it('is the first half of the HMAC-SHA-256 under the key of the workspace', () => {
    const whole = createHmac('sha256', key).update('oX7Kd5x7mew7PK2e7KiG9', 'utf8').digest('hex');
    expect(hash('oX7Kd5x7mew7PK2e7KiG9').toString('hex')).toBe(whole.slice(0, 32));
    expect(accountHasher(new Uint8Array(32).fill(8))('a').equals(hash('a'))).toBe(false);
  });
});
