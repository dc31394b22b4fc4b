import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommandLine } from '../../../electron/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, as if typed in `cwd`. */
export function run(cwd: string, ...words: readonly string[]): Promise<Outcome> {
  return runAnswering([], cwd, ...words);
}

/** As `run`, with these pieces on standard input. */
export async function runAnswering(
  input: readonly string[],
  cwd: string,
  ...words: readonly string[]
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string, done?: (error?: Error | null) => void): boolean => {
      written[name] += text;
      done?.();
      return true;
    },
  });
  const code = await runCommandLine(words, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: piecesOf(input),
    environment: {},
    cwd,
  });
  return { code, ...written };
}

async function* piecesOf(input: readonly string[]): AsyncGenerator<string> {
  yield* input;
}

const root = join(import.meta.dirname, '../../..');

/** Runs a command in a process of its own, as a script would. */
export function spawned(
  cwd: string,
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Outcome {
  const { INIT_CWD: _, ...inherited } = process.env;
  const child = spawnSync(process.execPath, [join(root, 'electron/cli/main.ts'), ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, ...environment },
  });
  return { code: child.status ?? -1, stdout: child.stdout, stderr: child.stderr };
}
