import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from '../resources.ts';

const packageSchema = z.object({ version: z.string() });

/** The version of the program that writes the export, from the package that its resources belong to. */
export function programVersion(): string {
  const text = readFileSync(join(resourcesFolder(), '..', 'package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}
