import type { BallotRules } from '../round/round.ts';
import type { StandingByRules, Verdict } from './rejection.ts';
import type { CalendarDay } from './time.ts';

/** One row of one batch in force, as far as its standing among the account's other rows depends on it. */
export interface BallotCopy {
  /** Number of the batch, in the order of import; one batch is one file. */
  readonly batch: number;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly fileHash: string;
  /** Row within the file, ascending as the file reads. */
  readonly row: number;
  /** Epoch milliseconds, or null where the row has no time. */
  readonly instant: number | null;
  /** Calendar day in the round's time zone, or null where the row has no time. */
  readonly day: CalendarDay | null;
  /** Identity of the set of choices (`CheckedBallot.identity`). */
  readonly choices: string;
  /** The row's own verdict (`CheckedBallot.verdict`). */
  readonly verdict: Verdict;
}

/**
 * One ballot, however many files hold it: the j-th occurrence of the same account, instant, set of choices and verdict
 * within a file is the same ballot as the j-th occurrence within any other file.
 */
interface RecordedBallot {
  /** Index of the row that records it: the one in the batch imported first. */
  readonly index: number;
  readonly copy: BallotCopy;
  /** Where it stands in the file with the lowest hash of all that hold it: the same in whatever order they came. */
  fileHash: string;
  row: number;
}

function inOrderOfImport(copies: readonly BallotCopy[]): number[] {
  const indexes = Array.from(copies, (_, index) => index);
  return indexes.sort((first, second) => {
    const left = copies[first];
    const right = copies[second];
    if (left === undefined || right === undefined) return 0;
    return left.batch - right.batch || left.row - right.row;
  });
}

/** Marks surplus rows as `already-recorded` in `standings` and returns the ballots that the other rows record. */
function recordBallots(copies: readonly BallotCopy[], standings: StandingByRules[]): RecordedBallot[] {
  const recorded: RecordedBallot[] = [];
  // Within one file every row is a ballot of its own.
  if (copies.every(({ batch }) => batch === copies[0]?.batch)) {
    copies.forEach((copy, index) => {
      if (copy.verdict !== 'unreadable')
        recorded.push({ index, copy, fileHash: copy.fileHash, row: copy.row });
    });
    return recorded;
  }
  const byOccurrence = new Map<string, RecordedBallot>();
  let occurrences = new Map<string, number>();
  let batch: number | null = null;
  for (const index of inOrderOfImport(copies)) {
    const copy = copies[index];
    // An unreadable row has no identity: it is nobody's copy.
    if (copy === undefined || copy.verdict === 'unreadable') continue;
    if (copy.batch !== batch) occurrences = new Map();
    batch = copy.batch;
    const ballot = `${copy.instant ?? ''}|${copy.verdict}|${copy.choices}`;
    const occurrence = (occurrences.get(ballot) ?? 0) + 1;
    occurrences.set(ballot, occurrence);
    const key = `${occurrence}|${ballot}`;
    const known = byOccurrence.get(key);
    if (known === undefined) {
      const first = { index, copy, fileHash: copy.fileHash, row: copy.row };
      byOccurrence.set(key, first);
      recorded.push(first);
      continue;
    }
    standings[index] = 'already-recorded';
    if (copy.fileHash < known.fileHash) {
      known.fileHash = copy.fileHash;
      known.row = copy.row;
    }
  }
  return recorded;
}

/** Whether `first` stands rather than `second`: earlier instant, then lower file hash, then earlier row. */
function standsBefore(first: RecordedBallot, second: RecordedBallot): boolean {
  const left = first.copy.instant ?? Infinity;
  const right = second.copy.instant ?? Infinity;
  if (left !== right) return left < right;
  if (first.fileHash !== second.fileHash) return first.fileHash < second.fileHash;
  return first.row < second.row;
}

/** Of the good ballots that share one allowance (a day, or the whole round) all but one are `second-that-day`. */
function rejectSecondBallots(
  recorded: readonly RecordedBallot[],
  frequency: 'once-a-day' | 'once',
  standings: StandingByRules[],
): void {
  const standing = new Map<CalendarDay | null, RecordedBallot>();
  for (const ballot of recorded) {
    if (ballot.copy.verdict !== 'good') continue;
    const allowance = frequency === 'once' ? null : ballot.copy.day;
    const other = standing.get(allowance);
    if (other === undefined) {
      standing.set(allowance, ballot);
    } else if (standsBefore(ballot, other)) {
      standings[other.index] = 'second-that-day';
      standing.set(allowance, ballot);
    } else {
      standings[ballot.index] = 'second-that-day';
    }
  }
}

/**
 * What becomes of every row of ONE account, over all batches in force (DESIGN.md section 3). Which ballots stand, and how
 * many rows take each step of the funnel, does not depend on the order in which the files were imported; which of several
 * equal rows is the recorded one does: that of the lowest batch.
 *
 * - Rows of the same ballot (same instant, set of choices and own verdict) that occur k times in one file and m times in
 *   another are max(k, m) ballots; the surplus rows are `already-recorded`. Unreadable rows never merge.
 * - `once-a-day` and `once`: of the good ballots of a day, or of all, the earliest stands; at equal instants the one in
 *   the file with the lowest SHA-256 (of all files that hold it), then the earlier row there. The others are
 *   `second-that-day`. With `once` a ballot without a time stands only where there is none with a time.
 * - `unlimited`: every good ballot stands.
 *
 * @returns the standing of each copy, in the order given.
 */
export function decideStanding(
  copies: readonly BallotCopy[],
  frequency: BallotRules['perAccount'],
): readonly StandingByRules[] {
  const standings = copies.map((copy): StandingByRules =>
    copy.verdict === 'good' ? 'accepted' : copy.verdict,
  );
  if (copies.length < 2) return standings;
  const recorded = recordBallots(copies, standings);
  if (frequency !== 'unlimited') rejectSecondBallots(recorded, frequency, standings);
  return standings;
}
