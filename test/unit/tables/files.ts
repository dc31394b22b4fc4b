import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { SourceFile } from '../../../electron/services/use-case.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judging-test-'));
  folders.push(folder);
  return folder;
}

/** A file as a person would choose it. */
export function sourceFile(name: string, content: Uint8Array | string): SourceFile {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { path, name };
}
