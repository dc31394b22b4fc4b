import { type BallotContext, type BallotRow, checkBallot } from '../../shared/ballots/check.ts';
import { type FunnelReason, funnelReasons } from '../../shared/ballots/rejection.ts';
import { type BallotCopy, decideStanding } from '../../shared/ballots/standing.ts';
import type { BallotRules } from '../../shared/round/round.ts';

/** A vote file as the rules see it; its place in the list is its place in the order of import. */
export interface BallotFile {
  readonly hash: string;
  readonly rows: readonly BallotRow[];
  /** Seconds, unless it says that no time of the file has any. */
  readonly precision?: BallotCopy['precision'];
  readonly minutesEqual?: boolean;
}

/** The shape of `votes tally --json`. */
export interface Count {
  readonly ballots: {
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: Readonly<Record<FunnelReason, number>>;
  };
  readonly tally: readonly { readonly candidate: number; readonly votes: number }[];
}

export function noneRejected(): Record<FunnelReason, number> {
  return Object.fromEntries(funnelReasons.map((reason) => [reason, 0])) as Record<FunnelReason, number>;
}

/** Counts files in memory by the pure rules alone: `checkBallot` for each row, `decideStanding` for each account. */
export function countBallots(
  files: readonly BallotFile[],
  context: BallotContext,
  frequency: BallotRules['perAccount'],
): Count {
  const accounts = new Map<string, { copy: BallotCopy; choices: readonly number[] }[]>();
  files.forEach((file, batch) => {
    file.rows.forEach((row, index) => {
      const { account, verdict, instant, day, identity, choices } = checkBallot(row, context);
      const copy = {
        batch: batch + 1,
        fileHash: file.hash,
        row: index + 2,
        instant,
        day,
        choices: identity,
        verdict,
        precision: file.precision ?? 'second',
        minutesEqual: file.minutesEqual ?? false,
      };
      const known = accounts.get(account);
      if (known === undefined) accounts.set(account, [{ copy, choices }]);
      else known.push({ copy, choices });
    });
  });
  const rejected = noneRejected();
  const votes = new Map([...context.candidates].map((candidate) => [candidate, 0]));
  let accepted = 0;
  for (const ballots of accounts.values()) {
    const standings = decideStanding(
      ballots.map(({ copy }) => copy),
      frequency,
    );
    standings.forEach((standing, index) => {
      if (standing !== 'accepted') {
        rejected[standing]++;
        return;
      }
      accepted++;
      for (const candidate of ballots[index]?.choices ?? [])
        votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
    });
  }
  const rows = files.reduce((sum, file) => sum + file.rows.length, 0);
  const tally = [...votes]
    .map(([candidate, count]) => ({ candidate, votes: count }))
    .sort((first, second) => first.candidate - second.candidate);
  return { ballots: { rows, accepted, rejected }, tally };
}
