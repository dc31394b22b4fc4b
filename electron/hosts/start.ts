import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sentenceOf } from '../../shared/refusals/refusal.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { defaultDataFolder } from './data-folder.ts';
import { electronDownloadAddress, electronProgram, isReachable } from './electron-program.ts';
import { hasScreen } from './open-browser.ts';
import { programFolder } from './program-folder.ts';

/** `npm start`: the Electron window where it can be had, else the same program in the person's browser. */
const probeTime = 4000;
const downloadTime = 10 * 60 * 1000;
/** A window that ends by a crash within this time never came up, for example because the machine lacks a library. */
const startTime = 20_000;

const root = programFolder();

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly duration: number;
}

function run(program: string, words: readonly string[], timeout?: number): Promise<Ending> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: root,
      stdio: 'inherit',
      ...(timeout === undefined ? {} : { timeout }),
    });
    // Ctrl+C reaches the child by itself; here it only must not end us before the child has closed its files.
    const wait = (): void => undefined;
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', wait).on('SIGTERM', passOn).on('SIGHUP', passOn);
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      process.off('SIGINT', wait).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve({ code, signal, duration: performance.now() - begun });
    };
    child.once('error', () => {
      end(127, null);
    });
    child.once('exit', end);
  });
}

async function fetchElectron(): Promise<string | null> {
  if (!(await isReachable(electronDownloadAddress(root), probeTime))) return null;
  say('第一次启动，正在下载 Electron（约 110 MB，只下载这一次）……');
  await run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], downloadTime);
  return electronProgram(root);
}

/** The window's exit code, or null when no window could be had; then the reason has been told. */
async function runWindow(): Promise<number | null> {
  if (process.platform === 'linux' && !hasScreen()) {
    say('这台机器没有图形界面，改用本机网页方式运行。');
    return null;
  }
  const program = electronProgram(root) ?? (await fetchElectron());
  if (program === null) {
    say('这里没有 Electron，也下载不到，改用浏览器打开同一个程序。');
    return null;
  }
  // Chromium refuses to start as root with its sandbox; as anybody else it keeps it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code, signal, duration } = await run(program, [...sandbox, root]);
  const isCrash = code === null ? signal !== 'SIGINT' && signal !== 'SIGTERM' : code > 2;
  if (isCrash && duration < startTime) {
    say('Electron 窗口在这台机器上打不开，改用浏览器打开同一个程序。');
    return null;
  }
  return code ?? 0;
}

async function start(): Promise<number> {
  if (!(await buildIfNeeded(root, say))) {
    say('构建没有成功，程序没有启动。请把上面的内容告诉技术人员。');
    return 1;
  }
  const code = await runWindow();
  if (code !== null) return code;
  // Loaded only now: the window has a program of its own, and starting it should not wait for ours.
  const { serveUntilStopped } = await import('./serve-until-stopped.ts');
  const served = await serveUntilStopped({ dataFolder: defaultDataFolder(), open: true, write: say });
  if (served.ok) return 0;
  say(sentenceOf(served.refusal));
  return 1;
}

process.exitCode = await start();
