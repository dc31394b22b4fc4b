import type { z } from 'zod';
import {
  excludedFlagSchema,
  type ExcludedFlag,
  type excludeVoteFlag,
  type liftVoteExclusion,
  type VoteExclusion,
  type VoteExclusions,
} from '../../../../shared/contract/vote-flags.ts';
import { saysSomething } from '../../../../shared/contract/reason.ts';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { actorText, appendAudit } from '../../../database/audit-log.ts';
import type { Connection } from '../../../database/connection.ts';
import type { PersonRecord } from '../../../database/people.ts';
import {
  insertVoteExclusion,
  markVoteExclusionLifted,
  readVoteExclusion,
  readVoteExclusions,
} from '../../../database/vote-exclusions.ts';
import { actorName } from '../../actor-name.ts';
import { personActor } from '../../password-attempts.ts';
import { confirmBySecondPerson } from '../../second-person.ts';
import type { Caller } from '../../use-case.ts';
import type { FiguresRunner } from '../statistics/in-worker.ts';
import type { ExclusionChange } from '../work/task.ts';
import { readExclusionEffects } from './exclusion-effects.ts';
import { memberCount } from './members.ts';
import { foundFlags } from './read-flags.ts';

/**
 * Decides the standings anew as the change demands, and publishes them together with what `record` writes in one
 * transaction. Part of the work on the votes, like the withdrawal of a batch: it takes their lock before it first waits.
 */
export type ApplyExclusions = (
  caller: Caller,
  change: ExclusionChange,
  record: (connection: Connection, at: Date) => void,
) => Promise<Result<unknown>>;

/** Where the work is done: the search for the flag, and the change of the votes. */
export interface ExclusionWork {
  readonly search: FiguresRunner;
  readonly apply: ApplyExclusions;
}

/** Every exclusion that was ever made, the latest first. */
export function listVoteExclusions({ workspace }: Caller): Result<VoteExclusions> {
  const effects = readExclusionEffects(workspace.connection);
  const exclusions = readVoteExclusions(workspace.connection).map(
    ({ flag, excludedBy, confirmedBy, lifted, ...record }): VoteExclusion => ({
      ...record,
      excludedNow: lifted === null ? (effects.get(record.exclusion) ?? 0) : null,
      flag: excludedFlagSchema.parse(JSON.parse(flag)),
      excludedBy: actorName(excludedBy),
      confirmedBy: actorName(confirmedBy),
      lifted:
        lifted === null
          ? null
          : { ...lifted, by: actorName(lifted.by), confirmedBy: actorName(lifted.confirmedBy) },
    }),
  );
  return done({ exclusions });
}

/**
 * Takes the ballots of a flag out of the count, with a minute and a second person. The flag is searched again: what is excluded
 * is what was seen, or nothing.
 */
export async function excludeVoteFlagBy(
  work: ExclusionWork,
  caller: Caller,
  input: z.infer<typeof excludeVoteFlag.input>,
): Promise<Result<VoteExclusions>> {
  const minute = input.minute.trim();
  if (!saysSomething(minute)) return refused('reason-needed', {});
  const second = await confirmBySecondPerson(caller, input.second);
  if (!second.ok) return second;
  // After the password, so that between this look and the change, which begins at once, nothing else can happen.
  const found = await foundFlags(work.search, caller, input.thresholds);
  if (!found.ok) return found;
  const { report, members } = found.value;
  const index = report.flags.findIndex(({ id, digest }) => id === input.flag && digest === input.digest);
  const flag = report.flags[index];
  const blob = members[index];
  if (flag === undefined || blob === undefined) return refused('flag-changed', {});
  if (flag.excluded === flag.ballots) return refused('flag-excluded', {});
  const { id, digest, evidence, accounts, candidates } = flag;
  const kept: ExcludedFlag = { id, digest, evidence, accounts, candidates, thresholds: input.thresholds };
  const applied = await work.apply(caller, { kind: 'exclude', members: blob }, (connection, at) => {
    const exclusion = insertVoteExclusion(connection, {
      flag: JSON.stringify(kept),
      ballots: memberCount(blob),
      members: blob,
      minute,
      ...signatures(caller, second.value, at),
    });
    appendAudit(connection, caller.actor, at, {
      event: 'votes-excluded',
      payload: {
        exclusion,
        kind: evidence.kind,
        flag: id,
        digest,
        ballots: memberCount(blob),
        minute,
        confirmedBy: second.value.id,
      },
    });
  });
  return applied.ok ? listVoteExclusions(caller) : applied;
}

/** Lets the ballots of an exclusion count again, with a minute and a second person; the exclusion stays on the record. */
export async function liftVoteExclusionBy(
  { apply }: Pick<ExclusionWork, 'apply'>,
  caller: Caller,
  input: z.infer<typeof liftVoteExclusion.input>,
): Promise<Result<VoteExclusions>> {
  const { exclusion } = input;
  const minute = input.minute.trim();
  if (!saysSomething(minute)) return refused('reason-needed', {});
  const second = await confirmBySecondPerson(caller, input.second);
  if (!second.ok) return second;
  const standing = readVoteExclusion(caller.workspace.connection, exclusion);
  if (standing === null) return refused('not-found', { what: '剔除记录', id: String(exclusion) });
  if (standing.lifted !== null) return refused('exclusion-lifted', { exclusion });
  const applied = await apply(caller, { kind: 'lift', exclusion }, (connection, at) => {
    const signed = signatures(caller, second.value, at);
    // Work on the votes is done one at a time, so nobody can have lifted it since it was looked at.
    if (!markVoteExclusionLifted(connection, { exclusion, minute, ...signed }))
      throw new Error(`exclusion ${exclusion} was lifted while it was being lifted`);
    appendAudit(connection, caller.actor, at, {
      event: 'votes-exclusion-lifted',
      payload: { exclusion, minute, confirmedBy: second.value.id },
    });
  });
  return applied.ok ? listVoteExclusions(caller) : applied;
}

function signatures(
  { actor }: Caller,
  second: PersonRecord,
  at: Date,
): { readonly at: string; readonly by: string; readonly confirmedBy: string } {
  return { at: at.toISOString(), by: actorText(actor), confirmedBy: actorText(personActor(second)) };
}
