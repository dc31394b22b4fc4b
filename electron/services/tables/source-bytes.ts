import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';
import { changedSinceSeen, fileFailure, irregularFile } from './file-faults.ts';

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
