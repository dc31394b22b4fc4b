import type { VoteTally } from '../../../../shared/contract/votes.ts';

/** One line of the votes table. */
export interface CandidateVotes {
  readonly candidate: number;
  readonly title: string;
  readonly votes: number;
  /** By votes alone; equal votes share the place (1, 2, 2, 4). */
  readonly place: number;
  /** Percent of the accepted ballots that choose the candidate. */
  readonly percent: number;
}

export function standingByVotes(
  { tally, ballots }: VoteTally,
  titleOf: (candidate: number) => string,
): readonly CandidateVotes[] {
  const sorted = [...tally].sort(
    (first, second) => second.votes - first.votes || first.candidate - second.candidate,
  );
  return sorted.map(({ candidate, votes }) => ({
    candidate,
    votes,
    title: titleOf(candidate),
    place: 1 + sorted.filter((other) => other.votes > votes).length,
    percent: ballots.accepted === 0 ? 0 : (100 * votes) / ballots.accepted,
  }));
}
