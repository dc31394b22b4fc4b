import { Worker } from 'node:worker_threads';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import { workerFile } from '../../../workers/worker-file.ts';
import { pageIn, type PageBlock } from './page-block.ts';
import type { BallotReader, BallotReading, PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';

/**
 * A file to read, or memory for a page. Both ends of these messages are this program of this version, so they are typed and not
 * parsed.
 */
export type ToReader = ReaderOrder | ArrayBuffer;
export interface ReaderOrder {
  readonly order: ReadingOrder;
  /** Two 32-bit numbers: whether it is cancelled (not 0), and how many pages were taken. */
  readonly shared: SharedArrayBuffer;
}
/** What a reader is told when it is called. */
export interface ReaderData {
  /** The path of a file that it may read ahead. */
  readonly ahead: string | null;
}
export type FromReader =
  | { readonly type: 'page'; readonly page: PageBlock; readonly bytesRead: number }
  | { readonly type: 'read-anew' }
  | { readonly type: 'result'; readonly result: Result<ReadSource> };

export const cancelledAt = 0;
export const takenAt = 1;
/** So many pages may wait to be taken: more would only fill the memory. */
export const mostWaiting = 24;

/** A thread that was called before anybody had a file for it. */
let calledBefore: Worker | null = null;

/**
 * Lets a thread begin to start for the import that will follow, and to read the file that it will probably be: the command line takes
 * as long to get ready as a third of a million ballots to be read. It keeps nobody waiting if no import follows, or that of another file.
 */
export function callReader(ahead: string | null): void {
  calledBefore ??= newReader(ahead);
  calledBefore.unref();
}

/** Megabytes: what is read is used at once, and a larger place for what is new only takes memory. */
const youngGeneration = 16;

function newReader(ahead: string | null): Worker {
  return new Worker(workerFile('ballot-reader'), {
    workerData: { ahead } satisfies ReaderData,
    execArgv: [],
    name: 'ballot-reader',
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
}

/** A thread that reads files one after the other, while this one stores what was read. */
export class ReaderThread implements BallotReader {
  #worker: Worker | null = null;
  /** Of the threads that were told to end. */
  #ending: Promise<unknown> = Promise.resolve();

  /** Lets the thread begin to start, which takes as long as many a file; `read` does it too. */
  start(): void {
    this.#worker ??= calledBefore ?? newReader(null);
    this.#worker.ref();
    calledBefore = null;
  }

  readonly read: BallotReading = async (order, sink) => {
    this.start();
    try {
      return await this.#answer(order, sink);
    } catch (error) {
      // Nobody knows what the thread is doing now; the next file gets another one.
      await this.end();
      throw error;
    }
  };

  /** Lets the thread end meanwhile: it keeps the memory of what it read. */
  readonly rest = (): void => {
    const worker = this.#worker;
    this.#worker = null;
    this.#ending = Promise.all([this.#ending, worker?.terminate()]);
  };

  /** Settles when the thread has ended, so that its files are free again. */
  async end(): Promise<void> {
    this.rest();
    await this.#ending;
  }

  #answer(order: ReadingOrder, sink: PageSink): Promise<Result<ReadSource>> {
    const worker = this.#worker;
    const shared = new SharedArrayBuffer(8);
    const state = new Int32Array(shared);
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker?.off('message', take).off('error', fail).off('exit', ended);
        end();
      };
      const fail = (error: unknown): void => {
        settle(() => reject(error instanceof Error ? error : new Error('reading failed', { cause: error })));
      };
      const ended = (code: number): void => {
        fail(new Error(`the reader of the ballots ended with code ${code} and without a result`));
      };
      const take = (message: FromReader): void => {
        try {
          if (message.type === 'page') {
            const block = sink.page(pageIn(message.page), message.bytesRead);
            if (block !== null) worker?.postMessage(block, [block]);
            Atomics.add(state, takenAt, 1);
            Atomics.notify(state, takenAt);
            if (sink.isCancelled()) Atomics.store(state, cancelledAt, 1);
          } else if (message.type === 'read-anew') sink.readAnew();
          else settle(() => resolve(message.result));
        } catch (error) {
          fail(error);
        }
      };
      worker?.on('message', take).on('error', fail).on('exit', ended);
      const message: ReaderOrder = { order, shared };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker?.postMessage(message);
    });
  }
}
