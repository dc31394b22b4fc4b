import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshBuild } from '../../../electron/cli/fresh-build.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const before = new Date('2026-01-01T08:00:00Z');
const built = new Date('2026-01-01T09:00:00Z');
const after = new Date('2026-01-01T10:00:00Z');

const files = ['electron/cli/main.ts', 'electron/a.ts', 'shared/b.ts', 'package.json', 'rolldown.config.ts'];
const folders = ['electron/cli', 'electron', 'shared'];

function project(): string {
  const folder = temporaryFolder();
  for (const name of [...folders, 'dist/main']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of files) writeFileSync(join(folder, name), '');
  for (const name of [...files, ...folders]) utimesSync(join(folder, name), before, before);
  const program = join(folder, 'dist/main/judging.js');
  writeFileSync(program, '');
  utimesSync(program, built, built);
  return folder;
}

describe('the command line that was built', () => {
  it('is run where nothing was changed since', () => {
    expect(freshBuild(project())?.pathname).toMatch(/\/dist\/main\/judging\.js$/);
  });

  it.each(files)('is not run when %s is newer', (name) => {
    const folder = project();
    utimesSync(join(folder, name), after, after);
    expect(freshBuild(folder)).toBeNull();
  });

  it('is not run when a source was taken away', () => {
    const folder = project();
    rmSync(join(folder, 'electron/a.ts'));
    expect(freshBuild(folder)).toBeNull();
  });

  it('is not run where there is none', () => {
    const folder = project();
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(freshBuild(folder)).toBeNull();
  });
});
