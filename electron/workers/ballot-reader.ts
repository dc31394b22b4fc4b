import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { blockOf } from '../services/votes/reading/page-block.ts';
import { readBallots } from '../services/votes/reading/read-ballots.ts';
import { prepareScanner } from '../services/votes/reading/scanner.ts';
import {
  cancelledAt,
  mostWaiting,
  takenAt,
  type FromReader,
  type ReaderOrder,
  type ToReader,
} from '../services/votes/reading/reader-thread.ts';

/** Worker-thread entry of `readBallots`: only carries messages. Whoever started it ends it. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;

async function answer({ order, shared }: ReaderOrder): Promise<void> {
  const state = new Int32Array(shared);
  let sent = 0;
  const result = await readBallots(order, {
    page: (page, bytesRead) => {
      for (let taken = Atomics.load(state, takenAt); sent - taken >= mostWaiting;) {
        Atomics.wait(state, takenAt, taken);
        taken = Atomics.load(state, takenAt);
      }
      sent += 1;
      const lies = blockOf(page);
      port.postMessage({ type: 'page', page: lies, bytesRead } satisfies FromReader, [lies.block]);
      // Nothing but memory comes while a file is read.
      return (receiveMessageOnPort(port)?.message as ArrayBuffer | undefined) ?? null;
    },
    readAnew: () => {
      port.postMessage({ type: 'read-anew' } satisfies FromReader);
      // The other side ends this thread.
      throw new Error('this file is read anew');
    },
    isCancelled: () => Atomics.load(state, cancelledAt) !== 0,
  });
  port.postMessage({ type: 'result', result } satisfies FromReader);
}

// While nobody has a file yet.
prepareScanner();
port.on('message', (message: ToReader) => {
  // Memory that comes late is for nobody.
  if (!(message instanceof ArrayBuffer)) void answer(message);
});
