import { fileFailure } from '../services/tables/file-faults.ts';
import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import type { SourceFile } from '../services/use-case.ts';

/** Said before anything is computed and recorded. */
export async function checkTarget(target: SourceFile): Promise<Result<null>> {
  const folder = dirname(target.path);
  try {
    if (!(await stat(folder)).isDirectory())
      return refused('file-unreadable', { file: folder, reason: '这不是文件夹' });
  } catch {
    return refused('file-missing', { file: folder });
  }
  const standing = await stat(target.path).catch(() => null);
  return standing?.isDirectory() === true
    ? refused('file-unreadable', { file: target.path, reason: '这是一个文件夹' })
    : done(null);
}

/** Lets `write` fill a file beside the target, so that an earlier one is never left half overwritten. */
export async function writeWhole<Value>(
  target: SourceFile,
  write: (path: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const beside = `${target.path}.${randomUUID()}.part`;
  try {
    const written = await write(beside);
    if (written.ok) await rename(beside, target.path);
    return written;
  } catch (error) {
    await rm(beside, { force: true });
    if (!isFileError(error)) throw error;
    return fileFailure(target, error);
  }
}

/** Of the file system, not of what was to be written. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
