import { parentPort, workerData } from 'node:worker_threads';
import { readBallots } from '../services/votes/reading/read-ballots.ts';
import {
  cancelledAt,
  mostWaiting,
  takenAt,
  type FromReader,
  type ReaderThreadData,
} from '../services/votes/reading/reader-thread.ts';

/** Worker-thread entry of `readBallots`: only carries messages. Ends by itself when the file is read. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;
const { order, shared } = workerData as ReaderThreadData;
const state = new Int32Array(shared);
let sent = 0;

const result = await readBallots(order, {
  page: (page, bytesRead) => {
    for (let taken = Atomics.load(state, takenAt); sent - taken >= mostWaiting;) {
      Atomics.wait(state, takenAt, taken);
      taken = Atomics.load(state, takenAt);
    }
    sent += 1;
    const { accounts, instants, verdicts, lines, choiceEnds, choices } = page;
    const message: FromReader = { type: 'page', page, bytesRead };
    port.postMessage(
      message,
      [accounts, instants, verdicts, lines, choiceEnds, choices].map((array) => array.buffer as ArrayBuffer),
    );
  },
  readAnew: () => {
    port.postMessage({ type: 'read-anew' } satisfies FromReader);
    // The other side ends this thread.
    throw new Error('this file is read anew');
  },
  isCancelled: () => Atomics.load(state, cancelledAt) !== 0,
});
port.postMessage({ type: 'result', result } satisfies FromReader);
