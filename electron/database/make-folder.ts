import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: '路径中有一处是文件，不是文件夹',
  EEXIST: '已有同名的文件',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '所在的磁盘只能读取',
  ENOENT: '这个位置不能建立文件夹',
  ENAMETOOLONG: '路径太长',
};

/** Why a folder cannot be made or written, in a person's words; null for an error that is not the file system's. */
export function folderFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message;
}

/**
 * Makes a folder with those above it and returns those that were not there, the highest first. Step by step and not by
 * `recursive`, which never comes back where the system refuses to make a folder in one that exists (`/proc`).
 */
export function makeFolder(folder: string): string[] {
  const missing: string[] = [];
  for (let place = resolve(folder); !isThere(place) && dirname(place) !== place; place = dirname(place))
    missing.unshift(place);
  const made: string[] = [];
  try {
    for (const place of missing) {
      mkdirSync(place);
      made.push(place);
    }
  } catch (error) {
    removeEmptyFolders(made);
    throw error;
  }
  return made;
}

function isThere(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Takes back what `makeFolder` made; what has got a content meanwhile stays. */
export function removeEmptyFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // Not empty, or gone already.
    }
  }
}
