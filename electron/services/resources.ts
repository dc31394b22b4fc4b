import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { candidateListSchema, type Candidate } from '../../shared/contract/applications.ts';
import { roundSchema, type Round } from '../../shared/round/round.ts';

/**
 * Where `resources/` lies: beside the nearest folder above this file. That holds for the sources (electron/services), for a
 * bundle (dist/main) and for the archive of a packaged program, without any setting.
 */
export function resourcesFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'resources');
    if (existsSync(join(found, 'rounds'))) return found;
    if (dirname(folder) === folder)
      throw new Error(`the program's resources are missing: nothing above ${from}`);
  }
}

export interface RoundResource {
  readonly round: Round;
  readonly candidates: readonly Candidate[];
}

/** A round that ships with the program. Its files are part of the program, so a fault in them is a defect. */
export function readRoundResource(id: 'shanghai-2017'): RoundResource {
  const folder = join(resourcesFolder(), 'rounds', id);
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    round: roundSchema.parse(json('round.json')),
    candidates: candidateListSchema.parse(json('candidates.json')).candidates,
  };
}
