import { firstBrokenEntry } from '../../shared/audit/entry.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { readAudit, sha256Text } from '../database/audit-log.ts';
import { quickCheck } from '../database/quick-check.ts';
import type { Caller } from './use-case.ts';
import { candidatesCheck } from './verification/candidates-check.ts';
import { exclusionsCheck } from './verification/exclusions-check.ts';
import { recordedEvent } from './verification/record-check.ts';
import { recusalsCheck } from './verification/recusals-check.ts';
import { rulesCheck } from './verification/rules-check.ts';
import { sheetsCheck } from './verification/sheets-check.ts';
import { totalsCheck } from './verification/totals-check.ts';
import { votesCheck } from './verification/votes-check.ts';

export interface Verification {
  readonly auditEntries: number;
  /** What was checked and found to agree. */
  readonly checks: readonly { readonly check: string; readonly title: string }[];
  /** What agrees with the record and should still be known. */
  readonly notes: readonly string[];
}

/**
 * Whether the workspace is what its audit log says: the file is whole, the log's chain unbroken from the making of the
 * workspace on, and the state that is stored the state that the entries led to. All of it at one moment: others may go on
 * writing meanwhile.
 */
export function verifyWorkspace(caller: Caller): Result<Verification> {
  return caller.workspace.connection.transaction(() => verify(caller))();
}

function verify({ workspace }: Caller): Result<Verification> {
  const { connection, folder, kind } = workspace;
  const fault = quickCheck(connection);
  if (fault !== null) return refused('workspace-damaged', { folder, reason: fault });
  const broken = firstBrokenEntry(readAudit(connection), sha256Text);
  if (broken !== null) return refused('audit-broken', { sequence: broken });
  const checks = [
    rulesCheck,
    candidatesCheck,
    recusalsCheck,
    sheetsCheck,
    votesCheck,
    exclusionsCheck,
    totalsCheck,
  ].map((make) => make(connection));
  const contradictions: string[] = [];
  let entries = 0;
  for (const entry of readAudit(connection)) {
    entries += 1;
    const event = recordedEvent(entry);
    // A log that was emptied or cut at its beginning has no first entry of this kind.
    if (entries === 1 && event?.event !== 'workspace-created')
      return refused('audit-broken', { sequence: 1 });
    if (event === null) {
      contradictions.push(`审计记录：第 ${entry.sequence} 条（${entry.event}）的内容不是程序写的`);
      continue;
    }
    if (event.event === 'workspace-created' && (entries > 1 || event.payload.kind !== kind))
      contradictions.push(`审计记录：第 ${entry.sequence} 条与这个工作区的建立对不上`);
    for (const check of checks) check.follow(event);
  }
  if (entries === 0) return refused('audit-broken', { sequence: 1 });
  contradictions.push(...checks.flatMap((check) => check.contradictions()));
  if (contradictions.length > 0) return refused('record-contradicted', { contradictions });
  return done({
    auditEntries: entries,
    checks: [
      { check: 'database', title: '数据库文件完整' },
      { check: 'audit-log', title: '审计记录从建立工作区起前后相连' },
      ...checks.map(({ code, title }) => ({ check: code, title })),
    ],
    notes: checks.flatMap((check) => check.notes?.() ?? []),
  });
}
