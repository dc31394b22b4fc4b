import { Worker } from 'node:worker_threads';
import type { Result } from '../../shared/refusals/refusal.ts';
import { workerFile } from './worker-file.ts';

/**
 * Starts the worker thread of an entry that takes its task as `workerData` and sends one answer. Settles only when the thread has
 * ended, so that its files are free again; a thread that breaks or ends without an answer is a defect.
 * @param entry name of the file beside this one
 */
export function answerOfThread<Answer>(entry: string, task: unknown): Promise<Result<Answer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(entry), { workerData: task, execArgv: [], name: entry });
    let result: Result<Answer> | null = null;
    let failure: unknown = null;
    worker.on('message', (message: Result<Answer>) => {
      result = message;
    });
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', (code) => {
      if (failure !== null)
        reject(
          failure instanceof Error ? failure : new Error(`the thread ${entry} failed`, { cause: failure }),
        );
      else if (result !== null) resolve(result);
      else reject(new Error(`the thread ${entry} ended with code ${code} and without an answer`));
    });
  });
}
