import type { Standing } from '../../shared/ballots/rejection.ts';
import type { VoteMapping } from '../../shared/ballots/mapping.ts';
import type { Connection } from './connection.ts';

/** Tables `vote_batch` (one per imported file), `vote_funnel` (its rows by standing) and `vote_generation`. */

export type VoteBatchState = 'staged' | 'in-force' | 'withdrawn';

export interface VoteBatchRecord {
  readonly batch: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly layout: string;
  readonly sources: readonly BatchSource[];
  /** SHA-256 over the source columns of its pages (`addToDigest`). */
  readonly digest: string;
  readonly timeZone: string;
  /** `minute` where no time of the batch says seconds. */
  readonly timePrecision: 'second' | 'minute';
  /** Somebody confirmed that its times may be those of ballots known to the second. */
  readonly minutesEqual: boolean;
  readonly state: VoteBatchState;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** A file or sheet that rows of a batch come from; pages number them in this order. */
export interface BatchSource {
  readonly file: string;
  readonly sheet: string | null;
}

interface VoteBatchRow {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly layout: string;
  readonly sources: string;
  readonly digest: string;
  readonly time_zone: string;
  readonly time_precision: 'second' | 'minute';
  readonly minutes_equal: number;
  readonly state: VoteBatchState;
  readonly imported_at: string;
  readonly imported_by: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_reason: string | null;
}

function recordOf(row: VoteBatchRow): VoteBatchRecord {
  return {
    batch: row.id,
    file: row.file,
    sha256: row.sha256,
    bytes: row.bytes,
    rows: row.rows,
    layout: row.layout,
    sources: JSON.parse(row.sources) as BatchSource[],
    digest: row.digest,
    timeZone: row.time_zone,
    timePrecision: row.time_precision,
    minutesEqual: row.minutes_equal === 1,
    state: row.state,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    withdrawn:
      row.withdrawn_reason === null
        ? null
        : { at: row.withdrawn_at ?? '', by: row.withdrawn_by ?? '', reason: row.withdrawn_reason },
  };
}

/** All that a person may see, in the order of import: never a batch that is still being moved in. */
export function readVoteBatches(connection: Connection): VoteBatchRecord[] {
  return connection
    .prepare<[], VoteBatchRow>("SELECT * FROM vote_batch WHERE state <> 'staged' ORDER BY id")
    .all()
    .map(recordOf);
}

export function readVoteBatch(connection: Connection, batch: number): VoteBatchRecord | null {
  const row = connection
    .prepare<[number], VoteBatchRow>("SELECT * FROM vote_batch WHERE id = ? AND state <> 'staged'")
    .get(batch);
  return row === undefined ? null : recordOf(row);
}

/** The batch in force that holds these very bytes. */
export function batchInForceOf(connection: Connection, sha256: string): VoteBatchRecord | null {
  const row = connection
    .prepare<[string], VoteBatchRow>("SELECT * FROM vote_batch WHERE sha256 = ? AND state = 'in-force'")
    .get(sha256);
  return row === undefined ? null : recordOf(row);
}

export function nextBatchNumber(connection: Connection): number {
  const row = connection.prepare<[], { last: number | null }>('SELECT max(id) AS last FROM vote_batch').get();
  return (row?.last ?? 0) + 1;
}

/** Takes the number of a batch before anything of its file is known; nobody sees it. */
export function insertStagedBatch(
  connection: Connection,
  batch: number,
  file: string,
  timeZone: string,
): void {
  connection
    .prepare(
      `INSERT INTO vote_batch (id, file, sha256, bytes, rows, layout, mapping, sources, time_zone, time_precision,
         minutes_equal, digest, state, imported_at, imported_by)
       VALUES (@batch, @file, @unknown, 0, 0, '', '{}', '[]', @timeZone, 'second', 0, @unknown, 'staged', '', '')`,
    )
    .run({ batch, file, timeZone, unknown: '0'.repeat(64) });
}

/** What is known of a batch when its file was read to the end. */
export interface ReadBatch {
  readonly batch: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly layout: string;
  readonly mapping: VoteMapping;
  readonly sources: readonly BatchSource[];
  readonly timePrecision: 'second' | 'minute';
  readonly minutesEqual: boolean;
  readonly digest: string;
}

/** Completes a staged batch; who imported it and when is written when it becomes visible. */
export function completeStagedBatch(connection: Connection, read: ReadBatch): void {
  connection
    .prepare(
      `UPDATE vote_batch SET sha256 = @sha256, bytes = @bytes, rows = @rows, layout = @layout, mapping = @mapping,
         sources = @sources, time_precision = @timePrecision, minutes_equal = @minutesEqual, digest = @digest WHERE id = @batch AND state = 'staged'`,
    )
    .run({
      ...read,
      mapping: JSON.stringify(read.mapping),
      sources: JSON.stringify(read.sources),
      minutesEqual: Number(read.minutesEqual),
    });
}

/** Whether a batch in force has so many bytes: only such a one can hold the same bytes. */
export function hasBatchOfBytes(connection: Connection, bytes: number): boolean {
  const found = connection.prepare("SELECT 1 FROM vote_batch WHERE bytes = ? AND state = 'in-force' LIMIT 1");
  return found.get(bytes) !== undefined;
}

export function publishBatch(connection: Connection, batch: number, at: string, by: string): void {
  connection
    .prepare(
      "UPDATE vote_batch SET state = 'in-force', imported_at = ?, imported_by = ? WHERE id = ? AND state = 'staged'",
    )
    .run(at, by, batch);
}

export function markWithdrawn(
  connection: Connection,
  batch: number,
  at: string,
  by: string,
  reason: string,
): void {
  connection
    .prepare(
      `UPDATE vote_batch SET state = 'withdrawn', withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
       WHERE id = ? AND state = 'in-force'`,
    )
    .run(at, by, reason, batch);
}

export function markRestored(connection: Connection, batch: number): void {
  connection
    .prepare(
      `UPDATE vote_batch SET state = 'in-force', withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL
       WHERE id = ? AND state = 'withdrawn'`,
    )
    .run(batch);
}

export function stagedBatches(connection: Connection): number[] {
  return connection
    .prepare<[], { id: number }>("SELECT id FROM vote_batch WHERE state = 'staged'")
    .all()
    .map(({ id }) => id);
}

export function deleteStagedBatch(connection: Connection, batch: number): void {
  connection.prepare("DELETE FROM vote_batch WHERE id = ? AND state = 'staged'").run(batch);
}

/** Rows by standing: of one batch, or of all in force together. */
export function readFunnelCounts(connection: Connection, batch: number | null): Map<Standing, number> {
  const rows = connection
    .prepare<[{ batch: number | null }], { standing: Standing; rows: number }>(
      `SELECT f.standing, sum(f.rows) AS rows FROM vote_funnel f JOIN vote_batch b ON b.id = f.batch
       WHERE (@batch IS NULL AND b.state = 'in-force') OR f.batch = @batch GROUP BY f.standing`,
    )
    .all({ batch });
  return new Map(rows.map((row) => [row.standing, row.rows]));
}

/** Adds to a batch's rows by standing, or takes away where the number is negative. */
export function changeFunnel(
  connection: Connection,
  batch: number,
  changes: Iterable<readonly [Standing, number]>,
): void {
  const insert = connection.prepare(
    'INSERT OR IGNORE INTO vote_funnel (batch, standing, rows) VALUES (?, ?, 0)',
  );
  const change = connection.prepare(
    'UPDATE vote_funnel SET rows = rows + ? WHERE batch = ? AND standing = ?',
  );
  for (const [standing, difference] of changes) {
    insert.run(batch, standing);
    change.run(difference, batch, standing);
  }
}

export function readVoteGeneration(connection: Connection): number {
  const row = connection
    .prepare<[], { generation: number }>('SELECT generation FROM vote_generation WHERE id = 1')
    .get();
  if (row === undefined) throw new Error('the workspace has no vote generation');
  return row.generation;
}

/** Makes every standing valid that was prepared under the next generation. */
export function beginNextVoteGeneration(connection: Connection): void {
  connection.prepare('UPDATE vote_generation SET generation = generation + 1 WHERE id = 1').run();
}
