import type { Result } from '../../shared/refusals/refusal.ts';
import { startLoopback, type LoopbackOptions } from './loopback.ts';
import { openBrowser } from './open-browser.ts';

export interface ServeOptions extends LoopbackOptions {
  readonly open: boolean;
  /** Takes the lines for the person, the address among them. */
  readonly write: (line: string) => void;
  readonly signal?: AbortSignal;
}

function stopAsked(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, stop);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
  });
}

/** Runs the loopback host until Ctrl+C, and closes the workspace properly afterwards. */
export async function serveUntilStopped(options: ServeOptions): Promise<Result<null>> {
  const stop = stopAsked(options.signal);
  const started = await startLoopback(options);
  if (!started.ok) return started;
  const host = started.value;
  options.write('评审工作站在本机运行，只有这台电脑能打开：');
  options.write(host.address);
  if (options.open) {
    const opened = await openBrowser(host.openingAddress());
    if (!opened) options.write('没有找到可以打开的浏览器，请自己在浏览器里打开上面的地址。');
  }
  options.write('要结束程序，请按 Ctrl+C。');
  await stop;
  await host.close();
  return { ok: true, value: null };
}
