import type { Stats } from 'node:fs';
import { refused, type Refusal } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';

/** Why a file that a person chose is not read, as a refusal. */

/** What was read is not what was there before, or is not there any more. */
export function changedMeanwhile(file: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused('file-unreadable', { file, reason: '读取期间文件被改动，请等它写完再导入' });
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
