import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../../shared/contract/exports.ts';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { openConnection, type Connection } from '../../database/connection.ts';
import { readRules } from '../../database/rounds.ts';
import { storageRefusal } from '../../database/storage-refusal.ts';
import { readVoteBatch } from '../../database/vote-batches.ts';
import { workspaceDatabaseFile } from '../../database/workspace.ts';
import { batchesInForce } from '../votes/list-ballots.ts';
import { readVoteRules } from '../votes/vote-rules.ts';
import { exportFileName } from './export-file-name.ts';
import { mediaTypes, type WrittenFile } from './exported-file.ts';
import { rejectedFile } from './rejected-file.ts';
import { rejectedRows } from './rejected-rows.ts';

/** What is to be written, from which workspace and where to. */
export interface RejectedTask {
  readonly folder: string;
  readonly kind: WorkspaceKind;
  /** One batch in force; null: all of them. */
  readonly batch: number | null;
  readonly format: ExportFormat;
  readonly exportedAt: Date;
  readonly path: string;
}

/** Writes the file, on a connection of its own: its read transaction lasts as long as the writing, and sees one moment. */
export async function writeRejected(task: RejectedTask): Promise<Result<WrittenFile>> {
  const opened = openConnection(workspaceDatabaseFile(task.folder));
  if (!opened.ok) return opened;
  const connection = opened.value;
  try {
    connection.exec('BEGIN');
    const batches = batchesOf(connection, task.batch);
    return batches.ok ? done(await writeRows(connection, batches.value, task)) : batches;
  } catch (error) {
    const refusal = storageRefusal(error, task.folder);
    if (refusal === null) throw error;
    return refusal;
  } finally {
    connection.close();
  }
}

function batchesOf(connection: Connection, batch: number | null): Result<readonly number[]> {
  if (batch === null) return done(batchesInForce(connection));
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  return record.state === 'in-force' ? done([batch]) : refused('batch-withdrawn', { batch });
}

async function writeRows(
  connection: Connection,
  batches: readonly number[],
  { kind, batch, format, exportedAt, path }: RejectedTask,
): Promise<WrittenFile> {
  const isDemonstration = kind === 'demonstration';
  const rows = rejectedRows(connection, batches, readVoteRules(connection));
  const hashed = await writeHashed(rejectedFile(rows, format, isDemonstration), path);
  const fileName = exportFileName({
    what: batch === null ? '不计票的选票' : `不计票的选票-批次${batch}`,
    round: readRules(connection),
    exportedAt,
    isDemonstration,
    format,
  });
  return { fileName, mediaType: mediaTypes[format], ...hashed };
}

/** Nothing stays at `path` when the writing breaks off. */
async function writeHashed(
  pieces: Iterable<string> | AsyncIterable<Uint8Array>,
  path: string,
): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>> {
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
