import { join } from 'node:path';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import { hasWorkspace, openWorkspace, type Workspace } from '../database/workspace.ts';
import { createApplication, type Application } from '../http/application.ts';
import type { Host } from '../http/host.ts';
import { createDemonstration } from '../services/demonstration.ts';
import { openOrCreateWorkspace } from '../services/start-workspace.ts';
import { removeStagedBatches } from '../services/votes/index.ts';
import { workspaceFolder } from './data-folder.ts';
import { programFolder, programVersion } from './program-folder.ts';

export interface ProgramOptions {
  readonly dataFolder: string;
  readonly kind: Host['kind'];
  readonly chooseFiles: Host['chooseFiles'];
}

async function openKind(dataFolder: string, kind: WorkspaceKind): Promise<Result<Workspace>> {
  const folder = workspaceFolder(dataFolder, kind);
  const now = new Date();
  const opened =
    kind === 'real'
      ? openOrCreateWorkspace(folder, now)
      : hasWorkspace(folder)
        ? openWorkspace(folder)
        : await createDemonstration(folder, now);
  if (opened.ok) removeStagedBatches(opened.value);
  return opened;
}

/** What both hosts do: open the workspace (a first start makes it) and put the door in front of it. */
export async function startProgram(options: ProgramOptions): Promise<Result<Application>> {
  const openWorkspaceOfKind = (kind: WorkspaceKind): Promise<Result<Workspace>> =>
    openKind(options.dataFolder, kind);
  const workspace = await openWorkspaceOfKind('real');
  if (!workspace.ok) return workspace;
  return done(
    createApplication({
      workspace: workspace.value,
      host: {
        kind: options.kind,
        version: programVersion(),
        openWorkspaceOfKind,
        chooseFiles: options.chooseFiles,
      },
      pageFolder: join(programFolder(), 'dist', 'renderer'),
    }),
  );
}
