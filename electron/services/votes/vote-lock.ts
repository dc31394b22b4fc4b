import { join } from 'node:path';
import { openConnection } from '../../database/connection.ts';

/**
 * Only one piece of work on the votes at a time, in this process and in any other on the same folder (the window and the
 * command line). The lock is SQLite's own on an empty database, so the system gives it back when a process dies.
 */
export interface VoteLock {
  readonly release: () => void;
}

/** Null when somebody else holds it. */
export function takeVoteLock(workspaceFolder: string): VoteLock | null {
  const opened = openConnection(join(workspaceFolder, 'spool', 'votes.lock'), {
    busyTimeout: 0,
    migrations: [],
  });
  if (!opened.ok) return null;
  const connection = opened.value;
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return null;
    throw error;
  }
  return { release: () => connection.close() };
}
