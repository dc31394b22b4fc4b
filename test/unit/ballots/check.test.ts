import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountText } from '../../../shared/ballots/account.ts';
import { type BallotRow, ballotContext, checkBallot } from '../../../shared/ballots/check.ts';
import { rejectionReasons } from '../../../shared/ballots/rejection.ts';
import type { BallotRules } from '../../../shared/round/round.ts';
import { exampleRound } from '../../support/example-round.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index + 1);

/** The rules of 2017: 10 to 30 of 50, from 22 March 0:00 to 31 March 12:00, both inside. */
function context(rules: Partial<BallotRules> = {}, candidates: readonly number[] = fifty) {
  return ballotContext(exampleRound({ ballot: { minChoices: 10, maxChoices: 30, ...rules } }), candidates);
}

/** The first `count` candidates in a list. */
const list = (count: number): string => fifty.slice(0, count).join(';');

const good: BallotRow = { account: 'wx-1', time: '2017-03-25 10:00:00', choices: list(10) };

function verdict(row: Partial<BallotRow>, rules: Partial<BallotRules> = {}): string {
  return checkBallot({ ...good, ...row }, context(rules)).verdict;
}

describe('a good ballot', () => {
  it('is read whole', () => {
    const row = { account: ' wx-1 ', time: '2017/3/25 23:59', choices: '10、9、8、7、6、5、4、3、2、01' };
    expect(checkBallot(row, context())).toEqual({
      verdict: 'good',
      account: 'wx-1',
      instant: Date.parse('2017-03-25T15:59:00Z'),
      timePrecision: 'minute',
      day: Date.UTC(2017, 2, 25) / 86_400_000,
      listed: 10,
      choices: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      identity: '1;2;3;4;5;6;7;8;9;10',
    });
  });
});

describe('an account', () => {
  it.each([
    ["'13800001111", '13800001111'],
    ["'007", '007'],
    ['13800001111.0', '13800001111'],
    ["'13800001111.0", '13800001111'],
    ['o1\u200b', 'o1'],
    [' \u200d\ufeff o1 \u2060 ', 'o1'],
  ])('written %j is %j', (written, account) => {
    expect(checkBallot({ ...good, account: written }, context()).account).toBe(account);
  });

  it.each(["'wang", "''1", '138.00', '0138.0', '.0', '1234567890123456.0', 'o\u200b1', '="1"'])(
    'written %j stays as it is',
    (account) => {
      expect(checkBallot({ ...good, account }, context()).account).toBe(account);
    },
  );

  it('is read alike however often it is read', () => {
    const part = fc.constantFrom("'", ' ', '\u200b', '\ufeff', '1', '.0', 'null', '-', 'a');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const once = accountText(parts.join(''));
        expect(accountText(once)).toBe(once);
      }),
    );
  });
});

describe('unreadable', () => {
  it('without an account', () => {
    expect(verdict({ account: '' })).toBe('unreadable');
    expect(verdict({ account: ' \u3000' })).toBe('unreadable');
  });

  it.each(['NULL', 'null', 'undefined', 'None', '#N/A', '#REF!', ' - ', '(空)', '匿名', '无'])(
    'with “%s” in the place of an account',
    (account) => {
      expect(checkBallot({ ...good, account }, context())).toMatchObject({
        verdict: 'unreadable',
        account: '',
      });
    },
  );

  it('not for an account that has such a word in it', () => {
    for (const account of ['NULL1', 'nullpointer', '无名', 'n_ll', '-1-'])
      expect(verdict({ account })).toBe('good');
  });

  it('without a time that can be parsed, where one is needed', () => {
    expect(verdict({ time: null })).toBe('unreadable');
    expect(verdict({ time: '' })).toBe('unreadable');
    expect(verdict({ time: '2017-02-30 10:00:00' })).toBe('unreadable');
  });

  it('without a field for choices; an empty list is one with too few', () => {
    expect(verdict({ choices: null })).toBe('unreadable');
    expect(verdict({ choices: '' })).toBe('too-few');
    expect(verdict({ choices: ' ; ' })).toBe('too-few');
    expect(verdict({ choices: '' }, { minChoices: 0 })).toBe('good');
  });

  it('never for its time where the window is open at both ends, unless an account is limited by the day', () => {
    const open = { opensAt: null, closesAt: null };
    expect(verdict({ time: null }, { ...open, perAccount: 'once' })).toBe('good');
    expect(verdict({ time: '昨天' }, { ...open, perAccount: 'unlimited' })).toBe('good');
    expect(verdict({ time: null }, { ...open, perAccount: 'once-a-day' })).toBe('unreadable');
    expect(verdict({ time: null }, { opensAt: null, perAccount: 'once' })).toBe('unreadable');
    expect(verdict({ time: null }, { closesAt: null, perAccount: 'once' })).toBe('unreadable');
  });
});

describe('the window', () => {
  it.each([
    ['2017-03-21 23:59:59', 'outside-window'],
    ['2017-03-21T23:59:59.999+08:00', 'outside-window'],
    ['2017-03-22 00:00:00', 'good'],
    ['2017-03-21T16:00:00Z', 'good'],
    ['2017-03-31 12:00', 'good'],
    ['2017-03-31T12:00:00.001', 'outside-window'],
    ['2017-03-31 12:00:01', 'outside-window'],
    ['2017-03-31T04:00:00Z', 'good'],
    ['2018-03-25 10:00:00', 'outside-window'],
  ])('%s is %s', (time, expected) => {
    expect(verdict({ time })).toBe(expected);
  });

  it('may be open at one end', () => {
    expect(verdict({ time: '1999-01-01 00:00:00' }, { opensAt: null })).toBe('good');
    expect(verdict({ time: '2099-01-01 00:00:00' }, { opensAt: null })).toBe('outside-window');
    expect(verdict({ time: '2099-01-01 00:00:00' }, { closesAt: null })).toBe('good');
  });
});

describe('the list', () => {
  it.each([
    [list(9), 'too-few'],
    [list(10), 'good'],
    [list(30), 'good'],
    [list(31), 'too-many'],
    [`${list(9)};77`, 'unknown-project'],
    [`${list(9)};0`, 'unknown-project'],
    [`${list(9)};abc`, 'unknown-project'],
    [`${list(9)};１`, 'unknown-project'],
    [`${list(9)};9`, 'repeated-choice'],
    [`${list(9)};09`, 'repeated-choice'],
    [`${list(30)};1`, 'too-many'],
  ])('%s is %s', (choices, expected) => {
    expect(verdict({ choices })).toBe(expected);
  });

  it('knows any candidate numbers', () => {
    const few = context({ minChoices: 1 }, [7, 999_999]);
    expect(checkBallot({ ...good, choices: '7;999999' }, few)).toMatchObject({
      verdict: 'good',
      choices: [7, 999_999],
    });
    expect(checkBallot({ ...good, choices: '8' }, few)).toMatchObject({
      verdict: 'unknown-project',
      choices: [],
    });
  });
});

describe('a rejected ballot', () => {
  it('still tells what could be read', () => {
    const row = { account: '', time: '2017-03-01 08:00:00', choices: '3;3;abc;77' };
    expect(checkBallot(row, context())).toEqual({
      verdict: 'unreadable',
      account: '',
      instant: Date.parse('2017-03-01T00:00:00Z'),
      timePrecision: 'second',
      day: Date.UTC(2017, 2, 1) / 86_400_000,
      listed: 4,
      choices: [3],
      identity: '3;77;abc',
    });
    expect(checkBallot({ account: 'a', time: null, choices: null }, context())).toEqual({
      verdict: 'unreadable',
      account: 'a',
      instant: null,
      timePrecision: null,
      day: null,
      listed: 0,
      choices: [],
      identity: '',
    });
  });

  it('gets the first reason that applies, in the order of the rules', () => {
    // Each fault can be there or not; too few and too many exclude each other.
    const faults = fc.record({
      account: fc.boolean(),
      window: fc.boolean(),
      length: fc.constantFrom('too-few', 'too-many', null),
      unknown: fc.boolean(),
      repeated: fc.boolean(),
    });
    fc.assert(
      fc.property(faults, ({ account, window, length, unknown, repeated }) => {
        const size = length === 'too-few' ? 5 : length === 'too-many' ? 35 : 20;
        const tokens = fifty.slice(0, size).map(String);
        if (unknown) tokens[0] = 'abc';
        if (repeated) tokens[1] = tokens[2] ?? '';
        const present = new Set([
          account ? 'unreadable' : null,
          window ? 'outside-window' : null,
          length,
          unknown ? 'unknown-project' : null,
          repeated ? 'repeated-choice' : null,
        ]);
        const row = {
          account: account ? '' : 'wx-1',
          time: window ? '2017-04-01 00:00:00' : '2017-03-25 00:00:00',
          choices: tokens.join(';'),
        };
        const expected = rejectionReasons.find((reason) => present.has(reason)) ?? 'good';
        expect(checkBallot(row, context()).verdict).toBe(expected);
      }),
    );
  });
});
