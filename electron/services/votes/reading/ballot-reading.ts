import type { BallotContext } from '../../../../shared/ballots/check.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { BallotPage } from '../../../database/ballot-pages.ts';
import type { SourceFile } from '../../use-case.ts';
import type { SourceName } from '../source/source-table.ts';

/** Everything that reading a file of ballots needs; it can be sent to another thread. */
export interface ReadingOrder {
  readonly file: SourceFile;
  readonly workspace: WorkspaceKind;
  readonly context: BallotContext;
  /** The key of the accounts' hashes. */
  readonly key: Uint8Array;
  /** False where the quick way for plain files has been tried already. */
  readonly mayBePlain: boolean;
}

/** What is known of a file when it was read to its end. */
export interface ReadSource {
  readonly bytes: number;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  /** `container/layout`: how its rows were read. */
  readonly layout: string;
  readonly sources: readonly SourceName[];
  /** The mapping by which its columns were read. */
  readonly mapping: unknown;
  /** `minute` where no time says seconds. */
  readonly timePrecision: 'second' | 'minute';
}

/** Takes what is read, as it is read. */
export interface PageSink {
  readonly page: (page: BallotPage, bytesRead: number) => void;
  /** All pages so far were read in a way that does not fit the file: throws, and the file is read anew the general way. */
  readonly readAnew: () => never;
  readonly isCancelled: () => boolean;
}

/** Reads a file of ballots, on this thread or on one of its own. */
export type BallotReading = (order: ReadingOrder, sink: PageSink) => Promise<Result<ReadSource>>;
