import type { VotePreview } from '../../../shared/contract/votes.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { Caller, SourceFile } from '../use-case.ts';
import { runVoteWorkInThread, type VoteWorkRunner } from './work/in-worker.ts';

/** What a votes file is taken for and how its first rows read; nothing is written. */
export function previewVotes(caller: Caller, file: SourceFile): Promise<Result<VotePreview>> {
  return previewVotesBy(runVoteWorkInThread, caller, file);
}

/** As `previewVotes`, with the work done where `run` does it. */
export async function previewVotesBy(
  run: VoteWorkRunner,
  { workspace }: Caller,
  { path, name }: SourceFile,
): Promise<Result<VotePreview>> {
  const result = await run(
    { folder: workspace.folder, workspace: workspace.kind },
    { kind: 'preview', file: { path, name } },
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
