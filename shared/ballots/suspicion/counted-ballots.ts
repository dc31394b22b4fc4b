/**
 * The ballots that the search for suspicious groups looks at: accepted, or excluded earlier (they would be accepted). Columns
 * instead of objects, because there may be millions. Nothing that is computed from them depends on their order.
 */
export interface CountedBallots {
  readonly count: number;
  /** Keyed hashes of the accounts, two entries a ballot: the low and the high 32 bits. */
  readonly accounts: Uint32Array;
  /** Epoch milliseconds; NaN where a ballot has no time; marked where it stands for its minute (`asWholeMinute`). */
  readonly instants: Float64Array;
  /** The candidates' numbers, ascending: what the entries of `choices` are indexes of. */
  readonly candidates: readonly number[];
  /** Where each ballot's choices end in `choices`; they begin where those of the ballot before end. */
  readonly choiceEnds: Uint32Array;
  /** Indexes into `candidates`, each at most once a ballot. */
  readonly choices: Uint8Array | Uint16Array;
  /** Keyed hashes of the addresses like `accounts`, both entries 0 where there is none; null where no source has addresses. */
  readonly addresses: Uint32Array | null;
  /** 1 where the ballot is excluded now. */
  readonly excluded: Uint8Array;
}

/** A ballot's place in `choices`. */
export function choicesStart({ choiceEnds }: Pick<CountedBallots, 'choiceEnds'>, ballot: number): number {
  return ballot === 0 ? 0 : (choiceEnds[ballot - 1] ?? 0);
}

/** The candidates that a ballot chooses, ascending. */
export function chosenCandidates(ballots: CountedBallots, ballot: number): number[] {
  return [...ballots.choices.subarray(choicesStart(ballots, ballot), ballots.choiceEnds[ballot])]
    .sort((first, second) => first - second)
    .map((index) => ballots.candidates[index] ?? 0);
}

/** How many ballots choose each candidate, in the order of `candidates`. */
export function votesByIndex({ candidates, choices }: CountedBallots): Uint32Array {
  const votes = new Uint32Array(candidates.length);
  for (const index of choices) votes[index] = (votes[index] ?? 0) + 1;
  return votes;
}
