import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { done, refused, type Refusal, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';

export interface SourceBytes {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

export const tableMegabytes = 50;

/** Reads a whole table file, or says why it cannot be read. */
export async function readSourceBytes(
  file: SourceFile,
  limitMegabytes: number = tableMegabytes,
): Promise<Result<SourceBytes>> {
  let handle;
  try {
    const irregular = irregularFile(file, await stat(file.path));
    if (irregular !== null) return irregular;
    handle = await open(file.path);
  } catch (error) {
    return fileFailure(file, error);
  }
  try {
    const { size } = await handle.stat();
    if (size > limitMegabytes * 1024 * 1024)
      return refused('file-too-large', { file: file.name, limitMegabytes });
    const bytes = await handle.readFile();
    if (bytes.length === 0) return refused('file-empty', { file: file.name });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (file.sha256 !== undefined && file.sha256 !== sha256) return changedSinceSeen(file.name);
    return done({ bytes, sha256 });
  } catch (error) {
    return fileFailure(file, error);
  } finally {
    await handle.close();
  }
}

/** Somebody decided by what the file was before. */
export function changedSinceSeen(file: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused('file-unreadable', { file, reason: '选好以后文件被改动，请重新选择这个文件' });
}

/** A folder, a pipe or a device: what cannot be read twice, or waits for somebody to write. Null for a file. */
export function irregularFile(
  file: SourceFile,
  found: Pick<Stats, 'isFile' | 'isDirectory'>,
): { readonly ok: false; readonly refusal: Refusal } | null {
  if (found.isFile()) return null;
  const reason = found.isDirectory() ? '这是一个文件夹' : '这不是普通文件，请先把内容存成文件';
  return refused('file-unreadable', { file: file.name, reason });
}

/** What an error of the file system means to the person who chose the file. */
export function fileFailure(
  file: SourceFile,
  error: unknown,
): { readonly ok: false; readonly refusal: Refusal } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refused('file-missing', { file: file.name });
  if (code === 'EISDIR') return refused('file-unreadable', { file: file.name, reason: '这是一个文件夹' });
  if (code === 'EACCES' || code === 'EPERM')
    return refused('file-unreadable', { file: file.name, reason: '没有读取权限，或正被别的程序占用' });
  return refused('file-unreadable', {
    file: file.name,
    reason: error instanceof Error ? error.message : String(error),
  });
}
