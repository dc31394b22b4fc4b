import type { z } from 'zod';
import { canonicalText } from '../../shared/audit/canonical.ts';
import type * as contract from '../../shared/contract/workspace.ts';
import { saysSomething } from '../../shared/contract/reason.ts';
import { done, refused, type Refusal, type Result } from '../../shared/refusals/refusal.ts';
import type { Round } from '../../shared/round/round.ts';
import { markText, parseMark } from '../../shared/scoring/mark.ts';
import { hasRecordedVotes } from '../database/applications.ts';
import { actorText, appendAudit, sha256Text } from '../database/audit-log.ts';
import type { Connection } from '../database/connection.ts';
import {
  insertRuleChange,
  readFirstRules,
  readRuleChanges,
  readRuleLock,
  readRules,
  updateRuleLock,
  updateRules,
} from '../database/rounds.ts';
import { readMarksByCriterion, readSubmissions } from '../database/score-sheets.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Workspace } from '../database/workspace.ts';
import { actorName } from './actor-name.ts';
import { ruleDifferences } from './rule-differences.ts';
import type { Caller } from './use-case.ts';

type Fault = { readonly ok: false; readonly refusal: Refusal } | null;

export function roundTitle(workspace: Workspace): string {
  return readRules(workspace.connection).title;
}

function roundState(connection: Connection): contract.RoundState {
  const lock = readRuleLock(connection);
  const changes = readRuleChanges(connection);
  const first = readFirstRules(connection);
  return {
    round: readRules(connection),
    lockedAt: lock?.at ?? null,
    lockOrigin: lock?.origin ?? null,
    changes: changes.map(({ rules, actor, ...change }, index) => ({
      ...change,
      actor: actorName(actor),
      differences: ruleDifferences(changes[index - 1]?.rules ?? first, rules),
    })),
  };
}

/** The rules in force, whether they are locked, and every change of them with its reason. */
export function readRound(caller: Caller): Result<contract.RoundState> {
  return done(roundState(caller.workspace.connection));
}

/** Why marks that stand would be lost or invalid under other criteria, or null when they all stay good. */
export function criteriaFault(connection: Connection, before: Round, after: Round): Fault {
  for (const [id, marks] of readMarksByCriterion(connection)) {
    const criterion = after.criteria.find((each) => each.id === id);
    if (criterion === undefined) {
      const name = before.criteria.find((each) => each.id === id)?.name ?? id;
      return refused('criterion-in-use', { criterion: name });
    }
    const { name, max, step } = criterion;
    const outside = marks.find((mark) => parseMark(markText(mark), criterion) === null);
    if (outside !== undefined)
      return refused('criterion-marks-outside', { criterion: name, max, step, mark: markText(outside) });
  }
  // With a criterion more, every pair of a submitted sheet would lose its total.
  const added = after.criteria.find((each) => !before.criteria.some(({ id }) => id === each.id));
  if (added !== undefined && readSubmissions(connection).size > 0)
    return refused('criterion-too-late', { criterion: added.name });
  return null;
}

/** Rows of votes were checked by the ballot rules of their import, so these stay while votes are recorded. */
function ballotRulesFault(connection: Connection, before: Round, after: Round): Fault {
  const rules = ({ ballot, timeZone }: Round): string => canonicalText({ ballot, timeZone });
  if (rules(before) === rules(after) || !hasRecordedVotes(connection)) return null;
  return refused('ballot-rules-in-use', {});
}

/** Replaces the rules. Once they are locked a reason is needed. */
export function changeRules(
  caller: Caller,
  input: z.infer<typeof contract.changeRules.input>,
): Result<contract.RoundState> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const before = readRules(connection);
    const after = input.round;
    if (canonicalText(before) === canonicalText(after)) return done(roundState(connection));
    const isLocked = readRuleLock(connection) !== null;
    if (isLocked && !saysSomething(input.reason)) return refused('reason-needed', {});
    const fault = criteriaFault(connection, before, after) ?? ballotRulesFault(connection, before, after);
    if (fault !== null) return fault;
    const at = caller.now();
    updateRules(connection, after);
    insertRuleChange(
      connection,
      { at: at.toISOString(), actor: actorText(caller.actor), origin: 'secretariat', reason: input.reason },
      after,
    );
    appendAudit(connection, caller.actor, at, {
      event: 'rules-changed',
      payload: { reason: input.reason, locked: isLocked, before, after },
    });
    return done(roundState(connection));
  });
}

function recordLock(caller: Caller, origin: string): void {
  const { connection } = caller.workspace;
  const at = caller.now();
  updateRuleLock(connection, { at: at.toISOString(), origin });
  appendAudit(connection, caller.actor, at, {
    event: 'rules-locked',
    payload: { origin, rulesHash: sha256Text(canonicalText(readRules(connection))) },
  });
}

/** An import or a mark locks the rules as they are; nobody has confirmed them by that. */
const automaticOrigins: readonly string[] = ['first import', 'first mark'];

/** Rules that a person has confirmed; those that were locked automatically still wait for it. */
export function areRulesConfirmed(connection: Connection): boolean {
  const lock = readRuleLock(connection);
  return lock !== null && !automaticOrigins.includes(lock.origin);
}

/**
 * The secretariat confirms the rules, before votes or marks open or after an import has locked them unconfirmed. A reason
 * that is given stands among the changes.
 */
export function lockRules(
  caller: Caller,
  input: z.infer<typeof contract.lockRules.input>,
): Result<contract.RoundState> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    if (areRulesConfirmed(connection)) return refused('rules-locked', {});
    recordLock(caller, 'secretariat');
    if (saysSomething(input.reason))
      insertRuleChange(
        connection,
        {
          at: caller.now().toISOString(),
          actor: actorText(caller.actor),
          origin: 'lock',
          reason: input.reason,
        },
        readRules(connection),
      );
    return done(roundState(connection));
  });
}

/** Call it inside the transaction of the import; does nothing when the rules are locked already. */
export function lockRulesOnFirstImport(caller: Caller, origin: string): void {
  if (readRuleLock(caller.workspace.connection) === null) recordLock(caller, origin);
}
