import { hasPreparedStandings } from './ballot-standings.ts';
import { readVoteGeneration, stagedBatches } from './vote-batches.ts';
import type { Workspace } from './workspace.ts';

/**
 * Whether work on the votes was begun and not ended: it was broken off, or it is going on in another program. Reads only,
 * so that asking takes no lock from an import that is about to begin.
 */
export function hasUnfinishedVoteWork({ connection }: Workspace): boolean {
  return (
    stagedBatches(connection).length > 0 || hasPreparedStandings(connection, readVoteGeneration(connection))
  );
}
