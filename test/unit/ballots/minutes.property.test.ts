import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BallotRow, ballotContext } from '../../../shared/ballots/check.ts';
import { decideAccount, type BallotCopy } from '../../../shared/ballots/standing.ts';
import { ballotFrequencies } from '../../../shared/round/round.ts';
import { type BallotFile, countBallots } from '../../support/count-ballots.ts';
import { exampleRound } from '../../support/example-round.ts';
import { slowCount } from '../../support/slow-count.ts';

/** Few accounts, minutes, seconds and lists, so that ballots meet in every way. */
const row: fc.Arbitrary<BallotRow> = fc.record({
  account: fc.constantFrom('甲', '乙'),
  time: fc.constantFrom(
    '2017-03-22 08:15:00',
    '2017-03-22 08:15:20',
    '2017-03-22 08:15:40',
    '2017-03-22 08:16:00',
    '2017-03-22 08:16:20',
    '2017-03-31 12:00:00',
    '2017-03-31 12:00:30',
    '昨天',
  ),
  choices: fc.constantFrom('1;2', '2;1', '3', '1;1'),
});

const kinds = fc.constantFrom<Pick<BallotFile, 'precision' | 'minutesEqual'>>(
  { precision: 'second', minutesEqual: false },
  { precision: 'minute', minutesEqual: false },
  { precision: 'minute', minutesEqual: true },
);

const toTheMinute = (line: BallotRow): BallotRow => ({
  ...line,
  time: line.time?.slice(0, '2017-03-22 08:15'.length) ?? null,
});

const file: fc.Arbitrary<BallotFile> = fc
  .tuple(fc.array(row, { maxLength: 6 }), kinds, fc.uuid())
  .map(([rows, kind, hash]) => ({
    ...kind,
    hash,
    rows: kind.precision === 'minute' ? rows.map(toTheMinute) : rows,
  }));
const files = fc.uniqueArray(file, { minLength: 1, maxLength: 5, selector: ({ hash }) => hash });
const frequencies = fc.constantFrom(...ballotFrequencies);

const context = ballotContext(exampleRound({ ballot: { minChoices: 1, maxChoices: 4 } }), [1, 2, 3, 4]);

describe('times known only to the minute', () => {
  it('give what the plain model of the rules gives, with any mixture of files', () => {
    fc.assert(
      fc.property(files, frequencies, (all, frequency) => {
        expect(countBallots(all, context, frequency)).toEqual(slowCount(all, context, frequency));
      }),
      { numRuns: 1000 },
    );
  });

  it('count the same in whatever order the files are imported', () => {
    const ordered = files.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(ordered, frequencies, ([all, other], frequency) => {
        expect(countBallots(other, context, frequency)).toEqual(countBallots(all, context, frequency));
      }),
      { numRuns: 500 },
    );
  });

  it('mean nothing of their own as long as nobody confirmed them', () => {
    fc.assert(
      fc.property(files, frequencies, (all, frequency) => {
        const unconfirmed = all.map((each) => ({ ...each, minutesEqual: false }));
        const asSeconds = all.map(({ hash, rows }) => ({ hash, rows }));
        expect(countBallots(unconfirmed, context, frequency)).toEqual(
          countBallots(asSeconds, context, frequency),
        );
      }),
    );
  });

  it('add no ballot where a file of seconds holds the same ones, once they are confirmed', () => {
    // Not at the closing second itself, where cutting the seconds off changes the verdict.
    const beforeClosing = fc.array(
      row.filter(({ time }) => time?.startsWith('2017-03-31') !== true),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(beforeClosing, frequencies, (rows, frequency) => {
        const exact: BallotFile = { hash: 'a', rows };
        const minutes: BallotFile = {
          hash: 'b',
          rows: rows.map(toTheMinute),
          precision: 'minute',
          minutesEqual: true,
        };
        const alone = countBallots([exact], context, frequency);
        const together = countBallots([minutes, exact], context, frequency);
        expect(together.tally).toEqual(alone.tally);
        expect(together.ballots.accepted).toBe(alone.ballots.accepted);
      }),
    );
  });
});

describe('the row that counts instead of another', () => {
  const hashes = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 });
  /** Batches 1 and 2 are known to the second, batch 3 to the minute. */
  const copiesOf = (
    seconds: readonly number[],
    lists: readonly string[],
    verdicts: readonly BallotCopy['verdict'][],
  ): fc.Arbitrary<BallotCopy[]> => {
    const rows = fc.array(
      fc.record({
        batch: fc.integer({ min: 1, max: 3 }),
        second: fc.constantFrom(...seconds),
        choices: fc.constantFrom(...lists),
        verdict: fc.constantFrom(...verdicts),
      }),
      { maxLength: 10 },
    );
    return fc.tuple(rows, hashes).map(([all, hashOf]) =>
      all.map(({ batch, second, choices, verdict }, row) => ({
        batch,
        fileHash: hashOf[batch - 1] ?? '',
        row,
        instant: batch === 3 ? 60_000 * Math.floor(second / 60) : 1000 * second,
        day: 0,
        choices,
        verdict,
        precision: batch === 3 ? 'minute' : 'second',
        minutesEqual: batch === 3,
      })),
    );
  };
  const copies = copiesOf([0, 20, 60], ['a', 'b'], ['good', 'too-few', 'unreadable']);

  it('is named exactly for second and already recorded ballots, and is what it is said to be', () => {
    fc.assert(
      fc.property(copies, frequencies, (all, frequency) => {
        const { standings, instead } = decideAccount(all, frequency);
        standings.forEach((standing, index) => {
          const other = instead.get(index);
          if (standing !== 'second-that-day' && standing !== 'already-recorded') {
            expect(other).toBeUndefined();
            return;
          }
          const counted = all[other ?? -1];
          expect(counted).toBeDefined();
          if (standing === 'second-that-day') {
            expect(standings[other ?? -1]).toBe('accepted');
            return;
          }
          expect(standings[other ?? -1]).not.toBe('already-recorded');
          expect(counted?.batch).not.toBe(all[index]?.batch);
          expect([counted?.choices, counted?.verdict]).toEqual([all[index]?.choices, all[index]?.verdict]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('follows the rows of a file: of two with one time and one list the earlier is the earlier ballot, and stands', () => {
    let laidOver = 0;
    let beaten = 0;
    fc.assert(
      fc.property(copiesOf([0, 20], ['a'], ['good']), frequencies, (all, frequency) => {
        const { standings, instead } = decideAccount(all, frequency);
        const insteadOf = (index: number): BallotCopy | undefined => all[instead.get(index) ?? -1];
        all.forEach((later, second) => {
          all.slice(0, second).forEach((earlier, first) => {
            if (earlier.batch !== later.batch || earlier.instant !== later.instant) return;
            const both = [standings[first], standings[second]];
            expect(both).not.toEqual(['second-that-day', 'accepted']);
            if (both[1] === 'second-that-day' && both[0] === 'accepted') beaten += 1;
            if (both[0] !== 'already-recorded' || both[1] !== 'already-recorded') return;
            laidOver += 1;
            const [one, other] = [insteadOf(first), insteadOf(second)];
            if (one === undefined || other === undefined) throw new Error('no row counts instead');
            // Ballots in the order of time; at equal times in that of import, then of rows.
            const order =
              (one.instant ?? 0) - (other.instant ?? 0) || one.batch - other.batch || one.row - other.row;
            expect(order).toBeLessThan(0);
          });
        });
      }),
      { numRuns: 500 },
    );
    // Otherwise it would have been about nothing.
    expect(Math.min(laidOver, beaten)).toBeGreaterThan(20);
  });

  it('is the same in whatever order the rows are looked up', () => {
    const shuffled = copies.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, frequencies, ([all, places], frequency) => {
        const inOrder = decideAccount(all, frequency);
        const { standings, instead } = decideAccount(
          places.flatMap((place) => all[place] ?? []),
          frequency,
        );
        places.forEach((place, index) => {
          expect(standings[index]).toBe(inOrder.standings[place]);
          const other = instead.get(index);
          expect(other === undefined ? undefined : places[other]).toBe(inOrder.instead.get(place));
        });
      }),
      { numRuns: 500 },
    );
  });
});
