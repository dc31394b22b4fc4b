import type { Connection } from './connection.ts';

/** SQLite's own check of the whole file; null when it finds nothing, else the first fault in its words. */
export function quickCheck(connection: Connection): string | null {
  const rows = connection.pragma('quick_check(1)') as { readonly quick_check: string }[];
  const first = rows[0]?.quick_check ?? 'no answer';
  return first === 'ok' ? null : first;
}
