import type { CountedTotals } from '../../shared/contract/vote-totals.ts';
import type { Connection } from '../database/connection.ts';
import { readVoteCounts } from '../database/vote-counts.ts';
import { readVoteTotals } from '../database/vote-totals.ts';

/** The public votes that a merge takes, and which files of totals are in them. */
export interface PublicVotes {
  /** A candidate that is not in the map has none. */
  readonly votes: ReadonlyMap<number, number>;
  readonly totals: readonly CountedTotals[];
  /** Whether totals count instead of all ballots. */
  readonly withoutBallots: boolean;
}

/** Votes of the ballots and of the totals that the panel's minutes let count beside or instead of them. */
export function readPublicVotes(connection: Connection): PublicVotes {
  const counting = readVoteTotals(connection).flatMap(({ file, totals, counted }) =>
    counted === null ? [] : [{ file, totals, as: counted.as, minute: counted.minute }],
  );
  const withoutBallots = counting.some(({ as }) => as === 'instead');
  const votes = withoutBallots ? new Map<number, number>() : readVoteCounts(connection);
  for (const { totals } of counting)
    for (const [candidate, count] of totals) votes.set(candidate, (votes.get(candidate) ?? 0) + count);
  return { votes, totals: counting.map(({ file, as, minute }) => ({ file, as, minute })), withoutBallots };
}
