import { done } from '../../../shared/refusals/refusal.ts';
import { verifyWorkspace } from '../../services/verification.ts';
import type { WorkspaceCommand } from '../command.ts';

export const verifyCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'verify',
  usage: '',
  summary: '核对数据库、审计记录，以及分数、选票、规则与记录是否一致',
  positionals: [0, 0],
  run: (_context, caller) => {
    const verified = verifyWorkspace(caller);
    if (!verified.ok) return verified;
    const { auditEntries, checks, notes } = verified.value;
    return done({
      json: { verified: true, auditEntries, checks, notes },
      text: [
        ...checks.map(({ title }) => `✓ ${title}`),
        `审计记录共 ${auditEntries} 条，没有发现改动。`,
        ...notes.map((note) => `注意：${note}`),
      ].join('\n'),
    });
  },
};
