import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { ImportProgress, PreparedVotes, VoteTask, WorkPlace, WorkResult } from './task.ts';

/** Both ends of these messages are this program of this version, so they are typed and not parsed. */

export interface VoteWorkerData {
  readonly place: WorkPlace;
  readonly task: VoteTask;
  /** One 32-bit number; anything but 0 cancels. Shared, because a busy worker does not read messages. */
  readonly cancelled: SharedArrayBuffer;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'publish'; readonly prepared: PreparedVotes }
  | { readonly type: 'result'; readonly result: Result<WorkResult> };

/** The answer to `publish`. */
export interface ToWorker {
  readonly result: Result<null>;
}
