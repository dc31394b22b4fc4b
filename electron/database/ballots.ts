import type { Standing, Verdict } from '../../shared/ballots/rejection.ts';
import type { Connection } from './connection.ts';

/** Tables `ballot` and `ballot_of_account`. `@generation` is that of `vote_generation` in every query. */

/** What counts now, whatever is being prepared. */
const standingNow = 'CASE WHEN b.changed_in > @generation THEN b.standing_before ELSE b.standing END';

/** A row of one account in one batch in force. */
export interface StoredBallot {
  readonly account: Buffer;
  readonly batch: number;
  readonly fileHash: string;
  readonly row: number;
  readonly instant: number | null;
  readonly day: number | null;
  readonly choices: string | null;
  readonly verdict: Verdict;
  readonly standing: Standing;
}

/** Ready to be asked for the rows, in all batches in force, of the accounts between two places of the scratch order. */
export function ballotsOfAccountsReader(
  connection: Connection,
  generation: number,
): (from: number, to: number) => StoredBallot[] {
  const statement = connection.prepare<[{ from: number; to: number; generation: number }], StoredBallot>(
    `SELECT t.account, b.batch, v.sha256 AS fileHash, b.row, b.instant, b.day, b.choices, b.verdict,
       ${standingNow} AS standing
     FROM (SELECT DISTINCT account FROM scratch.account_order WHERE position BETWEEN @from AND @to) t
     CROSS JOIN main.ballot_of_account a ON a.account = t.account
     CROSS JOIN main.vote_batch v ON v.id = a.batch AND v.state = 'in-force'
     CROSS JOIN main.ballot b ON b.batch = a.batch AND b.row = a.row`,
  );
  return (from, to) => statement.all({ from, to, generation });
}

/**
 * Prepares the standings of `scratch.change_order` between two places under the next generation; readers see them when that
 * generation begins.
 */
export function standingPreparer(
  connection: Connection,
  generation: number,
): (from: number, to: number) => void {
  const statement = connection.prepare(
    `UPDATE main.ballot SET standing_before = main.ballot.standing, standing = c.standing, changed_in = @next
     FROM scratch.change_order c
     WHERE c.position BETWEEN @from AND @to AND main.ballot.batch = c.batch AND main.ballot.row = c.row`,
  );
  return (from, to) => {
    statement.run({ from, to, next: generation + 1 });
  };
}

/** Takes back up to `limit` prepared standings; returns how many there were. */
export function dropPreparedStandings(connection: Connection, generation: number, limit: number): number {
  return connection
    .prepare(
      `UPDATE main.ballot SET standing = standing_before, standing_before = NULL, changed_in = 0
       WHERE (batch, row) IN (SELECT batch, row FROM main.ballot WHERE changed_in > 0 AND changed_in > ? LIMIT ?)`,
    )
    .run(generation, limit).changes;
}

/** Removes up to `limit` rows of a batch; returns how many there were. */
export function deleteBallots(connection: Connection, batch: number, limit: number): number {
  return connection
    .prepare('DELETE FROM ballot WHERE batch = ? AND row IN (SELECT row FROM ballot WHERE batch = ? LIMIT ?)')
    .run(batch, batch, limit).changes;
}

/**
 * Removes a batch's rows from one of `slices` equal parts of the accounts. Hashes are spread evenly, so the parts are of
 * equal size; removing row by row would touch a page for each.
 */
export function deleteAccountSlice(
  connection: Connection,
  batch: number,
  slice: number,
  slices: number,
): void {
  connection
    .prepare('DELETE FROM ballot_of_account WHERE account >= ? AND account < ? AND batch = ?')
    .run(sliceStart(slice, slices), sliceStart(slice + 1, slices), batch);
}

function sliceStart(slice: number, slices: number): Buffer {
  // Longer than any account, so that the last slice holds the greatest one too.
  if (slice >= slices) return Buffer.alloc(17, 0xff);
  const start = Buffer.alloc(16);
  start.writeUInt32BE(Math.floor((slice / slices) * 2 ** 32));
  return start;
}

/** One row as a person sees it; the account only as the start of its keyed hash. */
export interface ListedBallot {
  readonly batch: number;
  readonly row: number;
  readonly account: string;
  readonly time: string | null;
  readonly instant: number | null;
  readonly choices: string | null;
  readonly standing: Standing;
}

interface ListedBallotRow extends Omit<ListedBallot, 'account'> {
  readonly account: Buffer | null;
}

export interface BallotSelection {
  readonly standing: Standing;
  readonly batch: number | null;
  readonly generation: number;
  readonly offset: number;
  readonly limit: number;
}

/** The rows of one standing, of one batch in force or of all of them, in batch and row order. */
export function readBallots(connection: Connection, selection: BallotSelection): ListedBallot[] {
  const columns = 'b.batch, b.row, b.account, b.time, b.instant, b.choices, @standing AS standing';
  const inForce =
    "b.batch IN (SELECT id FROM vote_batch WHERE state = 'in-force' AND (@batch IS NULL OR id = @batch))";
  // The condition that lets SQLite use the index of rejected rows; accepted rows are dense and read in table order.
  const isIndexed = selection.standing === 'accepted' ? '' : "AND b.standing <> 'accepted'";
  const rows = connection
    .prepare<[BallotSelection], ListedBallotRow>(
      `SELECT ${columns} FROM ballot b
         WHERE b.standing = @standing ${isIndexed} AND b.changed_in <= @generation AND ${inForce}
       UNION ALL
       SELECT ${columns} FROM ballot b INDEXED BY ballot_changed
         WHERE b.changed_in > 0 AND b.changed_in > @generation AND b.standing_before = @standing AND ${inForce}
       ORDER BY 1, 2 LIMIT @limit OFFSET @offset`,
    )
    .all(selection);
  return rows.map((row) => ({ ...row, account: row.account?.subarray(0, 4).toString('hex') ?? '' }));
}

/** A row of one batch as its source had it, the account replaced. */
export interface SourceBallot {
  readonly row: number;
  readonly account: Buffer | null;
  readonly time: string | null;
  readonly choices: string | null;
}

export function* readSourceBallots(connection: Connection, batch: number): Generator<SourceBallot[]> {
  const page = connection.prepare<[number, number], SourceBallot>(
    'SELECT row, account, time, choices FROM ballot WHERE batch = ? AND row > ? ORDER BY row LIMIT 5000',
  );
  for (let after = 0; ;) {
    const rows = page.all(batch, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.row;
  }
}
