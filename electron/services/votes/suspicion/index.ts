import type { z } from 'zod';
import type * as contract from '../../../../shared/contract/vote-flags.ts';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import type { Caller } from '../../use-case.ts';
import { countFiguresInThread } from '../statistics/in-worker.ts';
import { applyExclusions } from './apply-exclusions.ts';
import { excludeVoteFlagBy, liftVoteExclusionBy, type ExclusionWork } from './exclusions.ts';

/** Suspicious groups of ballots: the use cases with their work done on threads of its own. */
export { listVoteExclusions } from './exclusions.ts';
export { searchVoteFlags } from './read-flags.ts';

const work: ExclusionWork = { search: countFiguresInThread, apply: applyExclusions };

export function excludeVoteFlag(
  caller: Caller,
  input: z.infer<typeof contract.excludeVoteFlag.input>,
): Promise<Result<contract.VoteExclusions>> {
  return excludeVoteFlagBy(work, caller, input);
}

export function liftVoteExclusion(
  caller: Caller,
  input: z.infer<typeof contract.liftVoteExclusion.input>,
): Promise<Result<contract.VoteExclusions>> {
  return liftVoteExclusionBy(work, caller, input);
}
