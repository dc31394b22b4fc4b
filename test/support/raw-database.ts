import Database from 'better-sqlite3';

/**
 * Opens a database past the program, as somebody with other tools would. It must be the same SQLite that the program has loaded:
 * two copies in one process do not see each other's file locks.
 */
export function openRawDatabase(file: string): Database.Database {
  const nativeBinding = process.env['BETTER_SQLITE3_NATIVE_BINDING'] ?? '';
  return new Database(file, nativeBinding === '' ? {} : { nativeBinding });
}
