import type { ParseArgsOptionsConfig } from 'node:util';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { Caller, SourceFile } from '../services/use-case.ts';

/** What a command leaves on stdout: one JSON document with `--json`, else a text for people. */
export interface CommandOutput {
  readonly json: unknown;
  readonly text: string;
}

/** What the person wrote behind the command's words, parsed by its own declaration. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  /** A text option; undefined when it was not given. */
  readonly text: (option: string) => string | undefined;
  /** A text option that may be given several times. */
  readonly texts: (option: string) => readonly string[];
  readonly isSet: (option: string) => boolean;
}

/** What every command is given. */
export interface CommandContext {
  readonly arguments: CommandArguments;
  /** The data folder, absolute: `--data`, else the platform's own place. */
  readonly dataFolder: string;
  /** Whether `--json` was asked for; only `serve`, which prints before it ends, has to know. */
  readonly wantsJson: boolean;
  readonly now: () => Date;
  /** A path as the person wrote it, counted from where they stand. */
  readonly sourceFile: (path: string) => SourceFile;
  /** The first line of standard input, for what must not stand in the list of a shell's commands. */
  readonly askLine: () => Promise<string>;
  /** A message for the person, on stderr. */
  readonly say: (line: string) => void;
  /** Shows how far a long command is, where stderr is a screen. */
  readonly progress: (line: string) => void;
  /** Something to print on stdout before the command ends. */
  readonly print: (text: string) => void;
}

interface CommandDeclaration {
  /** `votes import`, without options. */
  readonly words: string;
  /** The rest of the usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: ParseArgsOptionsConfig;
  /** An option that takes every word behind it up to the next option, as if it stood before each. */
  readonly listOption?: string;
  /** How many arguments stand behind the words. */
  readonly positionals: readonly [atLeast: number, atMost: number];
}

/** A command in an open workspace, as the secretariat. */
export interface WorkspaceCommand extends CommandDeclaration {
  readonly kind: 'workspace';
  readonly run: (
    context: CommandContext,
    caller: Caller,
  ) => Result<CommandOutput> | Promise<Result<CommandOutput>>;
}

/** A command that makes a workspace or opens it in its own way. */
export interface FolderCommand extends CommandDeclaration {
  readonly kind: 'folder';
  readonly run: (context: CommandContext) => Promise<Result<CommandOutput>>;
}

/** A word that the program knows and does not offer yet. */
export interface ComingCommand extends CommandDeclaration {
  readonly kind: 'coming';
}

export type Command = WorkspaceCommand | FolderCommand | ComingCommand;

/** Wrong usage: an unknown word or option, a missing argument. Thrown while arguments are read, answered with exit code 2. */
export class UsageError extends Error {}
