import type { Result } from '../../../shared/refusals/refusal.ts';
import { appendAudit } from '../../database/audit-log.ts';
import { inTransaction } from '../../database/transaction.ts';
import { answerOfThread } from '../../workers/answer-of-thread.ts';
import type { Caller } from '../use-case.ts';
import type { WrittenFile } from './exported-file.ts';
import type { RejectedTask } from './write-rejected.ts';

/** Which ballots, and as what kind of file. */
export type RejectedSelection = Pick<RejectedTask, 'batch' | 'format'>;

type RejectedWriter = (task: RejectedTask) => Promise<Result<WrittenFile>>;

/**
 * Writes to `path` every ballot that is not counted, with the reason in words and the ballot that counts instead. The work is done
 * on a thread of its own, and put on record when the file is whole.
 */
export function exportRejectedBallots(
  caller: Caller,
  selection: RejectedSelection,
  path: string,
): Promise<Result<WrittenFile>> {
  return exportRejectedBallotsBy(
    (task) => answerOfThread<WrittenFile>('rejected-export', task),
    caller,
    selection,
    path,
  );
}

/** As `exportRejectedBallots`, with the work done where `write` does it. */
export async function exportRejectedBallotsBy(
  write: RejectedWriter,
  { workspace, actor, now }: Caller,
  { batch, format }: RejectedSelection,
  path: string,
): Promise<Result<WrittenFile>> {
  const { folder, kind, connection } = workspace;
  const written = await write({ folder, kind, batch, format, exportedAt: now(), path });
  if (!written.ok) return written;
  const { sha256 } = written.value;
  return inTransaction(connection, () => {
    appendAudit(connection, actor, now(), {
      event: 'result-exported',
      payload: { kind: 'rejected-ballots', format, sha256 },
    });
    return written;
  });
}
