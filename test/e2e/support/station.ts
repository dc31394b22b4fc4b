import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { chromiumArguments, chromiumProgram } from '../../support/chromium.ts';
import { electronRuntime } from '../../support/electron-runtime.ts';

const root = join(import.meta.dirname, '../../..');

/** A running workstation with a data folder of its own, seen through whichever host the project names. */
export interface Station {
  readonly host: 'loopback' | 'electron';
  readonly page: Page;
  readonly dataFolder: string;
  /** Keeps a picture of the screen as the run's output. */
  picture(name: string): Promise<void>;
  /** Carries out what starts a download and returns the file's bytes and the name it was offered under. */
  download(start: () => Promise<void>): Promise<{ readonly name: string; readonly content: Buffer }>;
  /** Sets the size of the window's content, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Ends the program as a crash or a power cut would, and starts it again on the same data. */
  restart(): Promise<Page>;
}

interface Running {
  readonly page: Page;
  /** What the program has written to its standard error. */
  readonly errors: () => string;
  download: Station['download'];
  resize: Station['resize'];
  stop(kill: boolean): Promise<void>;
}

async function startLoopback(dataFolder: string): Promise<Running> {
  const server = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'electron/cli/main.ts'),
      '--data',
      dataFolder,
      'serve',
      '--no-open',
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const errors = heard(server);
  const address = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: await chromiumProgram(),
    args: [...chromiumArguments],
  });
  const page = await (
    await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  ).newPage();
  await page.goto(address);
  return {
    page,
    errors,
    async download(start) {
      const [download] = await Promise.all([page.waitForEvent('download'), start()]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    async stop(kill) {
      await browser.close();
      await stopped(server, kill ? 'SIGKILL' : 'SIGTERM');
    },
  };
}

/** Everything that a process writes to its standard error from now on. */
function heard(child: ChildProcess): () => string {
  let written = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    written += chunk.toString('utf8');
  });
  return () => written;
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed);
      if (found !== null) resolve(found[0]);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`the loopback host ended with ${code}:\n${printed}`)));
  });
}

function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function startElectron(dataFolder: string): Promise<Running> {
  const program = electronRuntime();
  if (program === null) throw new Error('no Electron runtime');
  const application: ElectronApplication = await _electron.launch({
    executablePath: program,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: { ...(process.env as Record<string, string>), JUDGING_DATA: dataFolder },
  });
  const errors = heard(application.process());
  const page = await application.firstWindow();
  const saved = join(dataFolder, 'saved');
  return {
    page,
    errors,
    // The native save dialog is answered in the main process, as a person would; everything before and after it is real.
    async download(start) {
      const name = application.evaluate(
        ({ session }, file) =>
          new Promise<string>((resolve, reject) => {
            session.defaultSession.once('will-download', (_event, item) => {
              item.setSavePath(file);
              item.once('done', (_done, state) => {
                if (state === 'completed') resolve(item.getFilename());
                else reject(new Error(`the download ended as ${state}`));
              });
            });
          }),
        saved,
      );
      await start();
      return { name: await name, content: readFileSync(saved) };
    },
    async resize(width, height) {
      await application.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      );
      await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    },
    async stop(kill) {
      if (kill) await stopped(application.process(), 'SIGKILL');
      else await application.close();
    },
  };
}

export const test = base.extend<{ station: Station }>({
  station: async ({}, use, information) => {
    const host = information.project.name === 'electron' ? 'electron' : 'loopback';
    const dataFolder = mkdtempSync(join(tmpdir(), 'judging-e2e-'));
    const start = host === 'electron' ? startElectron : startLoopback;
    let running = await start(dataFolder);
    const pictures = join(root, 'test-results/screenshots', host);
    mkdirSync(pictures, { recursive: true });
    await use({
      host,
      dataFolder,
      get page() {
        return running.page;
      },
      download: (start) => running.download(start),
      resize: (width, height) => running.resize(width, height),
      async picture(name) {
        await running.page.screenshot({ path: join(pictures, `${name}.png`) });
      },
      async restart() {
        await running.stop(true);
        running = await start(dataFolder);
        return running.page;
      },
    });
    // Before the end is waited for: a program that stands still does not end.
    if (information.status !== information.expectedStatus)
      await information.attach('stderr', { body: running.errors(), contentType: 'text/plain' });
    await running.stop(false);
    rmSync(dataFolder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
