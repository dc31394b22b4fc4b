import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { Connection } from '../../../database/connection.ts';
import { readVoteGeneration } from '../../../database/vote-batches.ts';
import type { Workspace } from '../../../database/workspace.ts';
import type { Figures, FiguresTask } from './figures-task.ts';
import type { FiguresRunner } from './in-worker.ts';

interface Kept {
  readonly generation: number;
  readonly answers: Map<string, Promise<Result<Figures>>>;
}

/** So many different questions are remembered: moving a threshold to and fro asks no second time. */
const mostAnswers = 6;
const keptByConnection = new WeakMap<Connection, Kept>();

/**
 * The figures, counted once for each state of the votes: every change of the votes begins another generation. Who asks while
 * they are being counted waits for the same answer.
 */
export function keptFigures(
  run: FiguresRunner,
  { folder, connection }: Workspace,
  task: FiguresTask,
): Promise<Result<Figures>> {
  const generation = readVoteGeneration(connection);
  let kept = keptByConnection.get(connection);
  if (kept?.generation !== generation) {
    kept = { generation, answers: new Map() };
    keptByConnection.set(connection, kept);
  }
  const { answers } = kept;
  const question = JSON.stringify(task);
  const known = answers.get(question);
  if (known !== undefined) return known;
  const [oldest] = answers.keys();
  if (answers.size >= mostAnswers && oldest !== undefined) answers.delete(oldest);
  const answer = askOnce(run(folder, task), () => answers.delete(question));
  answers.set(question, answer);
  return answer;
}

/** What failed is not remembered. */
async function askOnce(asked: Promise<Result<Figures>>, forget: () => void): Promise<Result<Figures>> {
  try {
    const result = await asked;
    if (!result.ok) forget();
    return result;
  } catch (error) {
    forget();
    throw error;
  }
}
