import { describe, expect, it } from 'vitest';
import type { Standing, Verdict } from '../../../shared/ballots/rejection.ts';
import { type BallotCopy, decideStanding } from '../../../shared/ballots/standing.ts';

/** Hours since a midnight; a day has 24. */
function copy(
  batch: number,
  row: number,
  hour: number | null,
  choices: string,
  fields: { readonly verdict?: Verdict; readonly fileHash?: string } = {},
): BallotCopy {
  return {
    batch,
    fileHash: fields.fileHash ?? `hash-${batch}`,
    row,
    instant: hour === null ? null : hour * 3_600_000,
    day: hour === null ? null : Math.floor(hour / 24),
    choices,
    verdict: fields.verdict ?? 'good',
  };
}

const accepted: Standing = 'accepted';
const second: Standing = 'second-that-day';
const recorded: Standing = 'already-recorded';

describe('once a day', () => {
  it('the earliest ballot of each day stands', () => {
    const copies = [copy(1, 1, 10, 'a'), copy(1, 2, 9, 'b'), copy(1, 3, 11, 'c'), copy(1, 4, 25, 'd')];
    expect(decideStanding(copies, 'once-a-day')).toEqual([second, accepted, second, accepted]);
  });

  it('across files, whichever was imported first', () => {
    expect(decideStanding([copy(1, 1, 10, 'a'), copy(2, 1, 9, 'b')], 'once-a-day')).toEqual([
      second,
      accepted,
    ]);
  });

  it('a rejected ballot does not use up the day', () => {
    const copies = [copy(1, 1, 8, 'a', { verdict: 'too-few' }), copy(1, 2, 9, 'b')];
    expect(decideStanding(copies, 'once-a-day')).toEqual(['too-few', accepted]);
  });

  it('at equal times the file with the lower hash decides, then the earlier row', () => {
    const fromTwo = [
      copy(1, 1, 9, 'a', { fileHash: 'bbb' }),
      copy(2, 7, 9, 'b', { fileHash: 'aaa' }),
      copy(2, 5, 9, 'c', { fileHash: 'aaa' }),
    ];
    expect(decideStanding(fromTwo, 'once-a-day')).toEqual([second, second, accepted]);
  });

  it('a ballot in several files counts with the lowest hash of them all', () => {
    // Ballot a is recorded from batch 1 (hash ccc) but is also in batch 3 (hash aaa); b is in batch 2 (hash bbb).
    const copies = [
      copy(1, 1, 9, 'a', { fileHash: 'ccc' }),
      copy(2, 1, 9, 'b', { fileHash: 'bbb' }),
      copy(3, 9, 9, 'a', { fileHash: 'aaa' }),
    ];
    expect(decideStanding(copies, 'once-a-day')).toEqual([accepted, second, recorded]);
    // Without the third file b stands.
    expect(decideStanding(copies.slice(0, 2), 'once-a-day')).toEqual([second, accepted]);
  });

  it('a ballot in several files counts with its row in the file of the lowest hash', () => {
    const copies = [
      copy(1, 1, 9, 'a', { fileHash: 'bbb' }),
      copy(2, 2, 9, 'b', { fileHash: 'aaa' }),
      copy(2, 3, 9, 'a', { fileHash: 'aaa' }),
    ];
    expect(decideStanding(copies, 'once-a-day')).toEqual([second, accepted, recorded]);
  });
});

describe('once', () => {
  it('one ballot stands in the whole round, the earliest', () => {
    const copies = [copy(1, 1, 50, 'a'), copy(1, 2, 30, 'b'), copy(1, 3, 99, 'c')];
    expect(decideStanding(copies, 'once')).toEqual([second, accepted, second]);
  });

  it('a ballot without a time stands only where there is none with one', () => {
    expect(decideStanding([copy(1, 1, null, 'a'), copy(1, 2, 99, 'b')], 'once')).toEqual([second, accepted]);
    expect(decideStanding([copy(1, 2, null, 'a'), copy(1, 1, null, 'b')], 'once')).toEqual([
      second,
      accepted,
    ]);
  });
});

describe('unlimited', () => {
  it('every good ballot stands', () => {
    const copies = [
      copy(1, 1, 9, 'a'),
      copy(1, 2, 9, 'a'),
      copy(1, 3, 9, 'b'),
      copy(1, 4, 9, 'c', { verdict: 'too-many' }),
    ];
    expect(decideStanding(copies, 'unlimited')).toEqual([accepted, accepted, accepted, 'too-many']);
  });
});

describe('the same ballot twice', () => {
  it('in two files is one, recorded where it was imported first', () => {
    const copies = [copy(2, 1, 9, 'a'), copy(1, 4, 9, 'a')];
    expect(decideStanding(copies, 'once-a-day')).toEqual([recorded, accepted]);
    expect(decideStanding(copies, 'unlimited')).toEqual([recorded, accepted]);
  });

  it('in one file is two: the second falls to the limit of the day, not to the import', () => {
    const copies = [copy(1, 1, 9, 'a'), copy(1, 2, 9, 'a')];
    expect(decideStanding(copies, 'once-a-day')).toEqual([accepted, second]);
  });

  it('k and m times counts max(k, m) times', () => {
    const thrice = [
      copy(1, 1, 9, 'a'),
      copy(2, 1, 9, 'a'),
      copy(2, 2, 9, 'a'),
      copy(2, 3, 9, 'a'),
      copy(1, 2, 9, 'a'),
    ];
    expect(decideStanding(thrice, 'unlimited')).toEqual([accepted, recorded, recorded, accepted, accepted]);
  });

  it('is numbered within a file by row, whatever order the copies are given in', () => {
    const copies = [copy(2, 5, 9, 'a'), copy(2, 4, 9, 'a'), copy(1, 1, 9, 'a')];
    expect(decideStanding(copies, 'unlimited')).toEqual([accepted, recorded, accepted]);
  });

  it('is the same only at the same instant, with the same choices and the same verdict', () => {
    const copies = [
      copy(1, 1, 9, 'a'),
      copy(2, 1, 10, 'a'),
      copy(3, 1, 9, 'b'),
      copy(4, 1, 9, 'a', { verdict: 'repeated-choice' }),
      copy(5, 1, null, 'a'),
    ];
    const expected = [accepted, accepted, accepted, 'repeated-choice', accepted];
    expect(decideStanding(copies, 'unlimited')).toEqual(expected);
  });

  it('is recorded once among the rejected, too', () => {
    const copies = [copy(1, 1, 9, 'a', { verdict: 'too-few' }), copy(2, 1, 9, 'a', { verdict: 'too-few' })];
    expect(decideStanding(copies, 'once-a-day')).toEqual(['too-few', recorded]);
  });

  it('is never recognised where a row cannot be read', () => {
    const copies = [
      copy(1, 1, 9, 'a', { verdict: 'unreadable' }),
      copy(2, 1, 9, 'a', { verdict: 'unreadable' }),
    ];
    expect(decideStanding(copies, 'once-a-day')).toEqual(['unreadable', 'unreadable']);
  });
});

it('decides on an account with a hundred thousand rows, and on one without any', () => {
  const many = Array.from({ length: 100_000 }, (_, row) =>
    copy(1 + (row % 3), row, row % 200, String(row % 7)),
  );
  const standings = decideStanding(many, 'once');
  expect(standings.filter((standing) => standing === accepted)).toHaveLength(1);
  expect(decideStanding([], 'once')).toEqual([]);
});
