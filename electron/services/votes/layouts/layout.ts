import type { BallotRow } from '../../../../shared/ballots/check.ts';

/** Which column of a source holds which field; `header` is the text as the source has it. */
export interface LayoutColumn {
  readonly field: 'account' | 'time' | 'choices';
  readonly header: string;
}

/** A layout that fits a source's header: how its rows become ballots. */
export interface RecognisedLayout {
  /** Stays with the batch, so that it can be told later how its rows were read. */
  readonly id: string;
  readonly columns: readonly LayoutColumn[];
  readonly ballotOf: (cells: readonly string[]) => BallotRow;
}

/** One way in which people's files hold ballots. Null when the header is not of this layout. */
export interface VoteLayout {
  readonly recognise: (header: readonly string[]) => RecognisedLayout | null;
}
