import { findAddressRates } from './address-rates.ts';
import { findBursts } from './bursts.ts';
import { findCandidateJumps } from './candidate-jumps.ts';
import { clockMinutes } from './clock.ts';
import { choicesStart, votesByIndex, type CountedBallots } from './counted-ballots.ts';
import { flagKinds, type FlagEvidence, type FoundGroup } from './evidence.ts';
import { findIdenticalSelections } from './identical-selections.ts';
import { groupKeys } from '../../statistics/key-groups.ts';
import type { FlagThresholds } from './thresholds.ts';

/** What one candidate has from a group of ballots. */
export interface CandidateInGroup {
  readonly candidate: number;
  /** Ballots of the group that choose it. */
  readonly votes: number;
  /** What the tally would lose: those of them that are not excluded already. */
  readonly counted: number;
  /** Share of the group's ballots that choose it, and of all ballots, 0 to 1. */
  readonly share: number;
  readonly usualShare: number;
}

/** A group of ballots that is shown to people with the evidence; it never decides anything by itself. */
export interface Flag {
  readonly id: string;
  readonly evidence: FlagEvidence;
  readonly ballots: number;
  readonly accounts: number;
  /** Ballots of the group that are excluded now. */
  readonly excluded: number;
  /** Every candidate that the group chooses, those that profit most first: share minus usual share, then number. */
  readonly candidates: readonly CandidateInGroup[];
  /** Indexes of its ballots, in the order of account, then instant. */
  readonly members: readonly number[];
}

/** Account (low, high), then instant, those without a time last: the order of an exclusion's members. */
function inOrderOfAccount({ accounts, instants }: CountedBallots): (left: number, right: number) => number {
  const timeOf = (ballot: number): number => {
    const instant = instants[ballot] ?? NaN;
    return Number.isNaN(instant) ? Number.MAX_VALUE : instant;
  };
  return (left, right) =>
    (accounts[2 * left] ?? 0) - (accounts[2 * right] ?? 0) ||
    (accounts[2 * left + 1] ?? 0) - (accounts[2 * right + 1] ?? 0) ||
    timeOf(left) - timeOf(right);
}

function flagOf(
  ballots: CountedBallots,
  group: FoundGroup,
  accountOf: Uint32Array,
  allVotes: Uint32Array,
): Flag {
  const votes = new Uint32Array(ballots.candidates.length);
  const counted = new Uint32Array(ballots.candidates.length);
  let excluded = 0;
  for (const ballot of group.members) {
    const isExcluded = ballots.excluded[ballot] === 1;
    if (isExcluded) excluded += 1;
    for (const index of ballots.choices.subarray(choicesStart(ballots, ballot), ballots.choiceEnds[ballot])) {
      votes[index] = (votes[index] ?? 0) + 1;
      if (!isExcluded) counted[index] = (counted[index] ?? 0) + 1;
    }
  }
  const size = group.members.length;
  const candidates = ballots.candidates
    .map((candidate, index): CandidateInGroup => ({
      candidate,
      votes: votes[index] ?? 0,
      counted: counted[index] ?? 0,
      share: (votes[index] ?? 0) / size,
      usualShare: (allVotes[index] ?? 0) / ballots.count,
    }))
    .filter((each) => each.votes > 0)
    .sort(
      (left, right) =>
        right.share - right.usualShare - (left.share - left.usualShare) || left.candidate - right.candidate,
    );
  return {
    id: group.id,
    evidence: group.evidence,
    ballots: size,
    accounts: new Set(group.members.map((ballot) => accountOf[ballot])).size,
    excluded,
    candidates,
    members: group.members.toSorted(inOrderOfAccount(ballots)),
  };
}

/**
 * All groups of suspicious ballots, by kind, then the largest first. The same for the same ballots in whatever order they
 * stand, whether or not some of them are excluded already.
 * @param timeZone the round's
 */
export function findFlags(ballots: CountedBallots, thresholds: FlagThresholds, timeZone: string): Flag[] {
  const minutes = clockMinutes(ballots.instants, timeZone);
  const accountOf = groupKeys(ballots.accounts).groupOf;
  const bursts = findBursts(minutes, thresholds.burst);
  const burstMembers = bursts.flatMap(({ members }) => members);
  const groups = [
    ...bursts,
    ...findIdenticalSelections(ballots, accountOf, thresholds.identical),
    ...findAddressRates(ballots, minutes, accountOf, thresholds.address),
    ...findCandidateJumps(ballots, minutes, burstMembers, thresholds.jump),
  ];
  const allVotes = votesByIndex(ballots);
  return groups
    .map((group) => flagOf(ballots, group, accountOf, allVotes))
    .sort(
      (left, right) =>
        flagKinds.indexOf(left.evidence.kind) - flagKinds.indexOf(right.evidence.kind) ||
        right.ballots - left.ballots ||
        (left.id < right.id ? -1 : 1),
    );
}
