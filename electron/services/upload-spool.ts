import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

function uploadSpool(folder: string): string {
  return join(folder, 'spool', 'uploads');
}

/**
 * Where files lie on their way in and out, as they were sent: with accounts that can be read. Their names begin with the number of
 * the process that holds them; what an ended one left is removed when the folder is next opened.
 */
export function openUploadSpool(folder: string): string {
  const spool = uploadSpool(folder);
  mkdirSync(spool, { recursive: true });
  return spool;
}

/** Removes what an earlier run left behind, but not what another program that is still running holds. */
export function removeLeftUploads(folder: string): void {
  const spool = uploadSpool(folder);
  if (!existsSync(spool)) return;
  for (const name of readdirSync(spool)) {
    const owner = Number(name.split('-')[0]);
    if (owner === process.pid || !isRunning(owner)) removeUnlessHeld(join(spool, name));
  }
}

/** What the system will not let go now (a virus scanner reads it, say) stops nobody's work; the next start tries again. */
function removeUnlessHeld(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
