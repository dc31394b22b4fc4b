import { createHash } from 'node:crypto';

/** What a set of files is known again by, in whatever order they are named: of one file its own SHA-256. */
export function hashOfFiles(hashes: readonly string[]): string {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  return createHash('sha256').update(hashes.toSorted().join('\n')).digest('hex');
}
