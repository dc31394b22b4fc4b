import { parentPort, workerData } from 'node:worker_threads';
// What `runVoteWork` loads when it is asked for: on this thread it is there from the beginning.
import '../services/votes/work/preview-work.ts';
import { runVoteWorkWithReader } from '../services/votes/work/run-vote-work.ts';
import type { ImportProgress, PreparedVotes } from '../services/votes/work/task.ts';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { FromWorker, ToWorker, VoteWorkerData } from '../services/votes/work/worker-messages.ts';

/** Worker-thread entry of `runVoteWorkWithReader`: only carries messages. Ends by itself when the work is done. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;
const { place, task, cancelled } = workerData as VoteWorkerData;
const flag = new Int32Array(cancelled);
const send = (message: FromWorker): void => port.postMessage(message);

const carried = {
  onProgress: (progress: ImportProgress) => send({ type: 'progress', progress }),
  isCancelled: () => Atomics.load(flag, 0) !== 0,
  publish: (prepared: PreparedVotes) =>
    new Promise<Result<null>>((resolve) => {
      port.once('message', (message: ToWorker) => resolve(message.result));
      send({ type: 'publish', prepared });
    }),
};
send({ type: 'result', result: await runVoteWorkWithReader(place, task, carried) });
