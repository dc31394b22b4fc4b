import type { z } from 'zod';
import type {
  readVoteStatistics as endpoint,
  VoteStatisticsReport,
} from '../../../../shared/contract/vote-statistics.ts';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { readVoteBatch } from '../../../database/vote-batches.ts';
import type { Caller } from '../../use-case.ts';
import { countFiguresInThread, type FiguresRunner } from './in-worker.ts';
import { keptFigures } from './kept-figures.ts';

/** Figures for the charts: of all batches in force, or of one. */
export function readVoteStatistics(
  caller: Caller,
  input: z.infer<typeof endpoint.input>,
): Promise<Result<VoteStatisticsReport>> {
  return readVoteStatisticsBy(countFiguresInThread, caller, input);
}

/** As `readVoteStatistics`, counted where `run` counts. */
export async function readVoteStatisticsBy(
  run: FiguresRunner,
  { workspace }: Caller,
  { batch = null }: { readonly batch?: number | null | undefined },
): Promise<Result<VoteStatisticsReport>> {
  if (batch !== null && readVoteBatch(workspace.connection, batch)?.state !== 'in-force')
    return refused('batch-unknown', { batch: String(batch) });
  const counted = await keptFigures(run, workspace, { kind: 'statistics', batch });
  if (!counted.ok) return counted;
  if (counted.value.kind !== 'statistics') throw new Error('the statistics gave other figures');
  return done(counted.value.statistics);
}
