import { Worker } from 'node:worker_threads';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import { workerFile } from '../../../workers/worker-file.ts';
import type { PreparedVotes, VoteTask, WorkPlace, WorkPort, WorkResult } from './task.ts';
import type { FromWorker, ToWorker, VoteWorkerData } from './worker-messages.ts';

/** Runs vote work somewhere: in a worker thread or on this very thread. */
export type VoteWorkRunner = (
  place: WorkPlace,
  task: VoteTask,
  port: WorkPort,
) => Promise<Result<WorkResult>>;

/** On this thread, where nothing else waits for it: the command line. */
export const runVoteWorkHere: VoteWorkRunner = async (place, task, port) => {
  // Loaded when it is needed: most commands have no such work.
  const { runVoteWorkWithReader } = await import('./run-vote-work.ts');
  return await runVoteWorkWithReader(place, task, port);
};

const cancelPollMilliseconds = 50;

/** As `runVoteWork`, on a thread of its own. Settles only when the thread has ended, so that its files are free again. */
export const runVoteWorkInThread: VoteWorkRunner = (place, task, port) =>
  new Promise((resolve, reject) => {
    const cancelled = new SharedArrayBuffer(4);
    const workerData: VoteWorkerData = { place, task, cancelled };
    const worker = new Worker(workerFile('vote-import'), { workerData, execArgv: [], name: 'vote-import' });
    const cancelling = setInterval(() => {
      if (port.isCancelled()) Atomics.store(new Int32Array(cancelled), 0, 1);
    }, cancelPollMilliseconds);
    let result: Result<WorkResult> | null = null;
    let failure: Error | null = null;
    const fail = (error: unknown): void => {
      failure ??=
        error instanceof Error ? error : new Error('the worker of the votes failed', { cause: error });
    };
    const answer = async (prepared: PreparedVotes): Promise<void> => {
      const reply: ToWorker = { result: await port.publish(prepared) };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(reply);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') port.onProgress(message.progress);
      else if (message.type === 'result') result = message.result;
      else {
        answer(message.prepared).catch((error: unknown) => {
          fail(error);
          void worker.terminate();
        });
      }
    });
    worker.on('error', fail);
    worker.on('exit', (code) => {
      clearInterval(cancelling);
      if (failure !== null) reject(failure);
      else if (result !== null) resolve(result);
      else reject(new Error(`the worker of the votes ended with code ${code} and without a result`));
    });
  });
