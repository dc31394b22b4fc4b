import type { BallotRules } from '../round/round.ts';
import { recordBallots, type BallotCopy, type RecordedBallot } from './recorded-ballots.ts';
import type { StandingByRules } from './rejection.ts';
import type { CalendarDay } from './time.ts';

export type { BallotCopy } from './recorded-ballots.ts';

/** What decides between two ballots of the same allowance. */
interface Precedence {
  readonly instant: number | null;
  readonly fileHash: string;
  readonly row: number;
}

/** Whether `first` stands rather than `second`: earlier instant, then lower file hash, then earlier row. */
function standsBefore(first: Precedence, second: Precedence): boolean {
  const left = first.instant ?? Infinity;
  const right = second.instant ?? Infinity;
  if (left !== right) return left < right;
  if (first.fileHash !== second.fileHash) return first.fileHash < second.fileHash;
  return first.row < second.row;
}

function precedenceOf({ copy, fileHash, row }: RecordedBallot): Precedence {
  return { instant: copy.instant, fileHash, row };
}

type Limit = Exclude<BallotRules['perAccount'], 'unlimited'>;

/** What the ballot uses up: its day, or the whole round (null). */
function allowanceOf({ day }: BallotCopy, limit: Limit): CalendarDay | null {
  return limit === 'once' ? null : day;
}

/** Of the good ballots that share an allowance, the one that stands. */
function standingBallots(
  good: readonly RecordedBallot[],
  limit: Limit,
): ReadonlyMap<CalendarDay | null, RecordedBallot> {
  const standing = new Map<CalendarDay | null, RecordedBallot>();
  for (const ballot of good) {
    const allowance = allowanceOf(ballot.copy, limit);
    const other = standing.get(allowance);
    if (other === undefined || standsBefore(precedenceOf(ballot), precedenceOf(other)))
      standing.set(allowance, ballot);
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
  return areFewOfOneBatch(copies)
    ? decideFewOfOneBatch(copies, frequency)
    : decide(copies, frequency, () => undefined);
}

/** More of one account are rare. */
const few = 8;

function areFewOfOneBatch(copies: readonly BallotCopy[]): boolean {
  return copies.length <= few && copies.every(({ batch }) => batch === copies[0]?.batch);
}

/**
 * As `decide`, for what most accounts have that voted twice: a few rows in one file, of which none is a copy of another. Each good
 * row is held against the one that stands so far.
 */
function decideFewOfOneBatch(
  copies: readonly BallotCopy[],
  frequency: BallotRules['perAccount'],
): StandingByRules[] {
  const standings: StandingByRules[] = [];
  for (const copy of copies) {
    let standing: StandingByRules = copy.verdict === 'good' ? 'accepted' : copy.verdict;
    if (standing === 'accepted' && frequency !== 'unlimited') {
      const allowance = allowanceOf(copy, frequency);
      const rival = standings.findIndex(
        (other, index) =>
          other === 'accepted' && allowanceOf(copies[index] as BallotCopy, frequency) === allowance,
      );
      if (rival >= 0 && standsBefore(copy, copies[rival] as BallotCopy)) standings[rival] = 'second-that-day';
      else if (rival >= 0) standing = 'second-that-day';
    }
    standings.push(standing);
  }
  return standings;
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
    const other = standing.get(allowanceOf(ballot.copy, frequency));
    if (other === undefined || other === ballot) continue;
    standings[ballot.index] = 'second-that-day';
    because(ballot.index, other.index);
  }
  return standings;
}
