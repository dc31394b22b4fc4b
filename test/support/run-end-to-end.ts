import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.ts';

/** Runs the end-to-end specs; gives Electron a virtual screen where the machine has none. */
function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

const root = join(import.meta.dirname, '../..');
const playwright = [
  process.execPath,
  join(root, 'node_modules/@playwright/test/cli.js'),
  'test',
  ...process.argv.slice(2),
];
const environment = { ...process.env };
let command = playwright;

const needsScreen =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
if (electronRuntime() !== null && needsScreen) {
  if (onPath('xvfb-run')) {
    command = ['xvfb-run', '-a', '-s', '-screen 0 2560x1600x24', ...playwright];
  } else {
    console.log('No screen and no xvfb-run: the Electron part of the end-to-end tests is NOT run.');
    environment['ELECTRON_OVERRIDE_DIST_PATH'] = '/no-screen';
  }
}
const [program = '', ...programArguments] = command;
const run = spawnSync(program, programArguments, { cwd: root, stdio: 'inherit', env: environment });
process.exit(run.status ?? 1);
