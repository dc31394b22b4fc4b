import { roundSchema, type Round } from '../../shared/round/round.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Tables `round` (the rules in force, as the JSON of a round file) and `rule_change` (what they were changed to, and why). */

export interface RuleLock {
  readonly at: string;
  readonly origin: string;
}

export interface RuleChange {
  readonly at: string;
  readonly actor: string;
  readonly origin: string;
  readonly reason: string;
}

const parsed = new WeakMap<Connection, { readonly text: string; readonly round: Round }>();

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}

/**
 * The rules in force. What is stored was parsed when it went in, so anything else here is a defect. Every mark asks for
 * them, so the last text is parsed once; the object is shared and therefore frozen.
 */
export function readRules(connection: Connection): Round {
  const row = statement<[], { rules: string }>(connection, 'SELECT rules FROM round WHERE id = 1').get();
  if (row === undefined) throw new Error('the workspace has no round');
  const known = parsed.get(connection);
  if (known?.text === row.rules) return known.round;
  const round = frozen(roundSchema.parse(JSON.parse(row.rules)));
  parsed.set(connection, { text: row.rules, round });
  return round;
}

/** Null while nobody has confirmed the rules. */
export function readRuleLock(connection: Connection): RuleLock | null {
  const row = statement<[], { locked_at: string | null; lock_origin: string | null }>(
    connection,
    'SELECT locked_at, lock_origin FROM round WHERE id = 1',
  ).get();
  if (row === undefined || row.locked_at === null || row.lock_origin === null) return null;
  return { at: row.locked_at, origin: row.lock_origin };
}

export function updateRules(connection: Connection, round: Round): void {
  statement(connection, 'UPDATE round SET rules = ? WHERE id = 1').run(JSON.stringify(round));
}

export function updateRuleLock(connection: Connection, lock: RuleLock): void {
  statement(connection, 'UPDATE round SET locked_at = ?, lock_origin = ? WHERE id = 1').run(
    lock.at,
    lock.origin,
  );
}

export function insertRuleChange(connection: Connection, change: RuleChange, round: Round): void {
  statement(
    connection,
    'INSERT INTO rule_change (at, actor, origin, reason, rules) VALUES (?, ?, ?, ?, ?)',
  ).run(change.at, change.actor, change.origin, change.reason, JSON.stringify(round));
}

/** Oldest first, each with the rules it left. */
export function readRuleChanges(connection: Connection): (RuleChange & { readonly rules: Round })[] {
  return statement<[], RuleChange & { readonly rules: string }>(
    connection,
    'SELECT at, actor, origin, reason, rules FROM rule_change ORDER BY id',
  )
    .all()
    .map((change) => ({ ...change, rules: roundSchema.parse(JSON.parse(change.rules)) }));
}

/** The rules before anybody changed them; only the audit log still knows them after that. */
export function readFirstRules(connection: Connection): Round {
  const row = statement<[], { before: string }>(
    connection,
    `SELECT json_extract(payload, '$.before') AS before FROM audit_entry
        WHERE event = 'rules-changed' ORDER BY sequence LIMIT 1`,
  ).get();
  return row === undefined ? readRules(connection) : roundSchema.parse(JSON.parse(row.before));
}
