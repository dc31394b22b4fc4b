import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountHasher, withoutAccounts } from '../../../electron/services/votes/account-hash.ts';

const key = new Uint8Array(32).fill(7);
const hash = accountHasher(key);

describe('what is kept of an account', () => {
  it('is the first half of the HMAC-SHA-256 under the key of the workspace', () => {
    const whole = createHmac('sha256', key).update('oX7Kd5x7mew7PK2e7KiG9', 'utf8').digest('hex');
    expect(hash('oX7Kd5x7mew7PK2e7KiG9').toString('hex')).toBe(whole.slice(0, 32));
    expect(accountHasher(new Uint8Array(32).fill(8))('a').equals(hash('a'))).toBe(false);
  });

  it('is the hash also where an account stands in the wrong cell', () => {
    const replaced = `#${hash('oX7Kd5x7mew7PK2e7KiG9-t_gqUa').toString('hex')}`;
    expect(withoutAccounts('1;2;3\noX7Kd5x7mew7PK2e7KiG9-t_gqUa', hash)).toBe(`1;2;3\n${replaced}`);
    expect(withoutAccounts('电话13800001111。', hash)).toBe(`电话#${hash('13800001111').toString('hex')}。`);
    expect(withoutAccounts('wang.min@example.invalid', hash)).toMatch(/^#[0-9a-f]{32}$/);
  });

  it.each([
    '1;2;77;abc',
    '10-12-13-14-15',
    '2017-02-30 25:00:00',
    '2017-02-30T25:00:00+08:00',
    '1490112000000',
    '22-Mar-2017 20:26:58',
    '服务职工，12.某项目',
  ])('is not put in place of what a person must see: %s', (text) => {
    expect(withoutAccounts(text, hash)).toBe(text);
  });
});
