import { canonicalText } from '../../../shared/audit/canonical.ts';
import { sha256Text } from '../../database/audit-log.ts';
import type { Connection } from '../../database/connection.ts';
import { readRuleChanges, readRuleLock, readRules, type RuleLock } from '../../database/rounds.ts';
import type { RecordCheck } from './record-check.ts';

function hashOf(rules: unknown): string {
  return sha256Text(canonicalText(rules));
}

/** The rules in force are those of the last entry that says what they were. */
export function rulesCheck(connection: Connection): RecordCheck {
  const found: string[] = [];
  let known: { readonly hash: string; readonly sequence: number } | null = null;
  let lock: RuleLock | null = null;
  const changes: string[] = [];
  const compareKnown = (hash: string, sequence: number): void => {
    if (known !== null && known.hash !== hash)
      found.push(
        `规则：第 ${sequence} 条审计记录时的规则与第 ${known.sequence} 条记录的不同，中间没有修改记录`,
      );
  };
  return {
    code: 'rules',
    title: '现行规则、锁定和修改原因与记录一致',
    follow: ({ event, payload, sequence, at }) => {
      if (event === 'workspace-created' && payload.rulesHash !== undefined)
        known = { hash: payload.rulesHash, sequence };
      else if (event === 'rules-changed') {
        compareKnown(hashOf(payload.before), sequence);
        known = { hash: hashOf(payload.after), sequence };
        changes.push(`${at} ${payload.reason}`);
      } else if (event === 'rules-locked') {
        compareKnown(payload.rulesHash, sequence);
        known = { hash: payload.rulesHash, sequence };
        lock = { at, origin: payload.origin };
      }
    },
    contradictions: () => {
      const current = currentHash(connection);
      if (current === null) found.push('规则：现行规则读不出来，内容已被改坏');
      else if (known !== null && known.hash !== current)
        found.push(`规则：现行规则与第 ${known.sequence} 条审计记录的不同`);
      const stored = readRuleLock(connection);
      if (stored?.at !== lock?.at || stored?.origin !== lock?.origin)
        found.push(
          lock === null ? '规则：标为已锁定，但没有锁定的记录' : '规则：锁定的状态或时间与锁定的记录不同',
        );
      // The reason given with a lock stands among the changes, and the log has the lock itself.
      const stands = storedChanges(connection);
      if (stands === null) found.push('规则：修改记录读不出来，内容已被改坏');
      else if (stands.join('\n') !== changes.join('\n'))
        found.push(`规则：修改记录 ${changes.length} 次，存有 ${stands.length} 次，或时间、原因不同`);
      return found;
    },
  };
}

function currentHash(connection: Connection): string | null {
  try {
    return hashOf(readRules(connection));
  } catch {
    return null;
  }
}

function storedChanges(connection: Connection): string[] | null {
  try {
    return readRuleChanges(connection)
      .filter(({ origin }) => origin !== 'lock')
      .map(({ at, reason }) => `${at} ${reason}`);
  } catch {
    return null;
  }
}
