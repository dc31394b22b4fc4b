import type { Connection } from './connection.ts';

/** Table `workspace_secret`: never exported, never shown, never logged. */

/** The key of the accounts' hashes: 32 random bytes of this workspace. */
export function readAccountKey(connection: Connection): Uint8Array {
  const row = connection
    .prepare<[], { account_key: Buffer }>('SELECT account_key FROM workspace_secret WHERE id = 1')
    .get();
  if (row === undefined) throw new Error('the workspace has no account key');
  return row.account_key;
}
