import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContestedRows } from '../../../electron/services/votes/work/contested-rows.ts';
import { calendarDay } from '../../../shared/ballots/time.ts';
import { verdictCode } from '../../../shared/ballots/standing-codes.ts';
import { ballotFrequencies } from '../../../shared/round/round.ts';

type BallotFrequency = (typeof ballotFrequencies)[number];

interface Row {
  readonly account: number;
  readonly instant: number;
  readonly verdict: 'good' | 'too-few' | 'unreadable';
}

const timeZones = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'Asia/Kathmandu');

/** Few accounts and instants around midnights and a change of clocks, so that rows meet. */
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.integer({ min: 1, max: 5 }),
  instant: fc.oneof(
    fc.constant(NaN),
    fc.constantFrom(0, -1, Date.UTC(1972, 11, 31, 23, 59), Date.UTC(1986, 4, 3, 18, 30)),
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(-1, 0, 899_999, 900_000, 3_599_999))
      .map(([day, offset]) => Date.UTC(2017, 2, 25 + day) - 8 * 3_600_000 + offset),
  ),
  verdict: fc.constantFrom('good', 'good', 'good', 'too-few', 'unreadable'),
});
const page = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean())
  .map(([rows, areSeconds]) => (areSeconds ? rows.map(withWholeSecond) : rows));
const pages = fc.array(page, { minLength: 1, maxLength: 6 });

function withWholeSecond(each: Row): Row {
  return { ...each, instant: 1000 * Math.max(0, Math.floor((each.instant || 0) / 1000)) };
}

/** As a page keeps them: seconds where that is possible. */
function packed(instants: readonly number[]): Uint32Array | Float64Array {
  const areSeconds = instants.every((instant) => instant >= 0 && instant % 1000 === 0);
  return areSeconds ? Uint32Array.from(instants, (instant) => instant / 1000) : Float64Array.from(instants);
}

function marksOf(
  all: readonly (readonly Row[])[],
  frequency: BallotFrequency,
  timeZone: string,
  isOneBatch: boolean,
): boolean[] {
  const rows = new ContestedRows(frequency, timeZone, isOneBatch);
  all.forEach((each, number) =>
    rows.add(1, number, {
      rows: each.length,
      accounts: Uint32Array.from(each.flatMap(({ account }) => [account * 77_777, account])),
      instants: packed(each.map(({ instant }) => instant)),
      verdicts: Uint8Array.from(each.map(({ verdict }) => verdictCode(verdict))),
    }),
  );
  // So few rows a pass that there are several.
  rows.settle(4096);
  const marks = all.flatMap((each, number) =>
    each.map((_, place) => rows.pages[number]?.marks?.[place] === 1),
  );
  expect(marks.filter(Boolean).length).toBe(rows.marked);
  return marks;
}

/** By comparing every row with every other. */
function slowMarks(
  all: readonly (readonly Row[])[],
  frequency: BallotFrequency,
  timeZone: string,
  isOneBatch: boolean,
): boolean[] {
  const rows = all.flat();
  const matters = ({ verdict }: Row): boolean => (isOneBatch ? verdict === 'good' : verdict !== 'unreadable');
  // Rows before 1973 lie far from any round and are taken for one day.
  const dayOf = ({ instant }: Row): number =>
    frequency === 'once' || Number.isNaN(instant) || instant < Date.UTC(1973, 0, 1)
      ? 0
      : calendarDay(instant, timeZone);
  return rows.map(
    (each, place) =>
      matters(each) &&
      !(isOneBatch && frequency === 'unlimited') &&
      rows.some(
        (other, index) =>
          index !== place && matters(other) && other.account === each.account && dayOf(other) === dayOf(each),
      ),
  );
}

describe('the rows about which there is something to decide', () => {
  it('are those that share account and day with another that matters', () => {
    fc.assert(
      fc.property(
        pages,
        fc.constantFrom(...ballotFrequencies),
        timeZones,
        fc.boolean(),
        (all, frequency, zone, isOne) => {
          expect(marksOf(all, frequency, zone, isOne)).toEqual(slowMarks(all, frequency, zone, isOne));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found however many there are of one account', () => {
    const one = { account: 3, instant: Date.UTC(2017, 2, 25), verdict: 'good' } as const;
    const all = Array.from({ length: 3 }, () => Array.from({ length: 4096 }, () => one));
    expect(marksOf(all, 'once-a-day', 'Asia/Shanghai', true).every(Boolean)).toBe(true);
  });
});
