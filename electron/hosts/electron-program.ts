import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const programNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The Electron program: where the environment says, else where the `electron` package keeps it; null where there is none. */
export function electronProgram(
  programFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const packageFolder = join(programFolder, 'node_modules', 'electron');
  const named = join(packageFolder, 'path.txt');
  const program = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : (programNames[process.platform] ?? 'electron');
  const chosen = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = join(chosen === undefined || chosen === '' ? join(packageFolder, 'dist') : chosen, program);
  return existsSync(file) ? file : null;
}

const packageSchema = z.object({ version: z.string() });

/** Where the `electron` package fetches its program from; it honours the same two variables. */
export function electronDownloadAddress(
  programFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const text = readFileSync(join(programFolder, 'node_modules', 'electron', 'package.json'), 'utf8');
  const { version } = packageSchema.parse(JSON.parse(text));
  const mirror =
    environment['ELECTRON_MIRROR'] ??
    environment['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** Whether a file can be fetched, decided within the given time: a machine without a network must not make anybody wait. */
export async function isReachable(address: string, milliseconds: number): Promise<boolean> {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(milliseconds) });
    return response.ok;
  } catch {
    return false;
  }
}
