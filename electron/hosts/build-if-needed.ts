import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. A folder's own time changes when a file in it comes or goes. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'package-lock.json',
  'vite.config.ts',
  'rolldown.config.ts',
];
const results = ['dist/renderer/index.html', 'dist/main/electron.js', 'dist/main/vote-import.js'];

function timesBelow(path: string): number[] {
  const found = statSync(path);
  if (!found.isDirectory()) return [found.mtimeMs];
  return [found.mtimeMs, ...readdirSync(path).flatMap((name) => timesBelow(join(path, name)))];
}

/** Whether the build is missing or older than what it is made from. */
export function needsBuild(root: string): boolean {
  const built = results.map((result) => join(root, result));
  if (!built.every((result) => existsSync(result))) return true;
  const oldest = Math.min(...built.map((result) => statSync(result).mtimeMs));
  return sources.some((source) => {
    const path = join(root, source);
    return existsSync(path) && timesBelow(path).some((time) => time > oldest);
  });
}

function runScript(root: string, words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    // Only what goes wrong is for the person who starts the program; the list of built files is not.
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}

/** Builds the page and the main process, as `npm run build` does, when the sources have changed since. */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<boolean> {
  if (!needsBuild(root)) return true;
  say('正在构建程序，只在第一次启动和更新之后需要……');
  const page = await runScript(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
  return (
    page && (await runScript(root, ['node_modules/rolldown/bin/cli.mjs', '--config', 'rolldown.config.ts']))
  );
}
