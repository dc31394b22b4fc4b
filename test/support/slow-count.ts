import { type BallotContext, checkBallot, type CheckedBallot } from '../../shared/ballots/check.ts';
import type { BallotRules } from '../../shared/round/round.ts';
import { type BallotFile, type Count, noneRejected } from './count-ballots.ts';

/** A checked row and where it stands. */
interface Line extends CheckedBallot {
  readonly file: BallotFile;
  readonly row: number;
}

/** One ballot of the model: every line that holds it. */
interface ModelBallot {
  readonly lines: Line[];
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, keyOf).values()];
}

/** Lines of one and the same ballot, as each file repeats it: the n-th ballot is held by every file with more than n. */
function overlaid(lines: readonly Line[]): ModelBallot[] {
  const files = groups(lines, ({ file }) => file.hash).map((each) =>
    each.toSorted((first, second) => first.row - second.row),
  );
  const most = Math.max(0, ...files.map(({ length }) => length));
  return Array.from({ length: most }, (_, n) => ({ lines: files.flatMap((each) => each[n] ?? []) }));
}

const minuteOf = ({ instant }: Line): string =>
  instant === null ? '' : String(Math.floor(instant / 60_000));

/** The ballots of lines that agree in account, verdict, choices and minute. */
function ballotsOfMinute(lines: readonly Line[]): ModelBallot[] {
  const isMinuteOnly = ({ file }: Line): boolean => file.precision === 'minute' && file.minutesEqual === true;
  const exact = groups(
    lines.filter((line) => !isMinuteOnly(line)),
    ({ instant }) => String(instant),
  )
    .toSorted(([first], [second]) => (first?.instant ?? 0) - (second?.instant ?? 0))
    .flatMap(overlaid);
  const minutes = overlaid(lines.filter(isMinuteOnly));
  return Array.from({ length: Math.max(exact.length, minutes.length) }, (_, n) => ({
    // The exact line first: it says the ballot's time.
    lines: [...(exact[n]?.lines ?? []), ...(minutes[n]?.lines ?? [])],
  }));
}

/** What decides which of several ballots stands: time, the lowest hash of its files, the row there. */
function rankOf({ lines }: ModelBallot): readonly [number, string, number] {
  const lowest = lines.toSorted((first, second) => (first.file.hash < second.file.hash ? -1 : 1))[0];
  return [lines[0]?.instant ?? Infinity, lowest?.file.hash ?? '', lowest?.row ?? 0];
}

function stands(ballot: ModelBallot, others: readonly ModelBallot[]): boolean {
  const [instant, hash, row] = rankOf(ballot);
  return others.every((other) => {
    const [otherInstant, otherHash, otherRow] = rankOf(other);
    if (instant !== otherInstant) return instant < otherInstant;
    return hash === otherHash ? row <= otherRow : hash < otherHash;
  });
}

/**
 * What `countBallots` gives, worked out for its plainness and not for its speed: all lines side by side, no order of import,
 * nothing decided before everything is known.
 */
export function slowCount(
  files: readonly BallotFile[],
  context: BallotContext,
  frequency: BallotRules['perAccount'],
): Count {
  const lines = files.flatMap((file) =>
    file.rows.map((row, index): Line => ({ ...checkBallot(row, context), file, row: index })),
  );
  const unreadable = lines.filter(({ verdict }) => verdict === 'unreadable');
  const readable = lines.filter(({ verdict }) => verdict !== 'unreadable');
  const ballots = groups(readable, (line) =>
    JSON.stringify([line.account, line.verdict, line.identity, minuteOf(line)]),
  ).flatMap(ballotsOfMinute);
  const rejected = noneRejected();
  rejected.unreadable = unreadable.length;
  rejected['already-recorded'] = readable.length - ballots.length;
  const votes = new Map([...context.candidates].map((candidate) => [candidate, 0]));
  let accepted = 0;
  for (const ballot of ballots) {
    const line = ballot.lines[0];
    if (line === undefined) continue;
    if (line.verdict !== 'good') {
      rejected[line.verdict]++;
      continue;
    }
    const rivals = ballots.filter(({ lines: [other] }) => {
      const isSame = other?.verdict === 'good' && other.account === line.account;
      return isSame && (frequency === 'once' || (frequency === 'once-a-day' && other.day === line.day));
    });
    if (stands(ballot, rivals)) {
      accepted++;
      for (const candidate of line.choices) votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
    } else rejected['second-that-day']++;
  }
  const tally = [...votes]
    .map(([candidate, count]) => ({ candidate, votes: count }))
    .sort((first, second) => first.candidate - second.candidate);
  return { ballots: { rows: lines.length, accepted, rejected }, tally };
}
