import { parentPort, workerData } from 'node:worker_threads';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import { openConnection } from '../database/connection.ts';
import { workspaceDatabaseFile } from '../database/workspace.ts';
import { countFigures, type Figures } from '../services/votes/statistics/figures-task.ts';
import type { FiguresWorkerData } from '../services/votes/statistics/in-worker.ts';

/** Worker-thread entry of `countFigures`, on a connection of its own. Ends by itself when the answer is sent. */
if (parentPort === null) throw new Error('this file is the entry of a worker thread');
const port = parentPort;
const send = (result: Result<Figures>): void => port.postMessage(result);

function answer({ folder, task }: FiguresWorkerData): Result<Figures> {
  const opened = openConnection(workspaceDatabaseFile(folder));
  if (!opened.ok) return opened;
  try {
    return done(countFigures(opened.value, task));
  } finally {
    opened.value.close();
  }
}

send(answer(workerData as FiguresWorkerData));
