import { fileFailure, irregularFile } from '../../tables/file-faults.ts';
import { stat } from 'node:fs/promises';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../../use-case.ts';
import { sourceSet, type SourceSet } from '../source/source-set.ts';
import type { ImportOptions } from './task.ts';

/** What becomes one batch, and its size. */
export interface ImportUnit extends SourceSet {
  readonly bytes: number;
  /** Null: recognised. */
  readonly mapping: VoteMapping | null;
}

/** The files put together to what becomes a batch each; the mapping of a set is that of its first file. */
export async function importUnits(
  files: readonly SourceFile[],
  { mappings, sets }: Pick<ImportOptions, 'mappings' | 'sets'>,
): Promise<Result<ImportUnit[]>> {
  const units: ImportUnit[] = [];
  for (const [place, file] of files.entries()) {
    try {
      const found = await stat(file.path);
      const irregular = irregularFile(file, found);
      if (irregular !== null) return irregular;
      units.push({ ...sourceSet([file]), bytes: found.size, mapping: mappings[place] ?? null });
    } catch (error) {
      return fileFailure(file, error);
    }
  }
  const joined = (places: readonly number[]): readonly ImportUnit[] => {
    const [first, ...others] = places.flatMap((place) => units[place] ?? []);
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
    const members = [first, ...others];
    const bytes = members.reduce((sum, unit) => sum + unit.bytes, 0);
    return [{ ...sourceSet(members.flatMap((unit) => unit.files)), bytes, mapping: first.mapping }];
  };
  const inSets = new Set(sets.flat());
  const single = units.flatMap((_, place) => (inSets.has(place) ? [] : [[place]]));
  return done([...sets, ...single].toSorted(byFirstPlace).flatMap(joined));
}

/** As the files were handed in. */
function byFirstPlace([left = 0]: readonly number[], [right = 0]: readonly number[]): number {
  return left - right;
}
