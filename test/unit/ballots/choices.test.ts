import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceNumber, choiceSet, readChoices, splitChoices } from '../../../shared/ballots/choices.ts';

const identity = (text: string): string => choiceSet(readChoices(text)).identity;

describe('splitting a list of choices', () => {
  it.each([';', '；', ',', '，', '、', '|', '┋', ' ', '\t', '\n', '\u3000', '\u00a0', '\ufeff'])(
    'parts at %j',
    (separator) => {
      expect(splitChoices(`1${separator}22${separator}3`)).toEqual(['1', '22', '3']);
    },
  );

  it('takes a run of separators and blanks as one, and ignores those at the ends', () => {
    expect(splitChoices(' ;1 ; 2，、 3|| 4;; ')).toEqual(['1', '2', '3', '4']);
  });

  it('finds nothing in an empty cell', () => {
    expect(splitChoices('')).toEqual([]);
    expect(splitChoices(' ； ')).toEqual([]);
  });

  it('keeps what is no separator', () => {
    expect(splitChoices('A01;12.服务/职工:x;１')).toEqual(['A01', '12.服务/职工:x', '１']);
  });
});

describe('a token', () => {
  it.each([
    ['7', 7],
    ['07', 7],
    ['007', 7],
    ['0', 0],
    ['000', 0],
    ['1000', 1000],
    ['123456789012345', 123_456_789_012_345],
    ['000000000000000000000012', 12],
  ])('%s means the number %i', (token, number) => {
    expect(choiceNumber(token)).toBe(number);
  });

  it.each(['', 'abc', '7a', '-7', '+7', '7.0', '７', '七', '1e2', '0x7', '9999999999999999'])(
    '%j means no number',
    (token) => {
      expect(choiceNumber(token)).toBeNull();
    },
  );
});

describe('the identity of a set of choices', () => {
  it('does not depend on order, repeats, separators or leading zeros', () => {
    expect(identity('3;1;2')).toBe('1;2;3');
    expect(identity('02、1  03 3')).toBe('1;2;3');
    expect(identity('10;9;2')).toBe('2;9;10');
  });

  it('keeps what names no candidate apart', () => {
    expect(identity('b;77;a;1;b')).toBe('1;77;a;b');
    expect(identity('甲')).toBe('甲');
    expect(identity('')).toBe('');
    expect(identity('1;12')).not.toBe(identity('11;2'));
  });

  it('is equal exactly for equal sets', () => {
    const token = fc.oneof(
      fc.nat(30).map(String),
      fc.constantFrom('a', 'b', '甲', '１', '1.', '99999999999999999'),
    );
    const separator = fc.constantFrom(';', '；', ',', '，', '、', '|', '┋', ' ', ' ; ');
    const list = fc.array(token, { maxLength: 150 });
    const canonical = (tokens: readonly string[]): string[] => [...new Set(tokens)].sort();
    fc.assert(
      fc.property(list, list, separator, separator, (first, second, a, b) => {
        const isSame = JSON.stringify(canonical(first)) === JSON.stringify(canonical(second));
        expect(identity(first.join(a)) === identity(second.join(b))).toBe(isSame);
        expect(identity(first.toReversed().concat(first).join(b))).toBe(identity(first.join(a)));
      }),
    );
  });

  it('lists its numbers each once, ascending, for short and long lists', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 300 }), (numbers) => {
        const expected = [...new Set(numbers)].sort((first, second) => first - second);
        expect(choiceSet(readChoices(numbers.join(';'))).numbers).toEqual(expected);
      }),
    );
  });
});
