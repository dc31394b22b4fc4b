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

/** Why a header is not of a layout: the fields that no column holds, and those that several may hold. */
export interface LayoutFaults {
  readonly missing: readonly LayoutColumn['field'][];
  readonly repeated: readonly LayoutColumn['field'][];
}

/** What a layout takes a header for. */
export type Recognition =
  { readonly layout: RecognisedLayout } | { readonly layout: null; readonly faults: LayoutFaults };

/** One way in which people's files hold ballots; `needsTime` is the round's (`BallotContext`). */
export interface VoteLayout {
  readonly recognise: (header: readonly string[], needsTime: boolean) => Recognition;
}
