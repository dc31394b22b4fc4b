import type { Result } from '../../../../shared/refusals/refusal.ts';
import { answerOfThread } from '../../../workers/answer-of-thread.ts';
import type { Figures, FiguresTask } from './figures-task.ts';

export interface FiguresWorkerData {
  readonly folder: string;
  readonly task: FiguresTask;
}

/** Counts figures somewhere: in a worker thread, or (in tests) on this very thread. */
export type FiguresRunner = (folder: string, task: FiguresTask) => Promise<Result<Figures>>;

/** As `countFigures`, on a thread of its own. */
export const countFiguresInThread: FiguresRunner = (folder, task) => {
  const data: FiguresWorkerData = { folder, task };
  return answerOfThread<Figures>('vote-figures', data);
};
