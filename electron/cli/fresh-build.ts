import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the built command line is made of. */
const sources = ['electron', 'shared', 'package.json', 'rolldown.config.ts'];

/**
 * The command line as `npm run build` made it, which starts in a third of the time that the sources take; null where nothing is
 * built, or where a source is newer than what is built.
 * @param project the folder of `package.json`
 */
export function freshBuild(project: string): URL | null {
  const built = join(project, 'dist', 'main', 'judging.js');
  const builtAt = changedAt(built);
  if (builtAt === null) return null;
  const isStale = sources.some((source) => newestIn(join(project, source)) >= builtAt);
  return isStale ? null : pathToFileURL(built);
}

function newestIn(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  // The folders too: a file that was taken away changes only its folder.
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).reduce(
    (newest, name) => Math.max(newest, statSync(join(path, name)).mtimeMs),
    own.mtimeMs,
  );
}

function changedAt(path: string): number | null {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}
