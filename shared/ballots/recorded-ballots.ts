import type { Verdict } from './rejection.ts';
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
  /**
   * Identity of the set of choices (`CheckedBallot.identity`). Looked at only where rows of several batches meet, so a getter
   * that works it out spares most accounts the work.
   */
  readonly choices: string;
  /** The row's own verdict (`CheckedBallot.verdict`). */
  readonly verdict: Verdict;
  /** `minute` where no time of the batch says seconds. */
  readonly precision: 'second' | 'minute';
  /**
   * Of the batch: somebody confirmed that its times, known only to the minute, may be those of ballots known to the second.
   * Without that a time without seconds is the full minute, and means nothing for a batch that is known to the second.
   */
  readonly minutesEqual: boolean;
}

/**
 * One ballot, however many files hold it: the j-th occurrence of the same account, instant, set of choices and verdict
 * within a file is the same ballot as the j-th occurrence within any other file.
 */
export interface RecordedBallot {
  /** Index of the row that records it: of those with the most exact time, the one in the batch imported first. */
  readonly index: number;
  readonly copy: BallotCopy;
  /** Where it stands in the file with the lowest hash of all that hold it: the same in whatever order they came. */
  fileHash: string;
  row: number;
}

/** The ballots of one account, and the rows beyond those that record them. */
export interface Recording {
  readonly ballots: readonly RecordedBallot[];
  /** By index of the surplus row: the ballot that another batch has already recorded. */
  readonly surplus: ReadonlyMap<number, RecordedBallot>;
}

interface Row {
  readonly index: number;
  readonly copy: BallotCopy;
}

const minute = 60_000;

function minuteOf({ instant }: BallotCopy): number | null {
  return instant === null ? null : Math.floor(instant / minute);
}

/** Whether the row may be a ballot that another batch knows to the second. */
function isMinuteOnly({ precision, minutesEqual }: BallotCopy): boolean {
  return precision === 'minute' && minutesEqual;
}

function exactKey({ instant, verdict, choices }: BallotCopy): string {
  return `${instant ?? ''}|${verdict}|${choices}`;
}

function minuteKey(copy: BallotCopy): string {
  return `${minuteOf(copy) ?? ''}|${copy.verdict}|${copy.choices}`;
}

function recordedBy({ index, copy }: Row): RecordedBallot {
  return { index, copy, fileHash: copy.fileHash, row: copy.row };
}

function inOrderOfImport(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    ({ copy: first }, { copy: second }) => first.batch - second.batch || first.row - second.row,
  );
}

function inOrderOfTime(ballots: readonly RecordedBallot[]): RecordedBallot[] {
  return ballots.toSorted(
    ({ copy: first }, { copy: second }) => (first.instant ?? Infinity) - (second.instant ?? Infinity),
  );
}

/**
 * Lays rows of equal ballots over one another: in each batch the j-th row of a key is the j-th ballot that `known` has under
 * it, and a ballot of its own where there are fewer.
 * @param rows in the order of import
 */
function layOver(
  rows: readonly Row[],
  keyOf: (copy: BallotCopy) => string,
  known: Map<string, RecordedBallot[]>,
  surplus: Map<number, RecordedBallot>,
): RecordedBallot[] {
  const added: RecordedBallot[] = [];
  let occurrences = new Map<string, number>();
  let batch: number | null = null;
  for (const row of rows) {
    if (row.copy.batch !== batch) occurrences = new Map();
    batch = row.copy.batch;
    const key = keyOf(row.copy);
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    const ballots = known.get(key);
    const same = ballots?.[occurrence];
    if (same === undefined) {
      const ballot = recordedBy(row);
      added.push(ballot);
      if (ballots === undefined) known.set(key, [ballot]);
      else ballots.push(ballot);
      continue;
    }
    surplus.set(row.index, same);
    if (row.copy.fileHash < same.fileHash) {
      same.fileHash = row.copy.fileHash;
      same.row = row.copy.row;
    }
  }
  return added;
}

const noSurplus: ReadonlyMap<number, RecordedBallot> = new Map();

/**
 * Which rows of ONE account are the same ballot.
 *
 * - Rows with the same instant, set of choices and own verdict that occur k times in one file and m times in another are
 *   max(k, m) ballots. Unreadable rows are nobody's copy.
 * - In a batch known only to the minute, once somebody confirmed it, the j-th such row of a minute is the j-th ballot in time
 *   that is known to the second within that minute; rows beyond those are the j-th of every other batch known to the minute.
 *   The row known to the second records the ballot. A ballot after the closing second and one at the closing minute have
 *   different verdicts and stay two.
 *
 * What the ballots are does not depend on the order in which the files were imported, nor on the order of `copies`.
 */
export function recordBallots(copies: readonly BallotCopy[]): Recording {
  const rows: Row[] = [];
  for (const [index, copy] of copies.entries()) if (copy.verdict !== 'unreadable') rows.push({ index, copy });
  // Rows of one batch are ballots of their own, however equal they are.
  const batch = rows[0]?.copy.batch;
  if (rows.every(({ copy }) => copy.batch === batch))
    return { ballots: rows.map(recordedBy), surplus: noSurplus };
  const surplus = new Map<number, RecordedBallot>();
  const ordered = inOrderOfImport(rows);
  const exact = layOver(
    ordered.filter(({ copy }) => !isMinuteOnly(copy)),
    exactKey,
    new Map(),
    surplus,
  );
  const minuteRows = ordered.filter(({ copy }) => isMinuteOnly(copy));
  if (minuteRows.length === 0) return { ballots: exact, surplus };
  const byMinute = Map.groupBy(inOrderOfTime(exact), ({ copy }) => minuteKey(copy));
  return { ballots: [...exact, ...layOver(minuteRows, minuteKey, byMinute, surplus)], surplus };
}
