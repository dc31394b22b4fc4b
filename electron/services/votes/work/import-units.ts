import { stat } from 'node:fs/promises';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import type { SourceFile } from '../../use-case.ts';
import { sourceSet, type SourceSet } from '../source/source-set.ts';

/** What becomes one batch, and its size. */
export interface ImportUnit extends SourceSet {
  readonly bytes: number;
}

/** The files as the mapping puts them together. */
export async function importUnits(
  files: readonly SourceFile[],
  mapping: VoteMapping | null,
): Promise<Result<ImportUnit[]>> {
  const units: ImportUnit[] = [];
  for (const file of files) {
    try {
      units.push({ ...sourceSet([file]), bytes: (await stat(file.path)).size });
    } catch (error) {
      return fileFailure(file, error);
    }
  }
  if (mapping?.layout.kind !== 'candidate-files' || units.length < 2) return done(units);
  const bytes = units.reduce((sum, unit) => sum + unit.bytes, 0);
  return done([{ ...sourceSet(files), bytes }]);
}
