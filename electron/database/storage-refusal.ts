import { refused, type Refusal } from '../../shared/refusals/refusal.ts';

const forbidden: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The refusal that a failure of the disk, of its permissions or of the database's lock means, or null for any other error. */
export function storageRefusal(
  error: unknown,
  folder: string,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SHMSIZE: the log's index could not grow, which is how SQLite first meets a full disk.
  const isFull = code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_SHMSIZE';
  if (isFull || code === 'ENOSPC' || code === 'EDQUOT') return refused('disk-full', {});
  if (forbidden.has(code) || code.startsWith('SQLITE_READONLY'))
    return refused('folder-unusable', { folder, reason: '没有写入权限' });
  if (code.startsWith('SQLITE_BUSY')) return refused('workspace-busy', { folder });
  return null;
}
