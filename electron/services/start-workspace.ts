import { userInfo } from 'node:os';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { Actor } from '../../shared/round/roles.ts';
import { createWorkspace, hasWorkspace, openWorkspace, type Workspace } from '../database/workspace.ts';
import { readRoundResource } from './resources.ts';

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the system's list, as in some containers.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Whoever runs the program, by the name of their account on this machine. */
export function localActor(): Actor {
  return { kind: 'command-line', account: accountName() };
}

/** A new workspace with the 2017 round and its candidates. */
export function createDefaultWorkspace(folder: string, kind: WorkspaceKind, now: Date): Result<Workspace> {
  return createWorkspace(folder, { kind, ...readRoundResource('shanghai-2017') }, localActor(), now);
}

/** What a start without further words opens: the workspace in the folder, made first where there is none. */
export function openOrCreateWorkspace(folder: string, now: Date): Result<Workspace> {
  return hasWorkspace(folder) ? openWorkspace(folder) : createDefaultWorkspace(folder, 'real', now);
}
