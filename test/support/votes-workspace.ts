import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importVotesBy } from '../../electron/services/votes/import-votes.ts';
import type { Caller, SourceFile } from '../../electron/services/use-case.ts';
import { restoreVoteBatchBy, withdrawVoteBatchBy } from '../../electron/services/votes/vote-batches.ts';
import { runVoteWork } from '../../electron/services/votes/work/run-vote-work.ts';
import type { BallotRow } from '../../shared/ballots/check.ts';
import type { VoteImportReport } from '../../shared/contract/votes.ts';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { Round } from '../../shared/round/round.ts';
import type { BallotFile } from './count-ballots.ts';
import { smallRound, temporaryWorkspace, type TestWorkspace } from './workspace.ts';

/** Six candidates, two to four choices, once a day, 22 to 31 March 2017 noon in Shanghai. */
export const votesRound: Round = {
  ...smallRound,
  id: 'votes',
  counts: { applications: 10, candidates: 6, finalists: 3, winners: 1 },
  ballot: { ...smallRound.ballot, minChoices: 2, maxChoices: 4 },
};

export const votesCandidates = [1, 2, 3, 4, 5, 6].map((candidate) => ({
  candidate,
  title: `${candidate} 号项目`,
  organisation: '',
  district: '',
  text: '',
}));

export function votesWorkspace(
  options: { readonly kind?: 'real' | 'demonstration'; readonly round?: Round } = {},
): TestWorkspace {
  return temporaryWorkspace({ round: votesRound, candidates: votesCandidates, ...options });
}

/** Writes a source file beside the workspace's own folders. */
export function sourceFile(folder: string, name: string, content: string | Uint8Array): SourceFile {
  const path = join(folder, 'exports', name);
  writeFileSync(path, content);
  return { path, name };
}

/** The use cases with their work on this thread: the same code without the start of a thread for every call. */
export const importHere = (
  caller: Caller,
  files: readonly SourceFile[],
  options: Partial<Parameters<typeof importVotesBy>[3]> = {},
): Promise<Result<VoteImportReport>> =>
  importVotesBy(runVoteWork, caller, files, { dryRun: false, ...options });
export const withdrawHere = (caller: Caller, batch: number, reason = '重复导入') =>
  withdrawVoteBatchBy(runVoteWork, caller, { batch, reason });
export const restoreHere = (caller: Caller, batch: number, reason = '核对无误') =>
  restoreVoteBatchBy(runVoteWork, caller, { batch, reason });

export const header = 'account,time,choices';

export function csvOf(rows: readonly BallotRow[]): string {
  return [
    header,
    ...rows.map(({ account, time, choices }) => `${account},${time ?? ''},${choices ?? ''}`),
    '',
  ].join('\n');
}

/** The same file as the in-memory count sees it. */
export function ballotFileOf(rows: readonly BallotRow[]): BallotFile {
  return { hash: createHash('sha256').update(csvOf(rows)).digest('hex'), rows };
}

const tables = [
  'vote_batch',
  'vote_funnel',
  'vote_count',
  'vote_excluded_count',
  'vote_generation',
  'ballot_page',
  'ballot_standing',
  'audit_entry',
  'round',
] as const;

/** Everything an import could leave behind: the content of its tables, and the files in the spool folder. */
export function traces({ workspace }: TestWorkspace): { readonly tables: unknown; readonly spool: string[] } {
  return {
    tables: tables.map((table) => workspace.connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()),
    // The lock stays, as an empty file does.
    spool: readdirSync(join(workspace.folder, 'spool')).filter((name) => !name.startsWith('votes.lock')),
  };
}
