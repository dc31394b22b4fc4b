import type { Workspace } from '../../database/workspace.ts';
import { takeVoteLock } from './vote-lock.ts';
import { discardPreparedWorkAtOnce } from './work/discard.ts';

/**
 * At start-up: removes what an interrupted import left invisible. While another program imports into the same folder this does
 * nothing, because what is invisible then is that import's work.
 */
export function removeStagedBatches(workspace: Workspace): void {
  const taken = takeVoteLock(workspace.folder);
  const lock = taken.ok ? taken.value : null;
  if (lock === null) return;
  try {
    discardPreparedWorkAtOnce(workspace.connection);
  } finally {
    lock.release();
  }
}
