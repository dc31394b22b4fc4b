import { orderVoteWork } from '../order-work.ts';
import { publishVotes } from '../publish.ts';
import { runVoteWorkInThread, type VoteWorkRunner } from '../work/runners.ts';
import type { ApplyExclusions } from './exclusions.ts';

/** Changes the votes by an exclusion, on a thread of its own. */
export const applyExclusions: ApplyExclusions = (...order) =>
  applyExclusionsBy(runVoteWorkInThread, ...order);

/** As `applyExclusions`, with the work done where `run` does it. */
export function applyExclusionsBy(
  run: VoteWorkRunner,
  ...[caller, change, record]: Parameters<ApplyExclusions>
): ReturnType<ApplyExclusions> {
  return orderVoteWork(caller, run, {
    task: { kind: 'exclusions', change },
    publish: (prepared) => publishVotes(caller, prepared, record),
  });
}
