import { basename, resolve } from 'node:path';
import { refused, sentenceOf, type Refusal, type Result } from '../../shared/refusals/refusal.ts';
import { hasUnfinishedVoteWork } from '../database/left-over-votes.ts';
import { storageRefusal } from '../database/storage-refusal.ts';
import { closeWorkspace, openWorkspace } from '../database/workspace.ts';
import { defaultDataFolder } from '../hosts/data-folder.ts';
import { programVersion } from '../hosts/program-folder.ts';
import { localActor } from '../services/start-workspace.ts';
import { removeLeftUploads } from '../services/upload-spool.ts';
import { removeStagedBatches } from '../services/votes/staged.ts';
import { findCommand, readCommandArguments, readGlobalOptions, type GlobalOptions } from './arguments.ts';
import { UsageError, type Command, type CommandContext, type CommandOutput } from './command.ts';
import { allCommands, commandsFor } from './commands/all.ts';
import { helpText } from './help.ts';
import { firstLine } from './first-line.ts';
import { Streams, type OutputStream } from './streams.ts';

/** What the command line stands in: where it writes, and where relative paths count from. */
export interface Surroundings {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin?: AsyncIterable<string | Uint8Array>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly now?: () => Date;
}

/** Exit codes of the fixed interface. */
const exitCodes = { done: 0, refused: 1, wrongUsage: 2, internalFault: 3 } as const;

/** Runs one command and answers its exit code. Never throws and never ends the process. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const streams = new Streams(surroundings.stdout, surroundings.stderr);
  let wantsJson = argv.includes('--json');
  try {
    const options = readGlobalOptions(argv);
    wantsJson = options.json;
    const code = await answer(options, surroundings, streams);
    await streams.flushed();
    return code;
  } catch (error) {
    const code = fail(error, wantsJson, streams);
    await streams.flushed();
    return code;
  }
}

async function answer(options: GlobalOptions, surroundings: Surroundings, streams: Streams): Promise<number> {
  if (options.version) {
    streams.print(
      options.json ? `${JSON.stringify({ version: programVersion() })}\n` : `${programVersion()}\n`,
    );
    return exitCodes.done;
  }
  if (options.help) {
    const help = helpText(await allCommands());
    streams.print(options.json ? `${JSON.stringify({ help }, null, 2)}\n` : `${help}\n`);
    return exitCodes.done;
  }
  if (options.rest.length === 0) {
    streams.say(helpText(await allCommands()));
    throw new UsageError('没有写命令');
  }
  const found = findCommand(await commandsFor(options.rest), options.rest);
  if (found === null)
    throw new UsageError(`没有“${options.rest.slice(0, 2).join(' ')}”这个命令。用 --help 看全部命令`);
  const result = await runFound(found.command, found.behind, options, surroundings, streams);
  if (!result.ok) return refuse(result.refusal, options.json, streams);
  const { json, text } = result.value;
  if (!options.json) streams.print(text === '' ? '' : `${text}\n`);
  else if (json !== undefined) streams.print(`${JSON.stringify(json, null, 2)}\n`);
  return exitCodes.done;
}

async function runFound(
  command: Command,
  behind: readonly string[],
  options: GlobalOptions,
  surroundings: Surroundings,
  streams: Streams,
): Promise<Result<CommandOutput>> {
  if (command.kind === 'coming')
    return refused('not-available', { what: `${command.words}：${command.summary}，` });
  const environment = surroundings.environment ?? process.env;
  const from = environment['INIT_CWD'] ?? surroundings.cwd ?? process.cwd();
  const now = surroundings.now ?? (() => new Date());
  const dataFolder =
    options.data === undefined ? defaultDataFolder({ environment, from }) : resolve(from, options.data);
  const context: CommandContext = {
    arguments: readCommandArguments(command, behind),
    dataFolder,
    wantsJson: options.json,
    now,
    sourceFile: (path) => ({
      path: resolve(from, path),
      name: basename(path) === '' ? path : basename(path),
    }),
    askLine: () => firstLine(surroundings.stdin ?? process.stdin),
    say: (line) => {
      streams.say(line);
    },
    progress: (line) => {
      streams.progress(line);
    },
    print: (text) => {
      streams.print(text);
    },
  };
  try {
    if (command.kind === 'folder') return await command.run(context);
    const opened = openWorkspace(dataFolder);
    if (!opened.ok) return opened;
    const workspace = opened.value;
    try {
      // What a killed import left is invisible and in the way; of an import that goes on elsewhere this leaves everything.
      if (hasUnfinishedVoteWork(workspace)) removeStagedBatches(workspace);
      // Whoever goes on with the command line after a killed server shall not keep its uploads, with accounts that can be read.
      removeLeftUploads(workspace.folder);
      return await command.run(context, { workspace, actor: localActor(), now });
    } finally {
      closeWorkspace(workspace);
    }
  } catch (error) {
    const refusal = storageRefusal(error, dataFolder);
    if (refusal === null) throw error;
    return refusal;
  }
}

function refuse(refusal: Refusal, wantsJson: boolean, streams: Streams): number {
  const message = sentenceOf(refusal);
  streams.say(message);
  if (wantsJson) printError(streams, refusal.code, message, refusal.details);
  return exitCodes.refused;
}

function fail(error: unknown, wantsJson: boolean, streams: Streams): number {
  if (error instanceof UsageError) {
    streams.say(error.message);
    if (wantsJson) printError(streams, 'wrong-usage', error.message, {});
    return exitCodes.wrongUsage;
  }
  const message = '程序内部出了问题，这一步没有完成。请把下面的内容告诉技术人员：';
  streams.say(message);
  streams.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (wantsJson) printError(streams, 'internal-fault', message, {});
  return exitCodes.internalFault;
}

function printError(streams: Streams, code: string, message: string, details: unknown): void {
  streams.print(`${JSON.stringify({ error: { code, message, details } }, null, 2)}\n`);
}
