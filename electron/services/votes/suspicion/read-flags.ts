import type { FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteFlags } from '../../../../shared/contract/vote-flags.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import type { Caller } from '../../use-case.ts';
import { countFiguresInThread, type FiguresRunner } from '../statistics/in-worker.ts';
import { keptFigures } from '../statistics/kept-figures.ts';
import type { FoundFlags } from './search-flags.ts';

/** All groups of suspicious ballots at these thresholds. Changes nothing. */
export async function searchVoteFlags(
  caller: Caller,
  { thresholds }: { readonly thresholds: FlagThresholds },
): Promise<Result<VoteFlags>> {
  const found = await foundFlags(countFiguresInThread, caller, thresholds);
  return found.ok ? done(found.value.report) : found;
}

/** The flags with their members, searched where `run` searches. */
export async function foundFlags(
  run: FiguresRunner,
  { workspace }: Caller,
  thresholds: FlagThresholds,
): Promise<Result<FoundFlags>> {
  const figures = await keptFigures(run, workspace, { kind: 'flags', thresholds });
  if (!figures.ok) return figures;
  if (figures.value.kind !== 'flags') throw new Error('the search for flags gave other figures');
  return done(figures.value.found);
}
