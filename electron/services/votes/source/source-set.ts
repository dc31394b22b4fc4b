import { createHash } from 'node:crypto';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import type { SourceFile } from '../../use-case.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';

/** What becomes one batch: a file, or the files that hold ballots only together (one per candidate). */
export interface SourceSet {
  /** As people are told of it. */
  readonly name: string;
  /** At least one. */
  readonly files: readonly SourceFile[];
}

export function sourceSet(files: readonly SourceFile[]): SourceSet {
  const first = files[0]?.name ?? '';
  return { name: files.length === 1 ? first : `${first} 等 ${files.length} 个文件`, files };
}

/** Inspects all files of a set. Their names tell its candidates apart, so no two may be the same. */
export async function inspectSet(
  { files }: SourceSet,
  checkCancelled: () => void,
  chosen?: TextEncoding,
): Promise<Result<readonly InspectedFile[]>> {
  const names = files.map(({ name }) => name);
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) < place));
  if (repeated.size > 0) return refused('set-names-repeated', { files: [...repeated] });
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    const result = await inspectFile(file, checkCancelled, chosen);
    if (!result.ok) return result;
    inspected.push(result.value);
  }
  return done(inspected);
}

/** The hash by which the same set is known again, in whatever order its files are chosen: of one file its own SHA-256. */
export function hashOfSet(inspected: readonly Pick<InspectedFile, 'sha256'>[]): string {
  const hashes = inspected.map(({ sha256 }) => sha256).toSorted();
  const [only] = hashes;
  return hashes.length === 1 && only !== undefined
    ? only
    : createHash('sha256').update(hashes.join('\n')).digest('hex');
}
