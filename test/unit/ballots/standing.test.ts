import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../shared/ballots/rejection.ts';
import { type BallotCopy, decideAccount, decideStanding } from '../../../shared/ballots/standing.ts';

/** Hours since a midnight; a day has 24. */
function copy(
  batch: number,
  row: number,
  hour: number | null,
  choices: string,
  fields: Partial<Pick<BallotCopy, 'verdict' | 'fileHash' | 'precision' | 'minutesEqual'>> = {},
): BallotCopy {
  return {
    batch,
    fileHash: fields.fileHash ?? `hash-${batch}`,
    row,
    instant: hour === null ? null : hour * 3_600_000,
    day: hour === null ? null : Math.floor(hour / 24),
    choices,
    verdict: fields.verdict ?? 'good',
    precision: fields.precision ?? 'second',
    minutesEqual: fields.minutesEqual ?? false,
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

describe('a time known only to the minute', () => {
  const second1 = 9 + 15 / 3600;
  const second2 = 9 + 40 / 3600;
  const confirmed = { precision: 'minute', minutesEqual: true } as const;

  it('is the full minute and no second of it, as long as nobody confirmed more', () => {
    const copies = [copy(1, 1, second1, 'a'), copy(2, 1, 9, 'a', { precision: 'minute' })];
    expect(decideStanding(copies, 'unlimited')).toEqual([accepted, accepted]);
    expect(decideStanding(copies, 'once-a-day')).toEqual([second, accepted]);
  });

  it('is that of the ballot known to the second, once confirmed, whichever came first', () => {
    const later = [copy(1, 1, second1, 'a'), copy(2, 1, 9, 'a', confirmed)];
    expect(decideStanding(later, 'unlimited')).toEqual([accepted, recorded]);
    const earlier = [copy(1, 1, 9, 'a', confirmed), copy(2, 1, second1, 'a')];
    expect(decideStanding(earlier, 'unlimited')).toEqual([recorded, accepted]);
  });

  it('belongs to the earlier row where two ballots have the same second', () => {
    const copies = [copy(1, 7, second1, 'a'), copy(1, 3, second1, 'a'), copy(2, 1, 9, 'a', confirmed)];
    const { standings, instead } = decideAccount(copies, 'once-a-day');
    expect(standings).toEqual([second, accepted, recorded]);
    expect(instead.get(2)).toBe(1);
  });

  it('leaves two ballots known to different seconds two', () => {
    const copies = [copy(1, 1, second1, 'a'), copy(2, 1, second2, 'a'), copy(3, 1, 9, 'a', confirmed)];
    expect(decideStanding(copies, 'unlimited')).toEqual([accepted, accepted, recorded]);
  });

  it('is a ballot of its own beyond those known to the second, and the same in every file of minutes', () => {
    const copies = [
      copy(1, 1, 9, 'a', confirmed),
      copy(1, 2, 9, 'a', confirmed),
      copy(2, 1, second1, 'a'),
      copy(3, 1, 9, 'a', confirmed),
      copy(3, 2, 9, 'a', confirmed),
    ];
    expect(decideStanding(copies, 'unlimited')).toEqual([recorded, accepted, accepted, recorded, recorded]);
  });

  it('is no copy of another minute, other choices or another verdict', () => {
    const copies = [
      copy(1, 1, second1, 'a'),
      copy(2, 1, 9 + 1 / 60, 'a', confirmed),
      copy(2, 2, 9, 'b', confirmed),
      copy(2, 3, 9, 'a', { ...confirmed, verdict: 'too-few' }),
    ];
    expect(decideStanding(copies, 'unlimited')).toEqual([accepted, accepted, accepted, 'too-few']);
  });

  it('counts for the day with the second that the other file knows', () => {
    // By its minute alone the first would stand before the ballot of second 10.
    const copies = [copy(1, 1, 9, 'a', confirmed), copy(2, 1, second1, 'a'), copy(2, 2, 9 + 10 / 3600, 'b')];
    expect(decideStanding(copies, 'once-a-day')).toEqual([recorded, second, accepted]);
  });
});

describe('the row that counts instead', () => {
  it('is the ballot that stands for the day', () => {
    const { instead } = decideAccount([copy(1, 1, 10, 'a'), copy(1, 2, 9, 'b')], 'once-a-day');
    expect([...instead]).toEqual([[0, 1]]);
  });

  it('is the row that records the same ballot, though that may be a second one itself', () => {
    const { instead } = decideAccount(
      [copy(1, 1, 9, 'a'), copy(1, 2, 10, 'b'), copy(2, 1, 10, 'b')],
      'once-a-day',
    );
    expect(new Map(instead)).toEqual(
      new Map([
        [1, 0],
        [2, 1],
      ]),
    );
  });
});

it('does not look at the choices of rows that are all of one batch', () => {
  const unseen = (row: number): BallotCopy => ({
    ...copy(1, row, 9, ''),
    get choices(): string {
      throw new Error('the choices were looked at');
    },
  });
  expect(decideStanding([unseen(2), unseen(1)], 'once-a-day')).toEqual([second, accepted]);
});

it('decides on an account with a hundred thousand rows, and on one without any', () => {
  const many = Array.from({ length: 100_000 }, (_, row) =>
    copy(1 + (row % 3), row, row % 200, String(row % 7)),
  );
  const standings = decideStanding(many, 'once');
  expect(standings.filter((standing) => standing === accepted)).toHaveLength(1);
  expect(decideStanding([], 'once')).toEqual([]);
});
