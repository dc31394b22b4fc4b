import Database from 'better-sqlite3';
import { dirname } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { storageRefusal } from './storage-refusal.ts';

export type Connection = Database.Database;

/** Bytes of a page of a new database: a page of ballots lies in five of them instead of forty. */
const pageSize = 32_768;
/** The log is copied into the database whenever it has so many pages: four megabytes, a few milliseconds. */
const checkpointPages = 128;

export interface ConnectionOptions {
  /** Where a busy writer is waited for, in milliseconds. */
  readonly busyTimeout?: number;
  readonly migrations?: readonly Migration[];
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
    // Only a database that is still empty takes it.
    connection.pragma(`page_size = ${pageSize}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    const refusal = found < steps.length ? migrate(connection, steps, dirname(file)) : null;
    if (refusal === null) return done(connection);
    connection.close();
    return refusal;
  } catch (error) {
    connection.close();
    return refusalOfOpening(error, file);
  }
}

function versionOf(connection: Connection): number {
  return connection.pragma('user_version', { simple: true }) as number;
}

/**
 * Each step in a transaction of its own. The version is read inside it: another program may be migrating at this moment. Gives
 * the refusal of a step that this workspace cannot take.
 */
function migrate(connection: Connection, steps: readonly Migration[], folder: string): Result<never> | null {
  const applyNext = connection.transaction((): Result<never> | boolean => {
    const version = versionOf(connection);
    const step = steps[version];
    if (step === undefined) return false;
    const refusal = step.refuse?.(connection, folder) ?? null;
    if (refusal !== null) return refusal;
    connection.exec(step.sql);
    connection.pragma(`user_version = ${version + 1}`);
    return true;
  });
  for (;;) {
    const applied = applyNext.immediate();
    if (applied === false) return null;
    if (applied !== true) return applied;
  }
}

function refusalOfOpening(error: unknown, file: string): Result<never> {
  const folder = dirname(file);
  return storageRefusal(error, folder) ?? refused('workspace-damaged', { folder, reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
