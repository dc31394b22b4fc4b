import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText } from '../../shared/audit/canonical.ts';
import type { Candidate } from '../../shared/contract/applications.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import type { Actor } from '../../shared/round/roles.ts';
import type { Round } from '../../shared/round/round.ts';
import { appendAudit, sha256Text } from './audit-log.ts';
import { openConnection, type Connection } from './connection.ts';
import { folderFault, makeFolder, removeEmptyFolders } from './make-folder.ts';
import { refuseNetworkShare } from './network-share.ts';
import { storageRefusal } from './storage-refusal.ts';

/** One open workspace: a folder with `workspace.db`, `backups/`, `exports/` and `spool/`. */
export interface Workspace {
  readonly folder: string;
  readonly kind: WorkspaceKind;
  readonly connection: Connection;
}

export interface NewWorkspace {
  readonly kind: WorkspaceKind;
  readonly round: Round;
  readonly candidates: readonly Candidate[];
}

const subfolders = ['backups', 'exports', 'spool'] as const;

export function workspaceDatabaseFile(folder: string): string {
  return join(folder, 'workspace.db');
}

export function hasWorkspace(folder: string): boolean {
  return existsSync(workspaceDatabaseFile(folder));
}

/**
 * Makes the folder and the database with the round and its candidates, or leaves nothing behind. The database is written under
 * another name and gets its own when it is whole, so that a kill in the middle leaves no half workspace.
 */
export function createWorkspace(
  folder: string,
  content: NewWorkspace,
  actor: Actor,
  now: Date,
): Result<Workspace> {
  if (hasWorkspace(folder)) return refused('workspace-exists', { folder });
  const share = refuseNetworkShare(folder);
  if (!share.ok) return share;
  const made: string[] = [];
  let isWhole = false;
  try {
    for (const subfolder of subfolders) made.push(...makeFolder(join(folder, subfolder)));
    const written = writeDatabase(folder, content, actor, now);
    if (!written.ok) return written;
    isWhole = true;
  } catch (error) {
    const refusal = storageRefusal(error, folder);
    if (refusal !== null) return refusal;
    const reason = folderFault(error);
    if (reason !== null) return refused('folder-unusable', { folder, reason });
    throw error;
  } finally {
    if (!isWhole) removeEmptyFolders(made);
  }
  return openWorkspace(folder);
}

/** To be read and written by the account that made it; on Windows the folder of the account sees to that. */
const ownerOnly = 0o600;

function writeDatabase(folder: string, content: NewWorkspace, actor: Actor, now: Date): Result<null> {
  const unfinished = `${workspaceDatabaseFile(folder)}.new`;
  let isWhole = false;
  try {
    removeDatabase(unfinished);
    const opened = openConnection(unfinished);
    if (!opened.ok) return opened;
    try {
      // It holds the key of the accounts' hashes. What SQLite lays beside it later is as private as it is itself.
      chmodSync(unfinished, ownerOnly);
      writeContent(opened.value, content, actor, now);
    } finally {
      opened.value.close();
    }
    renameSync(unfinished, workspaceDatabaseFile(folder));
    isWhole = true;
    return done(null);
  } finally {
    if (!isWhole) removeDatabase(unfinished);
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function writeContent(connection: Connection, content: NewWorkspace, actor: Actor, now: Date): void {
  connection.transaction(() => {
    connection
      .prepare('INSERT INTO workspace (id, kind, created_at) VALUES (1, ?, ?)')
      .run(content.kind, now.toISOString());
    connection.prepare('INSERT INTO workspace_secret (id, account_key) VALUES (1, ?)').run(randomBytes(32));
    connection.prepare('INSERT INTO round (id, rules) VALUES (1, ?)').run(JSON.stringify(content.round));
    const insert = connection.prepare(
      'INSERT INTO application (title, organisation, district, text, candidate) VALUES (?, ?, ?, ?, ?)',
    );
    for (const each of content.candidates) {
      insert.run(each.title, each.organisation, each.district, each.text, each.candidate);
    }
    appendAudit(connection, actor, now, {
      event: 'workspace-created',
      payload: {
        kind: content.kind,
        round: content.round.id,
        candidates: content.candidates.length,
        rulesHash: sha256Text(canonicalText(content.round)),
      },
    });
  })();
}

export function openWorkspace(folder: string): Result<Workspace> {
  if (!hasWorkspace(folder)) return refused('workspace-missing', { folder });
  const share = refuseNetworkShare(folder);
  if (!share.ok) return share;
  try {
    for (const subfolder of subfolders) makeFolder(join(folder, subfolder));
  } catch (error) {
    const reason = folderFault(error);
    if (reason === null) throw error;
    return storageRefusal(error, folder) ?? refused('folder-unusable', { folder, reason });
  }
  const opened = openConnection(workspaceDatabaseFile(folder));
  if (!opened.ok) return opened;
  const row = opened.value
    .prepare<[], { kind: WorkspaceKind }>('SELECT kind FROM workspace WHERE id = 1')
    .get();
  if (row === undefined) {
    opened.value.close();
    return refused('workspace-damaged', { folder, reason: '工作区资料缺失' });
  }
  return done({ folder, kind: row.kind, connection: opened.value });
}

/** Checkpoints and closes; the folder may be copied afterwards. */
export function closeWorkspace(workspace: Workspace): void {
  workspace.connection.close();
}
