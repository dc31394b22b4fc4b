import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../../shared/contract/exports.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { appendAudit } from '../../database/audit-log.ts';
import { openConnection, type Connection } from '../../database/connection.ts';
import { readRules } from '../../database/rounds.ts';
import { inTransaction } from '../../database/transaction.ts';
import { readVoteBatch } from '../../database/vote-batches.ts';
import { workspaceDatabaseFile } from '../../database/workspace.ts';
import type { Caller } from '../use-case.ts';
import { batchesInForce } from '../votes/list-ballots.ts';
import { readVoteRules } from '../votes/vote-rules.ts';
import { exportFileName } from './export-file-name.ts';
import { mediaTypes, type WrittenFile } from './exported-file.ts';
import { rejectedFile } from './rejected-file.ts';
import { rejectedRows } from './rejected-rows.ts';

/** Which ballots, and as what kind of file. */
export interface RejectedSelection {
  /** One batch in force; null: all of them. */
  readonly batch: number | null;
  readonly format: ExportFormat;
}

/** Writes to `path` every ballot that is not counted, with the reason in words and the ballot that counts instead. */
export async function exportRejectedBallots(
  caller: Caller,
  selection: RejectedSelection,
  path: string,
): Promise<Result<WrittenFile>> {
  const { workspace } = caller;
  const { format } = selection;
  // A connection of its own: its read transaction lasts as long as the writing, and sees one moment.
  const opened = openConnection(workspaceDatabaseFile(workspace.folder));
  if (!opened.ok) return opened;
  try {
    opened.value.exec('BEGIN');
    const written = await writeRejected(opened.value, caller, selection, path);
    if (!written.ok) return written;
    return inTransaction(workspace.connection, () => {
      appendAudit(workspace.connection, caller.actor, caller.now(), {
        event: 'result-exported',
        payload: { kind: 'rejected-ballots', format, sha256: written.value.sha256 },
      });
      return written;
    });
  } finally {
    opened.value.close();
  }
}

async function writeRejected(
  connection: Connection,
  { workspace, now }: Caller,
  { batch, format }: RejectedSelection,
  path: string,
): Promise<Result<WrittenFile>> {
  const batches = batchesOf(connection, batch);
  if (!batches.ok) return batches;
  const isDemonstration = workspace.kind === 'demonstration';
  const rows = rejectedRows(connection, batches.value, readVoteRules(connection));
  const fileName = exportFileName({
    what: batch === null ? '无效选票' : `无效选票-批次${batch}`,
    round: readRules(connection),
    exportedAt: now(),
    isDemonstration,
    format,
  });
  const hashed = await writeHashed(rejectedFile(rows, format, isDemonstration), path);
  return done({ fileName, mediaType: mediaTypes[format], ...hashed });
}

function batchesOf(connection: Connection, batch: number | null): Result<readonly number[]> {
  if (batch === null) return done(batchesInForce(connection));
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  return record.state === 'in-force' ? done([batch]) : refused('batch-withdrawn', { batch });
}

/** Nothing stays at `path` when the writing breaks off. */
async function writeHashed(
  pieces: AsyncIterable<Uint8Array | string>,
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
      hash.update(buffer);
      bytes += buffer.length;
      yield buffer;
    }
  }
  try {
    await pipeline(counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}
