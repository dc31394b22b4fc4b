import type { z } from 'zod';
import type * as contract from '../../shared/contract/merge.ts';
import type { CountedTotals } from '../../shared/contract/vote-totals.ts';
import { merge, mergeInDetail, type MergeInput } from '../../shared/merging/merge.ts';
import type { MergeReport } from '../../shared/merging/report.ts';
import { mergeWithoutExclusions, type WithoutExclusions } from '../../shared/merging/without-exclusions.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../database/applications.ts';
import type { Connection } from '../database/connection.ts';
import { readExperts } from '../database/people.ts';
import { readRecusals } from '../database/recusals.ts';
import { readRuleLock, readRules } from '../database/rounds.ts';
import { readSubmissions, readSubmittedScores } from '../database/score-sheets.ts';
import { readStatusCounts } from '../database/status-counts.ts';
import { readFunnelCounts } from '../database/vote-batches.ts';
import { readExclusionsInForce } from '../database/vote-exclusions.ts';
import { mergeWarnings } from './merge-warnings.ts';
import { readPublicVotes, type PublicVotes } from './public-votes.ts';
import { areRulesConfirmed, criteriaFault } from './rules.ts';
import { withTrialRules } from './trial-rules.ts';
import type { Caller } from './use-case.ts';
import { readExclusionShortfalls } from './votes/suspicion/exclusion-effects.ts';

/** Everything the ranking follows from, under the rules in force with trial rules set in a copy of them. */
function gatherInput(
  connection: Connection,
  sets: readonly string[],
  { votes }: PublicVotes,
): Result<MergeInput> {
  const rules = readRules(connection);
  const round = withTrialRules(rules, sets);
  if (!round.ok) return round;
  // Trial criteria must fit the marks that stand, as changed rules would have to.
  const fault = sets.length === 0 ? null : criteriaFault(connection, rules, round.value);
  if (fault !== null) return fault;
  return done({
    round: round.value,
    candidates: readCandidateTitles(connection),
    scores: readSubmittedScores(connection),
    recusals: readRecusals(connection).map(({ expert, candidate }) => ({ expert, candidate })),
    votes,
  });
}

/** Reads all of the input at one moment: an import may commit in another process. */
function atOneMoment<Value>(connection: Connection, read: () => Value): Value {
  return connection.transaction(read).deferred();
}

/** The same ranking with the excluded ballots counted; null while none are excluded, or no ballots count at all. */
function compareExclusions(
  connection: Connection,
  input: MergeInput,
  { withoutBallots }: PublicVotes,
): WithoutExclusions | null {
  if (withoutBallots) return null;
  const inForce = readExclusionsInForce(connection);
  if (inForce === null) return null;
  const ballots = readFunnelCounts(connection, null).get('excluded') ?? 0;
  return mergeWithoutExclusions(input, {
    ...inForce,
    ballots,
    shortfalls: readExclusionShortfalls(connection),
  });
}

/** As `merge --json` prints it; `exclusions` stands there only while ballots are excluded, `totals` only while any count. */
export type PrintedMerge = MergeReport & {
  readonly exclusions?: WithoutExclusions;
  readonly totals?: readonly CountedTotals[];
};

/** The ranking; computes and changes nothing. */
export function mergeReport(caller: Caller, sets: readonly string[]): Result<PrintedMerge> {
  const { connection } = caller.workspace;
  return atOneMoment(connection, () => {
    const publicVotes = readPublicVotes(connection);
    const input = gatherInput(connection, sets, publicVotes);
    if (!input.ok) return input;
    const exclusions = compareExclusions(connection, input.value, publicVotes);
    const { totals } = publicVotes;
    return done({
      ...merge(input.value),
      ...(exclusions === null ? {} : { exclusions }),
      ...(totals.length === 0 ? {} : { totals }),
    });
  });
}

/** The ranking with every intermediate figure, and what is still missing. */
export function readMerge(
  caller: Caller,
  { set }: z.infer<typeof contract.readMerge.input>,
): Result<contract.MergeScreen> {
  const { connection } = caller.workspace;
  const sets = set.split(/[;；]/).filter((each) => each.trim() !== '');
  return atOneMoment(connection, () => {
    const publicVotes = readPublicVotes(connection);
    const gathered = gatherInput(connection, sets, publicVotes);
    if (!gathered.ok) return gathered;
    const input = gathered.value;
    const detail = mergeInDetail(input);
    const lock = readRuleLock(connection);
    const experts = readExperts(connection);
    const submissions = readSubmissions(connection);
    const { ballotsAccepted } = readStatusCounts(connection);
    const withoutExclusions = compareExclusions(connection, input, publicVotes);
    return done({
      detail,
      lockedAt: lock?.at ?? null,
      lockOrigin: lock?.origin ?? null,
      sheetsSubmitted: submissions.size,
      experts: experts.length,
      ballotsAccepted,
      totals: [...publicVotes.totals],
      withoutExclusions,
      warnings: mergeWarnings({
        input,
        detail,
        isLocked: lock !== null,
        isConfirmed: areRulesConfirmed(connection),
        experts: experts.map(({ id, name }) => ({ id, name, hasSubmitted: submissions.has(id) })),
        ballotsAccepted,
        totals: publicVotes.totals,
        shortfalls: withoutExclusions?.shortfalls ?? [],
      }),
    });
  });
}
