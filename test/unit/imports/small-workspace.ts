import { join } from 'node:path';
import { afterEach } from 'vitest';
import { readAudit } from '../../../electron/database/audit-log.ts';
import { closeWorkspace, createWorkspace, type Workspace } from '../../../electron/database/workspace.ts';
import { confirmImport, previewImport } from '../../../electron/services/imports/index.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import type { Candidate } from '../../../shared/contract/applications.ts';
import type { ImportableTable, ImportOutcome, ImportPreview } from '../../../shared/contract/uploads.ts';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import { exampleCriterion, exampleRound } from '../../support/example-round.ts';
import { sourceFile, temporaryFolder } from '../tables/files.ts';

const open: Workspace[] = [];

afterEach(() => {
  for (const workspace of open.splice(0)) closeWorkspace(workspace);
});

export const smallRound = exampleRound({
  finalists: 3,
  criteria: [
    exampleCriterion('innovation', { name: '创新性', weight: 60 }),
    exampleCriterion('recognition', { name: '认同度', weight: 40, max: 10, step: 0.5 }),
  ],
});

/** Candidates 1 to 6, 项目一 to 项目六. */
export const smallCandidates: readonly Candidate[] = ['一', '二', '三', '四', '五', '六'].map(
  (name, index) => ({
    candidate: index + 1,
    title: `项目${name}`,
    organisation: `单位${name}`,
    district: '',
    text: `${name}的介绍`,
  }),
);

/** The secretariat in a workspace with six candidates and two criteria. */
export function smallWorkspace(kind: WorkspaceKind = 'real', candidates = smallCandidates): Caller {
  const actor = { kind: 'command-line', account: 'tester' } as const;
  const now = (): Date => new Date('2017-04-05T02:00:00Z');
  const created = createWorkspace(
    join(temporaryFolder(), 'w'),
    { kind, round: smallRound, candidates },
    actor,
    now(),
  );
  if (!created.ok) throw new Error(sentenceOf(created.refusal));
  open.push(created.value);
  return { workspace: created.value, actor, now };
}

export async function imported(
  caller: Caller,
  table: ImportableTable,
  content: Uint8Array | string,
): Promise<ImportOutcome> {
  const outcome = await confirmImport(caller, { table, file: sourceFile('表.csv', content) });
  if (!outcome.ok) throw new Error(sentenceOf(outcome.refusal));
  return outcome.value;
}

export async function previewed(
  caller: Caller,
  table: ImportableTable,
  content: Uint8Array | string,
): Promise<ImportPreview> {
  const preview = await previewImport(caller, { table, file: sourceFile('表.csv', content) });
  if (!preview.ok) throw new Error(sentenceOf(preview.refusal));
  return preview.value;
}

/** The code and the sentence with which an import is turned away; it must leave no trace. */
export async function turnedAway(caller: Caller, table: ImportableTable, content: Uint8Array | string) {
  const before = events(caller).length;
  const outcome = await confirmImport(caller, { table, file: sourceFile('表.csv', content) });
  if (outcome.ok) throw new Error('was imported');
  if (events(caller).length !== before) throw new Error('left a trace in the audit log');
  return {
    code: outcome.refusal.code,
    details: outcome.refusal.details,
    sentence: sentenceOf(outcome.refusal),
  };
}

/** The names of the audit log's events, in order. */
export function events(caller: Caller): string[] {
  return [...readAudit(caller.workspace.connection)].map(({ event }) => event);
}
