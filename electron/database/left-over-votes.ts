import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVoteGeneration, stagedBatches } from './vote-batches.ts';
import type { Workspace } from './workspace.ts';

/**
 * Whether work on the votes was begun and not ended: it was broken off, or it is going on in another program. Reads only,
 * so that asking takes no lock from an import that is about to begin.
 */
export function hasUnfinishedVoteWork({ connection, folder }: Workspace): boolean {
  if (stagedBatches(connection).length > 0) return true;
  if (readdirSync(join(folder, 'spool')).some((name) => /^votes-.*\.db/.test(name))) return true;
  const isPrepared = connection.prepare(
    'SELECT 1 FROM ballot WHERE changed_in > 0 AND changed_in > ? LIMIT 1',
  );
  return isPrepared.get(readVoteGeneration(connection)) !== undefined;
}
