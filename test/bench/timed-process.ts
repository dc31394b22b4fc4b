import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface TimedProcess {
  /** From its start to its end. */
  readonly seconds: number;
  /** Most memory it held, in megabytes; NaN where the system does not tell. */
  readonly megabytes: number;
  readonly output: string;
}

const lookEvery = 20;

/** Runs a program to its end. @throws Error when it fails. */
export function timedProcess(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TimedProcess> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, words, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let megabytes = NaN;
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    const looking = setInterval(() => {
      megabytes = residentPeak(child.pid) ?? megabytes;
    }, lookEvery);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(looking);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, megabytes, output });
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code ?? 'a signal'}`));
    });
  });
}

function residentPeak(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}
