import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { fileFailure } from '../services/tables/source-bytes.ts';
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

/** Through a file beside it, so that an earlier export is never left half overwritten. */
export async function writeWhole(target: SourceFile, content: Uint8Array): Promise<Result<null>> {
  const beside = `${target.path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, target.path);
    return done(null);
  } catch (error) {
    await rm(beside, { force: true });
    return fileFailure(target, error);
  }
}
