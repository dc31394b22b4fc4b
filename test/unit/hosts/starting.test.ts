import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { needsBuild } from '../../../electron/hosts/build-if-needed.ts';
import { commandArguments, dataArgument } from '../../../electron/hosts/command-arguments.ts';
import { defaultDataFolder, workspaceFolder } from '../../../electron/hosts/data-folder.ts';
import {
  electronDownloadAddress,
  electronProgram,
  isReachable,
} from '../../../electron/hosts/electron-program.ts';
import { browserCommand } from '../../../electron/hosts/open-browser.ts';

test('started with a command it is the command line, started without one a window', () => {
  expect(commandArguments([])).toBeNull();
  expect(commandArguments(['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'])).toBeNull();
  expect(commandArguments(['--data', '/tmp/x'])).toBeNull();
  expect(dataArgument(['--no-sandbox', '--data', '/tmp/x'])).toBe('/tmp/x');
  expect(dataArgument(['--data=/tmp/x'])).toBe('/tmp/x');
  expect(dataArgument([])).toBeNull();
  expect(
    commandArguments(['--no-sandbox', '--data', '/tmp/x', '--json', 'votes', 'import', 'a.csv', '--dry-run']),
  ).toEqual(['--data', '/tmp/x', '--json', 'votes', 'import', 'a.csv', '--dry-run']);
  expect(commandArguments(['--help'])).toEqual(['--help']);
});

test('the data lies where each platform keeps a program’s data, unless a person names a folder', () => {
  const home = '/home/wang';
  expect(defaultDataFolder({ platform: 'linux', home, environment: {} })).toBe(
    '/home/wang/.local/share/judging-workstation',
  );
  expect(defaultDataFolder({ platform: 'linux', home, environment: { XDG_DATA_HOME: '/data' } })).toBe(
    '/data/judging-workstation',
  );
  expect(defaultDataFolder({ platform: 'darwin', home, environment: {} })).toBe(
    '/home/wang/Library/Application Support/judging-workstation',
  );
  expect(defaultDataFolder({ platform: 'win32', home, environment: { APPDATA: '/appdata' } })).toBe(
    '/appdata/judging-workstation',
  );
  expect(defaultDataFolder({ platform: 'linux', home, environment: { JUDGING_DATA: 'here' } })).toBe(
    resolve('here'),
  );
  expect(workspaceFolder('/data', 'real')).toBe('/data');
  expect(workspaceFolder('/data', 'demonstration')).toBe('/data/demonstration');
});

test('the browser opens as a window of the program where one can, and never by way of a shell', () => {
  const address = 'http://127.0.0.1:1/?token=a&b;c';
  const linux = {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
  } as const;
  expect(browserCommand(address, { ...linux, exists: (file) => file === '/usr/bin/google-chrome' })).toEqual({
    program: '/usr/bin/google-chrome',
    arguments: [`--app=${address}`, '--window-size=1366,768'],
  });
  const asRoot = browserCommand(address, {
    ...linux,
    isRoot: true,
    exists: (file) => file === '/usr/bin/chromium',
  });
  expect(asRoot.arguments).toContain('--no-sandbox');
  expect(browserCommand(address, { ...linux, exists: () => false })).toEqual({
    program: 'xdg-open',
    arguments: [address],
  });
  const windows = { platform: 'win32', environment: {}, isRoot: false, exists: () => false } as const;
  expect(browserCommand(address, windows)).toEqual({ program: 'explorer.exe', arguments: [address] });
  expect(browserCommand(address, { ...windows, platform: 'darwin' })).toEqual({
    program: 'open',
    arguments: [address],
  });
});

function programFolderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'judging-start-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

test('Electron is found where the environment says or where its package keeps it', () => {
  const folder = programFolderWith({
    'node_modules/electron/package.json': '{"version":"1.2.3"}',
    'node_modules/electron/path.txt': 'electron',
    'elsewhere/electron': '',
  });
  expect(electronProgram(folder, {})).toBeNull();
  expect(electronProgram(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') })).toBe(
    join(folder, 'elsewhere/electron'),
  );
  mkdirSync(join(folder, 'node_modules/electron/dist'));
  writeFileSync(join(folder, 'node_modules/electron/dist/electron'), '');
  expect(electronProgram(folder, {})).toBe(join(folder, 'node_modules/electron/dist/electron'));
  expect(electronDownloadAddress(folder, { ELECTRON_MIRROR: 'http://mirror/' })).toBe(
    `http://mirror/v1.2.3/electron-v1.2.3-${process.platform}-${process.arch}.zip`,
  );
});

test('a download host that does not answer costs no more than the time given', async () => {
  const silent = createServer();
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    silent.close();
  });
  const begun = performance.now();
  expect(await isReachable(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`, 200)).toBe(false);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('a Node that is too old is told what it lacks, in a syntax that it understands', () => {
  const file = join(import.meta.dirname, '../../../electron/hosts/require-node.cjs');
  expect(spawnSync(process.execPath, [file]).status).toBe(0);
  const source = readFileSync(file, 'utf8');
  expect(source).not.toMatch(/=>|\b(?:const|let|import)\b|`/);
  for (const [version, isRefused] of [
    ['4.9.1', true],
    ['20.19.2', true],
    ['22.17.1', true],
    ['22.18.0', false],
    ['23.5.0', true],
    ['23.6.0', false],
    ['24.21.0', false],
  ] as const) {
    const lines: string[] = [];
    let code: number | null = null;
    vm.runInNewContext(source, {
      process: { versions: { node: version }, exit: (status: number) => (code = status) },
      console: { error: (line: string) => lines.push(line) },
    });
    expect([version, code === 1, lines.join('').includes(version)]).toEqual([version, isRefused, isRefused]);
  }
});

test('the program is built when it is missing or older than its sources, and not otherwise', () => {
  const folder = programFolderWith({
    'electron/hosts/start.ts': '',
    'shared/a/rule.ts': '',
    'renderer/index.html': '',
  });
  expect(needsBuild(folder)).toBe(true);
  const soon = new Date(Date.now() + 60_000);
  for (const name of ['dist/renderer/index.html', 'dist/main/electron.js', 'dist/main/vote-import.js']) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), soon, soon);
  }
  expect(needsBuild(folder)).toBe(false);
  const later = new Date(Date.now() + 120_000);
  utimesSync(join(folder, 'shared/a/rule.ts'), later, later);
  expect(needsBuild(folder)).toBe(true);
});
