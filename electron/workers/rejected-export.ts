import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { WrittenFile } from '../services/exports/exported-file.ts';
import { writeRejected, type RejectedTask } from '../services/exports/write-rejected.ts';

/** Worker-thread entry of `writeRejected`. Ends by itself when the answer is sent. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;
const send = (result: Result<WrittenFile>): void => port.postMessage(result);

send(await writeRejected(workerData as RejectedTask));
