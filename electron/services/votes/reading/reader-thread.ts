import { Worker } from 'node:worker_threads';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import { workerFile } from '../../../workers/worker-file.ts';
import type { BallotPage } from '../../../database/ballot-page-columns.ts';
import type { BallotReading, ReadingOrder, ReadSource } from './ballot-reading.ts';

/** Both ends of these messages are this program of this version, so they are typed and not parsed. */
export interface ReaderThreadData {
  readonly order: ReadingOrder;
  /** Two 32-bit numbers: whether it is cancelled (not 0), and how many pages were taken. */
  readonly shared: SharedArrayBuffer;
}
export type FromReader =
  | { readonly type: 'page'; readonly page: BallotPage; readonly bytesRead: number }
  | { readonly type: 'read-anew' }
  | { readonly type: 'result'; readonly result: Result<ReadSource> };

export const cancelledAt = 0;
export const takenAt = 1;
/** So many pages may wait to be taken: more would only fill the memory. */
export const mostWaiting = 8;

/** Reads on a thread of its own, while this one stores what was read. */
export const readInThread: BallotReading = (order, sink) =>
  new Promise((resolve, reject) => {
    const shared = new SharedArrayBuffer(8);
    const state = new Int32Array(shared);
    const workerData: ReaderThreadData = { order, shared };
    const worker = new Worker(workerFile('ballot-reader'), {
      workerData,
      execArgv: [],
      name: 'ballot-reader',
    });
    let result: Result<ReadSource> | null = null;
    let failure: unknown = null;
    const take = (message: FromReader): void => {
      if (message.type === 'page') {
        sink.page(message.page, message.bytesRead);
        Atomics.add(state, takenAt, 1);
        Atomics.notify(state, takenAt);
        if (sink.isCancelled()) Atomics.store(state, cancelledAt, 1);
      } else if (message.type === 'read-anew') sink.readAnew();
      else result = message.result;
    };
    worker.on('message', (message: FromReader) => {
      if (failure !== null) return;
      try {
        take(message);
      } catch (error) {
        failure = error;
        void worker.terminate();
      }
    });
    worker.on('error', (error: unknown) => {
      failure ??= error;
    });
    worker.on('exit', (code) => {
      if (failure !== null)
        reject(failure instanceof Error ? failure : new Error('reading failed', { cause: failure }));
      else if (result !== null) resolve(result);
      else reject(new Error(`the reader of the ballots ended with code ${code} and without a result`));
    });
  });
