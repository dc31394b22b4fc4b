import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BallotRow, ballotContext } from '../../../shared/ballots/check.ts';
import { decideAccount, decideStanding, type BallotCopy } from '../../../shared/ballots/standing.ts';
import { ballotFrequencies } from '../../../shared/round/round.ts';
import { type BallotFile, countBallots } from '../../support/count-ballots.ts';
import { exampleRound } from '../../support/example-round.ts';

/** Few accounts, times and lists, so that equal ballots, equal times and every rejection are frequent. */
const rows: fc.Arbitrary<BallotRow> = fc.record({
  account: fc.constantFrom('甲', '乙', '丙', ''),
  time: fc.constantFrom(
    '2017-03-22 08:00:00',
    '2017-03-22 09:00:00',
    '2017-03-22T08:00:00+08:00',
    '2017-03-23 08:00:00',
    '2017-04-23 08:00:00',
    '昨天',
  ),
  choices: fc.constantFrom('1;2', '2;1', '2;3', '3', '', '1;1', '1;77', '1;2;3;4;5', null),
});

const frequencies = fc.constantFrom(...ballotFrequencies);
const files = fc.array(fc.array(rows, { maxLength: 8 }), { minLength: 1, maxLength: 5 });

/** A file's bytes are its rows: the same rows in the same order are the same bytes. */
function fileOf(list: readonly BallotRow[]): BallotFile {
  // Any function of the content does for a hash; this one is not in the order of the content.
  const text = JSON.stringify(list);
  let hash = 0;
  for (let index = 0; index < text.length; index++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) >>> 0;
  return { hash: `${hash.toString(16).padStart(8, '0')}${text}`, rows: list };
}

/** Importing the same bytes again adds nothing. */
function imported(lists: readonly (readonly BallotRow[])[]): BallotFile[] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), fileOf(list)])).values()];
}

function count(lists: readonly (readonly BallotRow[])[], perAccount: (typeof ballotFrequencies)[number]) {
  const round = exampleRound({ ballot: { minChoices: 1, maxChoices: 4, perAccount } });
  return countBallots(imported(lists), ballotContext(round, [1, 2, 3, 4]), perAccount);
}

describe('however the ballots come', () => {
  it('the order in which files are imported changes neither the tally nor the funnel', () => {
    const ordered = files.chain((lists) =>
      fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
    );
    fc.assert(
      fc.property(ordered, frequencies, ([lists, other], frequency) => {
        expect(count(other, frequency)).toEqual(count(lists, frequency));
      }),
      { numRuns: 200 },
    );
  });

  it('the funnel adds up to the rows', () => {
    fc.assert(
      fc.property(files, frequencies, (lists, frequency) => {
        const { ballots } = count(lists, frequency);
        const rejected = Object.values(ballots.rejected).reduce((sum, each) => sum + each, 0);
        expect(ballots.accepted + rejected).toBe(ballots.rows);
      }),
    );
  });

  it('files that share no ballot count together as one file of all their rows', () => {
    // Every row has an account of its own file, save that unreadable rows never merge anyway.
    const disjoint = files.map((lists) =>
      lists.map((list, index) =>
        list.map((row) => ({ ...row, account: row.account && `${row.account}${index}` })),
      ),
    );
    fc.assert(
      fc.property(disjoint, frequencies, (lists, frequency) => {
        fc.pre(imported(lists).length === lists.length);
        expect(count(lists, frequency)).toEqual(count([lists.flat()], frequency));
      }),
    );
  });

  it('cutting one file without repeated ballots into any number of files changes nothing', () => {
    // Every row has a second of its own, so that none is a copy of another.
    const second = (text: string, index: number): string =>
      text.replace(/:00:00|$/, `:00:${String(index).padStart(2, '0')}`);
    const unique = fc
      .array(fc.tuple(rows, fc.nat(3)), { maxLength: 25 })
      .map((all) =>
        all.map(([row, part], index) => ({ row: { ...row, time: second(row.time ?? '', index) }, part })),
      );
    fc.assert(
      fc.property(unique, frequencies, (all, frequency) => {
        const whole = all.map(({ row }) => row);
        const parts = [0, 1, 2, 3].map((number) =>
          all.filter(({ part }) => part === number).map(({ row }) => row),
        );
        expect(count(parts, frequency)).toEqual(count([whole], frequency));
      }),
    );
  });

  it('a file that holds k of a ballot and one that holds m count max(k, m)', () => {
    const few = fc.integer({ min: 0, max: 5 });
    const times = (length: number, row: BallotRow): BallotRow[] => Array.from({ length }, () => row);
    fc.assert(
      fc.property(few, few, few, (k, m, other) => {
        const ballot: BallotRow = { account: '甲', time: '2017-03-22 08:00:00', choices: '1;2' };
        const filler: BallotRow = { account: '乙', time: '2017-03-22 08:00:00', choices: '3' };
        const first = [...times(k, ballot), filler];
        const second = [...times(other, { ...filler, account: '丙' }), ...times(m, ballot)];
        const { ballots, tally } = count([first, second], 'unlimited');
        expect(tally[0]?.votes).toBe(Math.max(k, m));
        expect(ballots.rejected['already-recorded']).toBe(Math.min(k, m));
      }),
    );
  });

  it('a file whose rows another file holds, in any order, adds no accepted ballot', () => {
    // Nor a vote, unless it lets the other of two ballots at one time stand: its hash may be the lower one.
    const repeated = fc
      .array(rows, { maxLength: 12 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list)));
    fc.assert(
      fc.property(repeated, frequencies, ([list, part], frequency) => {
        const alone = count([list], frequency);
        const together = count([list, part], frequency);
        expect(together.ballots.accepted).toBe(alone.ballots.accepted);
        if (frequency === 'unlimited') expect(together.tally).toEqual(alone.tally);
      }),
    );
  });

  it('an account never has more accepted ballots than the round allows', () => {
    fc.assert(
      fc.property(files, (lists) => {
        const single = lists.map((list) => list.map((row) => ({ ...row, account: '甲' })));
        expect(count(single, 'once').ballots.accepted).toBeLessThanOrEqual(1);
        // Two days of the window occur above.
        expect(count(single, 'once-a-day').ballots.accepted).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('the rows of one account in one file', () => {
  const copy: fc.Arbitrary<Omit<BallotCopy, 'row'>> = fc.record({
    batch: fc.constant(1),
    fileHash: fc.constant('a'),
    instant: fc.constantFrom(null, 1, 2, 3, 86_400_001),
    day: fc.constant(0),
    choices: fc.constantFrom('1', '2'),
    verdict: fc.constantFrom('good', 'good', 'good', 'too-few', 'unreadable'),
    precision: fc.constant('second'),
    minutesEqual: fc.constant(false),
  });
  // Fewer and more than those that are decided without tables.
  const copies = fc.array(copy, { maxLength: 12 }).map((all) =>
    all.map((each, row) => ({
      ...each,
      row,
      day: each.instant === null ? null : Math.floor(each.instant / 86_400_000),
    })),
  );

  it('are decided the same whether somebody asks for the reason or not', () => {
    fc.assert(
      fc.property(copies, frequencies, (all, frequency) => {
        expect(decideStanding(all, frequency)).toEqual(decideAccount(all, frequency).standings);
      }),
      { numRuns: 1000 },
    );
  });
});
