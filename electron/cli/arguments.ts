import { parseArgs } from 'node:util';
import { UsageError, type Command, type CommandArguments } from './command.ts';

/** Options that may stand anywhere, before the command or behind it. */
export interface GlobalOptions {
  readonly data: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
  /** Everything else, in order. */
  readonly rest: readonly string[];
}

export function readGlobalOptions(argv: readonly string[]): GlobalOptions {
  const rest: string[] = [];
  let data: string | undefined;
  const flags = new Set<string>();
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word === '--') {
      rest.push(...argv.slice(index));
      break;
    }
    if (word === '--data') {
      index += 1;
      data = argv[index];
      if (data === undefined || data.startsWith('-')) throw new UsageError('--data 后面要写文件夹');
    } else if (word.startsWith('--data=')) data = word.slice('--data='.length);
    else if (['--json', '--help', '-h', '--version'].includes(word))
      flags.add(word === '-h' ? '--help' : word);
    else rest.push(word);
  }
  if (data === '') throw new UsageError('--data 后面要写文件夹');
  return {
    data,
    json: flags.has('--json'),
    help: flags.has('--help'),
    version: flags.has('--version'),
    rest,
  };
}

/** The command that the first words name, and what stands behind them; null when they name none. */
export function findCommand(
  commands: readonly Command[],
  rest: readonly string[],
): { readonly command: Command; readonly behind: readonly string[] } | null {
  const longestFirst = commands.toSorted((left, right) => right.words.length - left.words.length);
  for (const command of longestFirst) {
    const words = command.words.split(' ');
    if (words.every((word, index) => rest[index] === word))
      return { command, behind: rest.slice(words.length) };
  }
  return null;
}

/** Parses what stands behind a command's words by its declaration. */
export function readCommandArguments(command: Command, behind: readonly string[]): CommandArguments {
  const { values, positionals } = parsed(command, behind);
  const [atLeast, atMost] = command.positionals;
  if (positionals.length < atLeast) throw new UsageError(`缺少参数。用法：${usageLine(command)}`);
  if (positionals.length > atMost)
    throw new UsageError(`多出了“${positionals.slice(atMost).join(' ')}”。用法：${usageLine(command)}`);
  const texts = (option: string): readonly string[] => {
    const value = values[option];
    const list = Array.isArray(value) ? value : [value];
    return list.filter((each) => typeof each === 'string');
  };
  return {
    positionals,
    text: (option) => texts(option).at(-1),
    texts,
    isSet: (option) => values[option] === true,
  };
}

function parsed(command: Command, behind: readonly string[]) {
  try {
    return parseArgs({
      args: withListOption(behind, command.listOption),
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(
      `${argumentProblem(code, String(error instanceof Error ? error.message : error))}。用法：${usageLine(command)}`,
    );
  }
}

/** `--set a=1 b=2` means `--set a=1 --set b=2`. */
function withListOption(behind: readonly string[], option: string | undefined): string[] {
  if (option === undefined) return [...behind];
  const flag = `--${option}`;
  const words: string[] = [];
  let state: 'outside' | 'first' | 'more' = 'outside';
  for (const word of behind) {
    if (word.startsWith('-'))
      state = word === flag ? 'first' : word.startsWith(`${flag}=`) ? 'more' : 'outside';
    else if (state === 'first') state = 'more';
    else if (state === 'more') words.push(flag);
    words.push(word);
  }
  return words;
}

function argumentProblem(code: string, message: string): string {
  const option = /'(-[^' <]*)/.exec(message)?.[1] ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? `没有 ${option} 这个选项`
    : `选项 ${option} 的写法不对，或后面少了内容`;
}

export function usageLine(command: Command): string {
  return ['judging', command.words, command.usage].filter((part) => part !== '').join(' ');
}

/** A number that names something, from 1 and with at most nine digits; null for any other text. */
export function wholeNumberOf(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
