import type { BallotContext } from '../../../../shared/ballots/check.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { PackedPage } from '../../../database/packed-page.ts';
import type { SourceFile } from '../../use-case.ts';
import type { CandidateTotal } from '../layouts/totals.ts';
import type { SourceName } from '../source/source-table.ts';

/** Everything that reading a file of ballots needs; it can be sent to another thread. */
export interface ReadingOrder {
  /** One, or the files that only together hold ballots (a file per candidate). */
  readonly files: readonly SourceFile[];
  /** Null: recognised. */
  readonly mapping: VoteMapping | null;
  readonly workspace: WorkspaceKind;
  readonly context: BallotContext;
  readonly candidates: readonly TitledCandidate[];
  /** The key of the accounts' hashes. */
  readonly key: Uint8Array;
  /** False where the quick way for plain files has been tried already. */
  readonly mayBePlain: boolean;
}

interface ReadFile {
  readonly bytes: number;
  /** Of the file's bytes, lower-case hex; of several files over their hashes in ascending order. */
  readonly sha256: string;
  /** How its columns were read. */
  readonly mapping: VoteMapping;
  /** Files and sheets that were not read. */
  readonly skipped: readonly SkippedTable[];
}

/** What is known of ballots when they were read to their end. */
export interface ReadBallots extends ReadFile {
  readonly kind: 'ballots';
  /** `container/layout`. */
  readonly layout: string;
  readonly sources: readonly SourceName[];
  /** `minute` where no time says seconds. */
  readonly timePrecision: 'second' | 'minute';
}

/** What a file holds that has no ballots, only their totals. */
export interface ReadTotals extends ReadFile {
  readonly kind: 'totals';
  readonly totals: readonly CandidateTotal[];
}

export type ReadSource = ReadBallots | ReadTotals;

/** Takes what is read, as it is read. */
export interface PageSink {
  /** Returns the memory of an earlier page that nobody needs any more, for the next one to lie in; null where there is none. */
  readonly page: (page: PackedPage, bytesRead: number) => ArrayBuffer | null;
  /** All pages so far were read in a way that does not fit the file: throws, and the file is read anew the general way. */
  readonly readAnew: () => never;
  readonly isCancelled: () => boolean;
}

/** Reads files of ballots, on this thread or on one of its own. */
export interface BallotReader {
  readonly read: BallotReading;
  /** No file follows: whatever was kept for the next one may go. */
  readonly rest: () => void;
}

export type BallotReading = (order: ReadingOrder, sink: PageSink) => Promise<Result<ReadSource>>;
