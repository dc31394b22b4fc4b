import { join } from 'node:path';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { openConnection } from '../../database/connection.ts';
import { storageRefusal } from '../../database/storage-refusal.ts';

/**
 * Only one piece of work on the votes at a time, in this process and in any other on the same folder (the window and the
 * command line). The lock is SQLite's own on an empty database, so the system gives it back when a process dies.
 */
export interface VoteLock {
  readonly release: () => void;
}

/** Null when somebody else holds it; a refusal where there is no place for it, on a full disk for instance. */
export function takeVoteLock(workspaceFolder: string): Result<VoteLock | null> {
  const opened = openConnection(join(workspaceFolder, 'spool', 'votes.lock'), {
    busyTimeout: 0,
    migrations: [],
  });
  if (!opened.ok) return opened.refusal.code === 'workspace-busy' ? done(null) : opened;
  const connection = opened.value;
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return done(null);
    const refusal = storageRefusal(error, workspaceFolder);
    if (refusal !== null) return refusal;
    throw error;
  }
  return done({ release: () => connection.close() });
}
