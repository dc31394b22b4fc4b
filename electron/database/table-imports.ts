import type { Connection } from './connection.ts';

/** Table `table_import`: which files of tables came in. */

export interface TableImportRecord {
  readonly table: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly created: number;
  readonly at: string;
  readonly actor: string;
}

interface TableImportRow extends Omit<TableImportRecord, 'table'> {
  readonly table_name: string;
}

export function insertTableImport(connection: Connection, record: TableImportRecord): void {
  connection
    .prepare(
      'INSERT INTO table_import (table_name, file, sha256, rows, created, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(record.table, record.file, record.sha256, record.rows, record.created, record.at, record.actor);
}

/** In the order in which they came in. */
export function readTableImports(connection: Connection): TableImportRecord[] {
  return connection
    .prepare<[], TableImportRow>(
      'SELECT table_name, file, sha256, rows, created, at, actor FROM table_import ORDER BY id',
    )
    .all()
    .map(({ table_name, file, sha256, rows, created, at, actor }) => ({
      table: table_name,
      file,
      sha256,
      rows,
      created,
      at,
      actor,
    }));
}
