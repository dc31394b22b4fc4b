import Database from 'better-sqlite3';
import { dirname } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { migrations } from './migrations/all.ts';
import { storageRefusal } from './storage-refusal.ts';

export type Connection = Database.Database;

export interface ConnectionOptions {
  /** Where a busy writer is waited for, in milliseconds. */
  readonly busyTimeout?: number;
  readonly migrations?: readonly string[];
}

/**
 * Opens a database file with the settings that make a commit durable (WAL, synchronous FULL) and brings its form up to date.
 * A database of a newer program is refused unchanged.
 */
export function openConnection(file: string, options: ConnectionOptions = {}): Result<Connection> {
  const steps = options.migrations ?? migrations;
  const nativeBinding = process.env['BETTER_SQLITE3_NATIVE_BINDING'];
  let connection: Connection;
  try {
    connection = new Database(file, {
      timeout: options.busyTimeout ?? 5000,
      ...(nativeBinding === undefined || nativeBinding === '' ? {} : { nativeBinding }),
    });
  } catch (error) {
    return refusalOfOpening(error, file);
  }
  try {
    const found = versionOf(connection);
    if (found > steps.length) {
      connection.close();
      return refused('workspace-newer', { found, known: steps.length });
    }
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    if (found < steps.length) migrate(connection, steps);
    return done(connection);
  } catch (error) {
    connection.close();
    return refusalOfOpening(error, file);
  }
}

function versionOf(connection: Connection): number {
  return connection.pragma('user_version', { simple: true }) as number;
}

/** Each step in a transaction of its own. The version is read inside it: another program may be migrating at this moment. */
function migrate(connection: Connection, steps: readonly string[]): void {
  const applyNext = connection.transaction(() => {
    const version = versionOf(connection);
    const step = steps[version];
    if (step === undefined) return false;
    connection.exec(step);
    connection.pragma(`user_version = ${version + 1}`);
    return true;
  });
  while (applyNext.immediate());
}

function refusalOfOpening(error: unknown, file: string): Result<never> {
  const folder = dirname(file);
  return storageRefusal(error, folder) ?? refused('workspace-damaged', { folder, reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
