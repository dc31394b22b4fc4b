import { stat } from 'node:fs/promises';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import type { SourceFile } from '../../use-case.ts';
import { sourceSet, type SourceSet } from '../source/source-set.ts';

/** What becomes one batch, and its size. */
export interface ImportUnit extends SourceSet {
  readonly bytes: number;
  /** Null: recognised. */
  readonly mapping: VoteMapping | null;
}

/** The files as their mappings put them together: one mapping of a file per candidate for all of them makes them one. */
export async function importUnits(
  files: readonly SourceFile[],
  mappings: readonly (VoteMapping | null)[],
): Promise<Result<ImportUnit[]>> {
  const units: ImportUnit[] = [];
  for (const [place, file] of files.entries()) {
    try {
      const { size: bytes } = await stat(file.path);
      units.push({ ...sourceSet([file]), bytes, mapping: mappings[place] ?? null });
    } catch (error) {
      return fileFailure(file, error);
    }
  }
  const mapping = mappings[0] ?? null;
  const isOneMapping = new Set(mappings.map((each) => JSON.stringify(each))).size === 1;
  if (mapping?.layout.kind !== 'candidate-files' || !isOneMapping || units.length < 2) return done(units);
  const bytes = units.reduce((sum, unit) => sum + unit.bytes, 0);
  return done([{ ...sourceSet(files), bytes, mapping }]);
}
