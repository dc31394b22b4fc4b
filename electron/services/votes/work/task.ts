import type { BallotRules } from '../../../../shared/round/round.ts';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import type { Funnel } from '../../../../shared/contract/votes.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../../use-case.ts';
import type { CandidateTotal } from '../layouts/totals.ts';

/** What changes among the groups of ballots that are taken out of the count. */
export type ExclusionChange =
  | { readonly kind: 'exclude'; readonly members: Uint8Array }
  | { readonly kind: 'lift'; readonly exclusion: number };

export interface ImportOptions {
  /** Of each of the files, in their order; null: it is recognised. */
  readonly mappings: readonly (VoteMapping | null)[];
  /** Places of files that hold ballots only together (a file per candidate): one batch each. */
  readonly sets: readonly (readonly number[])[];
  /** Nothing is written. */
  readonly dryRun: boolean;
  /** Somebody confirmed that times known only to the minute may be those of ballots known to the second. */
  readonly minutesEqual: boolean;
}

/** Work on the votes that takes long: it is done off the main thread and handed over to be published. */
export type VoteTask =
  | ({ readonly kind: 'import'; readonly files: readonly SourceFile[] } & ImportOptions)
  | { readonly kind: 'withdraw'; readonly batch: number }
  | { readonly kind: 'restore'; readonly batch: number }
  | { readonly kind: 'exclusions'; readonly change: ExclusionChange }
  | {
      readonly kind: 'preview';
      readonly files: readonly SourceFile[];
      readonly mapping: VoteMapping | null;
    };

/** Where the work is done. */
export interface WorkPlace {
  readonly folder: string;
  readonly workspace: WorkspaceKind;
}

/** What a running import tells: 0 to 1 (null while unknown), rows read so far and their own verdicts. */
export interface ImportProgress {
  readonly fraction: number | null;
  readonly rows: number;
  readonly funnel: Funnel | null;
  readonly label: string;
}

/** What the standings follow from beside the ballots; a change of it in the meantime voids the work. */
export interface VoteBasis {
  /** JSON of the rules. */
  readonly rules: string;
  readonly candidates: readonly number[];
  readonly generation: number;
}

/** What changes when prepared work becomes visible; the standings themselves are in the database already. */
export interface PreparedVotes {
  readonly basis: VoteBasis;
  /** Per batch: rows by standing, as differences. */
  readonly funnels: readonly (readonly [number, readonly (readonly [Standing, number])[]])[];
  /** Per candidate: votes, as differences. */
  readonly votes: readonly (readonly [number, number])[];
  /** Per candidate: votes of excluded ballots, as differences. */
  readonly excludedVotes: readonly (readonly [number, number])[];
  /** Totals without ballots, kept apart. */
  readonly totals: readonly ReadTotals[];
  readonly outcome: ImportOutcome;
}

/** Totals per candidate that a file holds instead of ballots. */
export interface ReadTotals {
  readonly file: string;
  readonly sha256: string;
  readonly mapping: VoteMapping;
  readonly totals: readonly CandidateTotal[];
  readonly skipped: readonly SkippedTable[];
}

export interface ImportedFile {
  readonly file: string;
  readonly sha256: string;
  /** Null for a new file in a dry run. */
  readonly batch: number | null;
  readonly alreadyImported: boolean;
  readonly rows: number;
  /** Over what is kept of its rows; empty where the file was known already. */
  readonly digest: string;
  /** Files and sheets that were not read; none where the file was known already. */
  readonly skipped: readonly SkippedTable[];
  /** Null where the file holds ballots; else how many candidates it gives totals of, and how many votes in all. */
  readonly totals: { readonly candidates: number; readonly votes: number } | null;
  /** Rows by standing right after this import. */
  readonly funnel: readonly (readonly [Standing, number])[];
}
export type ImportOutcome = readonly ImportedFile[];

/** A preview for `preview`; for the others the files of the import, none where a batch is withdrawn or restored. */
export type WorkResult =
  | { readonly kind: 'exclusions'; readonly change: ExclusionChange }
  | { readonly kind: 'preview'; readonly preview: VotePreview }
  | { readonly kind: 'published'; readonly outcome: ImportOutcome };

/** How the work speaks with whoever ordered it. */
export interface WorkPort {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly isCancelled: () => boolean;
  /** Publishes prepared work in one short transaction of the main connection; a refusal makes the work undo itself. */
  readonly publish: (prepared: PreparedVotes) => Promise<Result<null>>;
}

export type Frequency = BallotRules['perAccount'];
