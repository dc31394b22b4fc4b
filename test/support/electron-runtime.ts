import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const programNames: Readonly<Record<string, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The Electron program to test with: the one that the environment names, else the package's own; null where there is none. */
export function electronRuntime(): string | null {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = programNames[process.platform] ?? 'electron';
  if (override !== undefined && override !== '') {
    const file = join(override, program);
    return existsSync(file) ? file : null;
  }
  const folder = join(import.meta.dirname, '../../node_modules/electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const file = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(file) ? file : null;
}
