import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountHash } from '../../../electron/services/votes/account-hash.ts';
import { keptChoices, keptTime } from '../../../electron/services/votes/kept-cells.ts';
import { choiceSet, readChoices, splitChoices } from '../../../shared/ballots/choices.ts';

const accounts = new AccountHash(new Uint8Array(32).fill(7));
const hash = (text: string): string => accounts.hexOf(text);
const markOf = (text: string): string => `#${hash(text)}`;

describe('the time cell of a row whose time was not understood', () => {
  it.each([
    'zhangsan2',
    'lisi',
    '李四',
    'May',
    '13800001111',
    '8613800001111',
    '138-0000-1111',
    '1490112000',
    '192.168.1.20',
    'oX7Kd5x7mew7PK2e7KiG9-t_gqUa',
    '2017-03-22 08:00:00 wangwu',
    '1;2;3',
  ])('is kept as its hash where it may be an account: %s', (text) => {
    expect(keptTime(` ${text}`, hash)).toBe(markOf(text));
  });

  it.each([
    '',
    ' ',
    '2017-02-30 25:00:00',
    '2017-02-30T25:00:00+08:00',
    '2017-03-22',
    '2017年3月22日 下午8:26:58',
    '2017年3月22日 星期三 8时5分',
    '3/22/2017 8:05:00 PM',
    '22-Mar-2017 20:26:58',
    'Wed Mar 22, 2017 08:00:00 GMT+0800',
    '20170332T250000',
    '上午 8:00',
    '1490112000000',
    '42816.5',
  ])('stays what a person must see of a time: %s', (text) => {
    expect(keptTime(text, hash)).toBe(text);
  });
});

describe('the choices cell of a row that is no good ballot', () => {
  it('keeps numbers, short codes and separators, and of all else the hash', () => {
    expect(keptChoices(' 1；077, A01、0|9999┋', hash)).toBe(' 1；077, A01、0|9999┋');
    expect(keptChoices('wangwu;1', hash)).toBe(`${markOf('wangwu')};1`);
    expect(keptChoices('li;李四 zhao1;13800001111', hash)).toBe(
      `${markOf('li')};${markOf('李四')} ${markOf('zhao1')};${markOf('13800001111')}`,
    );
    expect(keptChoices('1;2;3\noX7Kd5x7mew7PK2e7KiG9-t_gqUa', hash)).toBe(
      `1;2;3\n${markOf('oX7Kd5x7mew7PK2e7KiG9-t_gqUa')}`,
    );
  });

  it('lists as many choices as before, and is the same set as another exactly when the originals are', () => {
    const cell = fc
      .array(fc.constantFrom('1', '01', '7', '12345', '0012345', 'li', 'wangwu', 'A01', '李四', '张三'), {
        maxLength: 4,
      })
      .map((tokens) => tokens.join(' ; '));
    const identity = (text: string): string => choiceSet(readChoices(text)).identity;
    fc.assert(
      fc.property(cell, cell, (first, second) => {
        const [keptFirst, keptSecond] = [keptChoices(first, hash), keptChoices(second, hash)];
        expect(splitChoices(keptFirst)).toHaveLength(splitChoices(first).length);
        expect(identity(keptFirst) === identity(keptSecond)).toBe(identity(first) === identity(second));
      }),
      { numRuns: 1000 },
    );
  });
});
