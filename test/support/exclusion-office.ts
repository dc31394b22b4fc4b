import { insertPerson, setPassword } from '../../electron/database/people.ts';
import { hashPassword } from '../../electron/services/passwords.ts';
import type { Caller } from '../../electron/services/use-case.ts';
import { countFigures } from '../../electron/services/votes/statistics/figures-task.ts';
import { applyExclusionsBy } from '../../electron/services/votes/suspicion/apply-exclusions.ts';
import {
  excludeVoteFlagBy,
  liftVoteExclusionBy,
  type ExclusionWork,
} from '../../electron/services/votes/suspicion/exclusions.ts';
import { foundFlags } from '../../electron/services/votes/suspicion/read-flags.ts';
import { runVoteWork } from '../../electron/services/votes/work/run-vote-work.ts';
import { defaultThresholds } from '../../shared/ballots/suspicion/thresholds.ts';
import type { VoteFlags } from '../../shared/contract/vote-flags.ts';
import { done } from '../../shared/refusals/refusal.ts';
import { cheap, valueOf, type TestWorkspace } from './workspace.ts';

/** Two people who may exclude ballots together, with the real work done on this thread. */
export interface ExclusionOffice {
  readonly secretary: Caller;
  readonly flags: () => Promise<VoteFlags>;
  readonly exclude: (flag: VoteFlags['flags'][number]) => Promise<void>;
  readonly lift: (exclusion: number) => Promise<void>;
}

const password = 'correct horse';

export async function exclusionOffice({ workspace, as }: TestWorkspace): Promise<ExclusionOffice> {
  const { connection } = workspace;
  const hash = await hashPassword(password, cheap);
  const add = (name: string, role: 'secretariat' | 'observer'): number => {
    const id = insertPerson(connection, { name, role, code: '', organisation: '', district: '' });
    setPassword(connection, id, hash, false);
    return id;
  };
  const secretary = as({
    kind: 'person',
    id: add('王敏', 'secretariat'),
    name: '王敏',
    role: 'secretariat',
  });
  const second = { person: add('李监', 'observer'), password };
  const work: ExclusionWork = {
    search: async (_folder, task) => done(countFigures(connection, task)),
    apply: (...order) => applyExclusionsBy(runVoteWork, ...order),
  };
  return {
    secretary,
    flags: async () => valueOf(await foundFlags(work.search, secretary, defaultThresholds)).report,
    exclude: async ({ id, digest }) => {
      const asked = { flag: id, digest, thresholds: defaultThresholds, minute: '评审会决定', second };
      valueOf(await excludeVoteFlagBy(work, secretary, asked));
    },
    lift: async (exclusion) => {
      valueOf(await liftVoteExclusionBy(work, secretary, { exclusion, minute: '核实无误', second }));
    },
  };
}
