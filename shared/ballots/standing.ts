import type { BallotRules } from '../round/round.ts';
import { recordBallots, type BallotCopy, type RecordedBallot } from './recorded-ballots.ts';
import type { StandingByRules } from './rejection.ts';
import type { CalendarDay } from './time.ts';

export type { BallotCopy } from './recorded-ballots.ts';

/** Whether `first` stands rather than `second`: earlier instant, then lower file hash, then earlier row. */
function standsBefore(first: RecordedBallot, second: RecordedBallot): boolean {
  const left = first.copy.instant ?? Infinity;
  const right = second.copy.instant ?? Infinity;
  if (left !== right) return left < right;
  if (first.fileHash !== second.fileHash) return first.fileHash < second.fileHash;
  return first.row < second.row;
}

type Limit = Exclude<BallotRules['perAccount'], 'unlimited'>;

/** What the ballot uses up: its day, or the whole round (null). */
function allowanceOf({ copy }: RecordedBallot, limit: Limit): CalendarDay | null {
  return limit === 'once' ? null : copy.day;
}

/** Of the good ballots that share an allowance, the one that stands. */
function standingBallots(
  good: readonly RecordedBallot[],
  limit: Limit,
): ReadonlyMap<CalendarDay | null, RecordedBallot> {
  const standing = new Map<CalendarDay | null, RecordedBallot>();
  for (const ballot of good) {
    const allowance = allowanceOf(ballot, limit);
    const other = standing.get(allowance);
    if (other === undefined || standsBefore(ballot, other)) standing.set(allowance, ballot);
  }
  return standing;
}

/** What became of the rows of one account. */
export interface AccountDecision {
  /** The standing of each copy, in the order given. */
  readonly standings: readonly StandingByRules[];
  /**
   * By index of a copy that is `second-that-day` or `already-recorded`: index of the copy that stands for the day, or that
   * records the same ballot (which need not be accepted itself).
   */
  readonly instead: ReadonlyMap<number, number>;
}

/**
 * What becomes of every row of ONE account, over all batches in force (DESIGN.md section 3), and because of which other row.
 * Which ballots stand, and how many rows take each step of the funnel, does not depend on the order in which the files were
 * imported; which of several equal rows is the recorded one does: that of the lowest batch, after those known to the second.
 *
 * - Rows of the same ballot (`recordBallots`) beyond the one that records it are `already-recorded`. Unreadable rows never
 *   merge.
 * - `once-a-day` and `once`: of the good ballots of a day, or of all, the earliest stands; at equal instants the one in
 *   the file with the lowest SHA-256 (of all files that hold it), then the earlier row there. The others are
 *   `second-that-day`. With `once` a ballot without a time stands only where there is none with a time.
 * - `unlimited`: every good ballot stands.
 */
export function decideAccount(
  copies: readonly BallotCopy[],
  frequency: BallotRules['perAccount'],
): AccountDecision {
  const instead = new Map<number, number>();
  const standings = decide(copies, frequency, (index, other) => void instead.set(index, other));
  return { standings, instead };
}

/** The standings of `decideAccount` alone. */
export function decideStanding(
  copies: readonly BallotCopy[],
  frequency: BallotRules['perAccount'],
): readonly StandingByRules[] {
  return decide(copies, frequency, () => undefined);
}

/** @param because hears of each copy that does not count, and of the one that counts or is recorded instead */
function decide(
  copies: readonly BallotCopy[],
  frequency: BallotRules['perAccount'],
  because: (index: number, other: number) => void,
): StandingByRules[] {
  const standings = copies.map(({ verdict }): StandingByRules => (verdict === 'good' ? 'accepted' : verdict));
  if (copies.length < 2) return standings;
  const { ballots, surplus } = recordBallots(copies);
  for (const [index, recorded] of surplus) {
    standings[index] = 'already-recorded';
    because(index, recorded.index);
  }
  if (frequency === 'unlimited') return standings;
  const good = ballots.filter(({ copy }) => copy.verdict === 'good');
  const standing = standingBallots(good, frequency);
  for (const ballot of good) {
    const other = standing.get(allowanceOf(ballot, frequency));
    if (other === undefined || other === ballot) continue;
    standings[ballot.index] = 'second-that-day';
    because(ballot.index, other.index);
  }
  return standings;
}
