import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  readonly isRoot: boolean;
}

/** A program and its arguments; never a line for a shell. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const windowsPaths = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function appBrowsers({ platform, environment }: Surroundings): string[] {
  if (platform === 'win32') {
    const roots = [
      environment['ProgramFiles(x86)'],
      environment['ProgramFiles'],
      environment['LOCALAPPDATA'],
    ];
    return roots.flatMap((root) =>
      root === undefined ? [] : windowsPaths.map((path) => join(root, ...path)),
    );
  }
  if (platform === 'darwin') return macPaths;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** How to open an address: as a window of its own in Chromium, Edge or Chrome, else in the person's browser. */
export function browserCommand(address: string, surroundings: Surroundings): Command {
  const browser = appBrowsers(surroundings).find((file) => surroundings.exists(file));
  if (browser !== undefined) {
    // Chromium refuses to start as root with its sandbox; as anybody else it keeps it.
    const sandbox = surroundings.platform === 'linux' && surroundings.isRoot ? ['--no-sandbox'] : [];
    return { program: browser, arguments: [...sandbox, `--app=${address}`, '--window-size=1366,768'] };
  }
  if (surroundings.platform === 'win32') return { program: 'explorer.exe', arguments: [address] };
  return { program: surroundings.platform === 'darwin' ? 'open' : 'xdg-open', arguments: [address] };
}

/** True when a browser could be started; what it then does is its own affair. */
export function openBrowser(address: string): Promise<boolean> {
  if (process.platform === 'linux' && !hasScreen()) return Promise.resolve(false);
  const { program, arguments: words } = browserCommand(address, {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
    isRoot: process.getuid?.() === 0,
  });
  return new Promise((resolve) => {
    const child = spawn(program, words, { detached: true, stdio: 'ignore' });
    child.once('error', () => {
      resolve(false);
    });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** A Linux machine without a screen can open neither a browser nor an Electron window. */
export function hasScreen(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}
