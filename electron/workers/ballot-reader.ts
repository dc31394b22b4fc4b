import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { PageSink, ReadingOrder } from '../services/votes/reading/ballot-reading.ts';
import { blockOf } from '../services/votes/reading/page-block.ts';
import { fileAhead, type HashedFile } from '../services/votes/reading/hashed-file.ts';
import { readBallots } from '../services/votes/reading/read-ballots.ts';
import { prepareScanner } from '../services/votes/reading/scanner.ts';
import {
  cancelledAt,
  mostWaiting,
  takenAt,
  type FromReader,
  type ReaderData,
  type ReaderOrder,
  type ToReader,
} from '../services/votes/reading/reader-thread.ts';

/** Worker-thread entry of `readBallots`: only carries messages. Whoever started it ends it. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;
const { ahead: path } = workerData as ReaderData;
/** Read ahead while nobody has ordered anything yet. */
let ahead = path === null ? null : fileAhead(path);

async function readAhead(): Promise<void> {
  try {
    // With a turn for the order between two pieces.
    while (ahead?.readAhead() === true) await turn();
  } catch {
    // Whoever orders the file meets the same fault, and can say it.
    ahead?.close();
    ahead = null;
  }
}

/** Thrown to leave a file that somebody will order anew. */
class LeftUnread extends Error {}

/** The file that was read ahead, where it is the one that is ordered. */
function takeAhead({ files }: ReadingOrder): HashedFile | null {
  const file = ahead;
  ahead = null;
  if (files.length === 1 && files[0]?.path === file?.path) return file;
  file?.close();
  return null;
}

async function answer({ order, shared }: ReaderOrder): Promise<void> {
  const state = new Int32Array(shared);
  let sent = 0;
  const sink: PageSink = {
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
      throw new LeftUnread();
    },
    isCancelled: () => Atomics.load(state, cancelledAt) !== 0,
  };
  try {
    const result = await readBallots(order, sink, takeAhead(order));
    port.postMessage({ type: 'result', result } satisfies FromReader);
  } catch (error) {
    // The other side does not listen any more.
    if (!(error instanceof LeftUnread)) throw error;
  }
}

// While nobody has ordered anything yet.
prepareScanner();
port.on('message', (message: ToReader) => {
  // Memory that comes late is for nobody.
  if (!(message instanceof ArrayBuffer)) void answer(message);
});
await readAhead();
