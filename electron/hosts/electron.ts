import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, protocol, session } from 'electron';
import { sentenceOf } from '../../shared/refusals/refusal.ts';
import type { Application } from '../http/application.ts';
import { commandArguments, dataArgument } from './command-arguments.ts';
import { defaultDataFolder } from './data-folder.ts';
import { chooseFiles } from './file-dialog.ts';
import { leavesAnyway } from './leave-dialog.ts';
import { setMenu } from './menu.ts';
import { startProgram } from './program.ts';
import { endUnexpectedly, type LastWords } from './unexpected-end.ts';
import { isPageAddress, pageAddress, restrictContents, restrictSession } from './window-policy.ts';

/**
 * The main process. No top-level await anywhere: Electron becomes ready only after this module has run to its end.
 */
const words = process.argv.slice(
  app.isPackaged ? 1 : process.argv.findIndex((word, index) => index > 0 && !word.startsWith('-')) + 1,
);
const command = commandArguments(words);

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

let window: BrowserWindow | null = null;

function openWindow(): void {
  window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    title: '评审工作站',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // It would fetch dictionaries from the network.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window?.show());
  // The page objects to closing while marks are unsaved or a slip is open; without an answer the window would only seem stuck.
  window.webContents.on('will-prevent-unload', (event) => {
    if (window !== null && leavesAnyway(window)) event.preventDefault();
  });
  window.once('closed', () => {
    window = null;
  });
  void window.loadURL(pageAddress);
}

/**
 * The last calls are answered and the database is closed before the program goes. Not on before-quit: until the windows have
 * closed somebody may still decide to stay. In the runtime tested, a second quit after will-quit
 * was held back did not end the program, hence exit.
 */
function quitCleanly(application: Application): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void application
      .close()
      .catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
      })
      .finally(() => {
        app.exit(0);
      });
  });
}

async function runProgram(dataFolder: string): Promise<void> {
  restrictSession(session.defaultSession);
  setMenu();
  const program = await startProgram({
    dataFolder,
    kind: 'electron',
    chooseFiles: (purpose, multiple) => chooseFiles(window, purpose, multiple),
  });
  if (!program.ok) {
    dialog.showErrorBox('评审工作站打不开工作区', sentenceOf(program.refusal));
    app.exit(1);
    return;
  }
  const application = program.value;
  protocol.handle('app', (request) =>
    isPageAddress(request.url) ? application.fetch(request) : new Response(null, { status: 404 }),
  );
  quitCleanly(application);
  openWindow();
}

const lastWords: LastWords = {
  write: (text) => process.stderr.write(text),
  showErrorBox: (title, content) => {
    dialog.showErrorBox(title, content);
  },
  exit: (code) => {
    app.exit(code);
  },
};

function runAsWindow(): void {
  // Electron's own answer is a box in English, and to go on.
  process.on('uncaughtException', (error) => {
    endUnexpectedly(error, '评审工作站出错了', lastWords);
  });
  const named = dataArgument(words);
  const dataFolder = named === null ? defaultDataFolder() : resolve(named);
  // Chromium's own files lie with the data they belong to, so that two data folders can be open side by side but one
  // never twice. They may be deleted at any time.
  const windowFolder = join(dataFolder, 'window');
  mkdirSync(windowFolder, { recursive: true });
  app.setPath('userData', windowFolder);
  app.setPath('sessionData', windowFolder);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('web-contents-created', (_event, contents) => {
    restrictContents(contents);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app
    .whenReady()
    .then(() => runProgram(dataFolder))
    .catch((error: unknown) => {
      endUnexpectedly(error, '评审工作站没有启动', lastWords);
    });
}

async function runCommand(commandWords: readonly string[]): Promise<void> {
  const { runCommandLine } = await import('../cli/run.ts');
  const code = await runCommandLine(commandWords, {
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
  });
  process.stdout.write('', () => {
    app.exit(code);
  });
}

function runAsCommand(commandWords: readonly string[]): void {
  runCommand(commandWords).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    app.exit(3);
  });
}

if (command === null) runAsWindow();
else runAsCommand(command);
