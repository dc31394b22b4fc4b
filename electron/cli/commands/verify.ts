import { firstBrokenEntry } from '../../../shared/audit/entry.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { readAudit, sha256Text } from '../../database/audit-log.ts';
import { quickCheck } from '../../database/quick-check.ts';
import type { WorkspaceCommand } from '../command.ts';

export const verifyCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'verify',
  usage: '',
  summary: '核对数据库和审计记录是否完整、未被改动',
  positionals: [0, 0],
  run: (_context, { workspace }) => {
    const fault = quickCheck(workspace.connection);
    if (fault !== null) return refused('workspace-damaged', { folder: workspace.folder, reason: fault });
    let entries = 0;
    const counted = function* () {
      for (const entry of readAudit(workspace.connection)) {
        entries += 1;
        yield entry;
      }
    };
    const broken = firstBrokenEntry(counted(), sha256Text);
    if (broken !== null) return refused('audit-broken', { sequence: broken });
    return done({
      json: { verified: true, auditEntries: entries },
      text: `数据库完整；审计记录 ${entries} 条，前后相连，没有被改动。`,
    });
  },
};
