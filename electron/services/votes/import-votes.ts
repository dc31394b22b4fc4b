import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { VoteImportReport, VoteImportResult } from '../../../shared/contract/votes.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { actorText, appendAudit } from '../../database/audit-log.ts';
import { publishBatch } from '../../database/vote-batches.ts';
import { lockRulesOnFirstImport } from '../rules.ts';
import type { Caller, SourceFile } from '../use-case.ts';
import { funnelOf } from './funnel.ts';
import { keepTotals } from './totals.ts';
import { orderVoteWork } from './order-work.ts';
import { publishVotes } from './publish.ts';
import { runVoteWorkInThread, type VoteWorkRunner } from './work/runners.ts';
import type { ImportedFile, ImportProgress, PreparedVotes } from './work/task.ts';

export type { ImportProgress } from './work/task.ts';

export interface ImportVotesOptions {
  /** How all the files are to be read; without one each is recognised. */
  readonly mapping?: VoteMapping | null;
  /** How each of the files is to be read, in their order, where that differs. */
  readonly mappings?: readonly (VoteMapping | null)[];
  /**
   * Places of files that hold ballots only together (a file per candidate). Without it one mapping of such files for all puts
   * them all together.
   */
  readonly sets?: readonly (readonly number[])[];
  /** The whole funnel as the import would give it; nothing is written. */
  readonly dryRun: boolean;
  /** Times known only to the minute may be those of ballots known to the second: somebody confirmed it. */
  readonly minutesEqual?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Imports files of ballots, all or none, a batch for each file or set of files (a file per candidate); they count from one
 * moment on. Bytes that are in force already add nothing and are reported with their own batch's figures.
 */
export function importVotes(
  caller: Caller,
  files: readonly SourceFile[],
  options: ImportVotesOptions,
): Promise<Result<VoteImportReport>> {
  return importVotesBy(runVoteWorkInThread, caller, files, options);
}

/** As `importVotes`, with the work done where `run` does it. */
export async function importVotesBy(
  run: VoteWorkRunner,
  caller: Caller,
  files: readonly SourceFile[],
  options: ImportVotesOptions,
): Promise<Result<VoteImportReport>> {
  const result = await orderVoteWork(caller, run, {
    task: {
      kind: 'import',
      files: [...files],
      mappings: files.map((_, place) => options.mappings?.[place] ?? options.mapping ?? null),
      sets: options.sets ?? (isOfCandidateFiles(options.mapping) ? [files.map((_, place) => place)] : []),
      dryRun: options.dryRun,
      minutesEqual: options.minutesEqual ?? false,
    },
    onProgress: options.onProgress,
    signal: options.signal,
    publish: (prepared) => publishImport(caller, prepared),
  });
  if (!result.ok) return result;
  return done({ imports: result.value.kind === 'published' ? result.value.outcome.map(importResult) : [] });
}

function isOfCandidateFiles(mapping: VoteMapping | null | undefined): boolean {
  return mapping?.layout.kind === 'candidate-files';
}

function publishImport(caller: Caller, prepared: PreparedVotes): Result<null> {
  return publishVotes(caller, prepared, (connection, at) => {
    lockRulesOnFirstImport(caller, 'first import');
    for (const totals of prepared.totals) keepTotals(caller, totals, at);
    for (const each of prepared.outcome) {
      if (each.alreadyImported || each.batch === null) continue;
      const { file, sha256, rows, accepted, rejected } = importResult(each);
      const { digest } = each;
      publishBatch(connection, each.batch, at.toISOString(), actorText(caller.actor));
      appendAudit(connection, caller.actor, at, {
        event: 'votes-imported',
        payload: {
          batch: each.batch,
          file,
          sha256,
          rows,
          accepted,
          rejected,
          digest,
          ...skippedTables(each),
        },
      });
    }
  });
}

function skippedTables({ skipped }: ImportedFile): Pick<VoteImportResult, 'skipped'> {
  return skipped.length === 0 ? {} : { skipped: [...skipped] };
}

function importResult(imported: ImportedFile): VoteImportResult {
  const { file, sha256, batch, alreadyImported, funnel, totals } = imported;
  return {
    file,
    sha256,
    batch,
    alreadyImported,
    ...funnelOf(new Map(funnel)),
    ...skippedTables(imported),
    ...(totals === null ? {} : { totals }),
  };
}
