import { checkBallot } from '../../../../shared/ballots/check.ts';
import type { VotePreview } from '../../../../shared/contract/votes.ts';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { batchInForceOf } from '../../../database/vote-batches.ts';
import type { SourceFile } from '../../use-case.ts';
import { inspectFile } from '../source/inspect-file.ts';
import { openBallots, type NumberedBallot } from '../source/open-ballots.ts';
import type { WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

const sampleSize = 20;

/** What the file is taken for, and its first rows with the verdict each would get by itself. */
export async function previewWork(
  table: WorkTable,
  place: WorkPlace,
  file: SourceFile,
): Promise<Result<VotePreview>> {
  if (table.basis.candidates.length === 0) return refused('candidates-missing', {});
  const inspected = await inspectFile(file, table.checkCancelled);
  if (!inspected.ok) return inspected;
  const { bytes, sha256, container, encoding } = inspected.value;
  const opened = await openBallots(inspected.value, {
    workspace: place.workspace,
    needsTime: table.context.needsTime,
  });
  const sample: NumberedBallot[] = [];
  for await (const part of opened.parts) {
    sample.push(...part.slice(0, sampleSize - sample.length));
    if (sample.length >= sampleSize) break;
  }
  return done({
    file: file.name,
    bytes,
    sha256,
    alreadyImported: batchInForceOf(table.connection, sha256)?.batch ?? null,
    encoding: container === 'text' ? encoding : 'utf-8',
    container: container === 'text' ? 'csv' : container,
    layout: opened.layout.id,
    columns: [...opened.layout.columns],
    sample: sample.map(({ row, ballot }) => ({
      row,
      account: shortened(ballot.account.trim()),
      time: ballot.time ?? '',
      choices: ballot.choices ?? '',
      verdict: checkBallot(ballot, table.context).verdict,
    })),
  });
}

/** Enough to see that the right column was taken, too little to know whose it is. */
function shortened(account: string): string {
  return account.length <= 4 ? account : `${account.slice(0, 2)}……${account.slice(-2)}`;
}
