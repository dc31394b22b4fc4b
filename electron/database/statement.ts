import type Database from 'better-sqlite3';
import type { Connection } from './connection.ts';

const prepared = new WeakMap<Connection, Map<string, Database.Statement>>();

/**
 * The statement of this text, compiled once per connection: compiling costs more than running it. For `get`, `all` and `run`;
 * one to iterate over needs a statement of its own, because it is busy until the end.
 */
export function statement<Values extends unknown[] | object = unknown[], Row = unknown>(
  connection: Connection,
  sql: string,
): Database.Statement<Values extends unknown[] ? Values : [Values], Row> {
  let statements = prepared.get(connection);
  if (statements === undefined)
    prepared.set(connection, (statements = new Map<string, Database.Statement>()));
  let found = statements.get(sql);
  if (found === undefined) statements.set(sql, (found = connection.prepare(sql)));
  return found as Database.Statement<Values extends unknown[] ? Values : [Values], Row>;
}
