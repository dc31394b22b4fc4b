import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { schemaProblem } from '../../shared/refusals/schema-problem.ts';
import { roundSchema, type Round } from '../../shared/round/round.ts';
import { readCandidateTitles } from '../database/applications.ts';
import {
  closeWorkspace,
  createWorkspace,
  hasWorkspace,
  workspaceDatabaseFile,
} from '../database/workspace.ts';
import { confirmImport } from './imports/index.ts';
import { readRoundResource } from './resources.ts';
import { localActor } from './start-workspace.ts';
import { readSourceBytes } from './tables/source-bytes.ts';
import { decodeText } from './tables/text-decoding.ts';
import type { SourceFile } from './use-case.ts';

export interface WorkspaceSources {
  /** Null: the 2017 round. */
  readonly round: SourceFile | null;
  /** Null: the candidates that come with the 2017 round, for that round and its number of candidates; none for any other. */
  readonly candidates: SourceFile | null;
}

export interface InitialisedWorkspace {
  readonly workspace: string;
  readonly round: string;
  readonly candidates: number;
}

const shipped = 'shanghai-2017';

/** Makes a real workspace from a round file and a list of candidates, or leaves nothing behind. */
export async function initialiseWorkspace(
  folder: string,
  sources: WorkspaceSources,
  now: () => Date,
): Promise<Result<InitialisedWorkspace>> {
  if (hasWorkspace(folder)) return refused('workspace-exists', { folder });
  const read =
    sources.round === null ? done(readRoundResource(shipped).round) : await readRoundFile(sources.round);
  if (!read.ok) return read;
  const round = read.value;
  const comesWithRound =
    sources.candidates === null &&
    round.id === shipped &&
    round.counts.candidates === readRoundResource(shipped).candidates.length;
  const candidates = comesWithRound ? readRoundResource(shipped).candidates : [];
  const isNewFolder = !existsSync(folder);
  const created = createWorkspace(folder, { kind: 'real', round, candidates }, localActor(), now());
  if (!created.ok) return created;
  const workspace = created.value;
  let isComplete = false;
  try {
    if (sources.candidates !== null) {
      const request = { table: 'candidates', file: sources.candidates } as const;
      const imported = await confirmImport({ workspace, actor: localActor(), now }, request);
      if (!imported.ok) return imported;
    }
    isComplete = true;
    return done({
      workspace: folder,
      round: round.id,
      candidates: readCandidateTitles(workspace.connection).length,
    });
  } finally {
    closeWorkspace(workspace);
    if (!isComplete) removeWorkspace(folder, isNewFolder);
  }
}

/** Takes back what `createWorkspace` made a moment ago. */
function removeWorkspace(folder: string, removesFolder: boolean): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(workspaceDatabaseFile(folder) + suffix, { force: true });
  const folders = ['backups', 'exports', 'spool'].map((name) => join(folder, name));
  for (const empty of removesFolder ? [...folders, folder] : folders) {
    try {
      rmdirSync(empty);
    } catch {
      // Something else lies in it: it was there before and stays.
    }
  }
}

/** Parses a round file; a fault is named by its path in the file, such as `merge.expertWeight`. */
export async function readRoundFile(file: SourceFile): Promise<Result<Round>> {
  const source = await readSourceBytes(file, 1);
  if (!source.ok) return source;
  const decoded = decodeText(source.value.bytes, file.name);
  if (!decoded.ok) return decoded;
  let json: unknown;
  try {
    json = JSON.parse(decoded.value.text);
  } catch {
    return refused('round-file-invalid', { file: file.name, problem: '不是完整的 JSON' });
  }
  const parsed = roundSchema.safeParse(json);
  if (parsed.success) return done(parsed.data);
  const problem = parsed.error.issues
    .slice(0, 5)
    .map((issue) => [issue.path.join('.'), schemaProblem(issue)].filter((part) => part !== '').join('：'))
    .join('；');
  return refused('round-file-invalid', { file: file.name, problem });
}
