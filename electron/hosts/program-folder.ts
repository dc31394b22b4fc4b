import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The folder that holds `package.json`: of the sources, or of the packaged program. */
export function programFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder)
      throw new Error(`the program's package.json is missing: nothing above ${from}`);
  }
}

const packageSchema = z.object({ version: z.string() });

export function programVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8'))).version;
}
