import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../shared/contract/vote-preview.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { Caller, SourceFile } from '../use-case.ts';
import { refuseUnknownLayout } from './source/unknown-layout.ts';
import { readVoteRules } from './vote-rules.ts';
import { runVoteWorkInThread, type VoteWorkRunner } from './work/runners.ts';

/**
 * What a votes file is taken for, or by a given mapping reads as, with its first rows; several files where they hold ballots
 * only together. Nothing is written.
 */
export function previewVotes(
  caller: Caller,
  files: readonly SourceFile[],
  mapping: VoteMapping | null = null,
): Promise<Result<VotePreview>> {
  return previewVotesBy(runVoteWorkInThread, caller, files, mapping);
}

/** As `previewVotes`, with the work done where `run` does it. */
export async function previewVotesBy(
  run: VoteWorkRunner,
  { workspace }: Caller,
  files: readonly SourceFile[],
  mapping: VoteMapping | null = null,
): Promise<Result<VotePreview>> {
  const result = await run(
    { folder: workspace.folder, workspace: workspace.kind },
    { kind: 'preview', files: [...files], mapping },
    {
      onProgress: () => undefined,
      isCancelled: () => false,
      publish: async () => refused('job-cancelled', {}),
    },
  );
  if (!result.ok) return result;
  if (result.value.kind !== 'preview') throw new Error('a preview gave no preview');
  return done(result.value.preview);
}

/** Says of a file for which the preview has no mapping what it lacks. */
export function refuseUnknownVotes(
  { workspace }: Caller,
  { file, columns }: Pick<VotePreview, 'file' | 'columns'>,
): ReturnType<typeof refused> {
  const header = columns.map((column) => column.header);
  return refuseUnknownLayout(
    { file, sheet: null },
    header,
    readVoteRules(workspace.connection).context.needsTime,
  );
}
