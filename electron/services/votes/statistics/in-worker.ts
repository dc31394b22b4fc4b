import { Worker } from 'node:worker_threads';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import { workerFile } from '../../../workers/worker-file.ts';
import type { Figures, FiguresTask } from './figures-task.ts';

export interface FiguresWorkerData {
  readonly folder: string;
  readonly task: FiguresTask;
}

/** Counts figures somewhere: in a worker thread, or (in tests) on this very thread. */
export type FiguresRunner = (folder: string, task: FiguresTask) => Promise<Result<Figures>>;

/** As `countFigures`, on a thread of its own. Settles only when the thread has ended, so that its files are free again. */
export const countFiguresInThread: FiguresRunner = (folder, task) =>
  new Promise((resolve, reject) => {
    const workerData: FiguresWorkerData = { folder, task };
    const worker = new Worker(workerFile('vote-figures'), { workerData, execArgv: [], name: 'vote-figures' });
    let result: Result<Figures> | null = null;
    let failure: unknown = null;
    worker.on('message', (message: Result<Figures>) => {
      result = message;
    });
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', (code) => {
      if (failure !== null)
        reject(
          failure instanceof Error ? failure : new Error('counting the votes failed', { cause: failure }),
        );
      else if (result !== null) resolve(result);
      else
        reject(new Error(`the thread that counts the votes ended with code ${code} and without an answer`));
    });
  });
