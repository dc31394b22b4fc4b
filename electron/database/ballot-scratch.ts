import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Standing, Verdict } from '../../shared/ballots/rejection.ts';
import type { Connection } from './connection.ts';

/**
 * The scratch database of one import (`spool/votes-….db`), attached to the worker's own connection as `scratch`: rows are
 * read, checked and put into the order of their accounts there, where no other writer waits. It is thrown away afterwards,
 * so nothing in it is made durable.
 */

const scratchName = /^votes-[0-9a-f-]{36}\.db(?:-journal|-wal|-shm)?$/;

export function scratchFile(workspaceFolder: string): string {
  return join(workspaceFolder, 'spool', `votes-${randomUUID()}.db`);
}

/** Removes what interrupted imports left in the spool folder; call it only while none runs. */
export function removeScratchFiles(workspaceFolder: string): void {
  const spool = join(workspaceFolder, 'spool');
  for (const name of readdirSync(spool))
    if (scratchName.test(name)) rmSync(join(spool, name), { force: true });
}

export function removeScratchFile(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

export function attachScratch(connection: Connection, file: string): void {
  connection.prepare('ATTACH DATABASE ? AS scratch').run(file);
  connection.exec(`
    PRAGMA scratch.journal_mode = OFF;
    PRAGMA scratch.synchronous = OFF;
    PRAGMA scratch.cache_size = -32000;
    CREATE TABLE scratch.ballot (
      sequence INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL,
      row INTEGER NOT NULL,
      account BLOB,
      time TEXT,
      instant INTEGER,
      day INTEGER,
      choices TEXT,
      verdict TEXT NOT NULL,
      standing TEXT NOT NULL
    ) STRICT;
    -- The accounts touched, in order, with what decides on their new rows: fetching that row by row would read a page for
    -- each. sequence is null where no row of an account is new.
    CREATE TABLE scratch.account_order (
      position INTEGER PRIMARY KEY,
      account BLOB NOT NULL,
      sequence INTEGER,
      batch INTEGER,
      row INTEGER,
      instant INTEGER,
      day INTEGER,
      choices TEXT,
      verdict TEXT
    ) STRICT;
    -- Stored rows whose standing changes, as they are found and in the order in which they lie in the workspace.
    CREATE TABLE scratch.change (batch INTEGER NOT NULL, row INTEGER NOT NULL, standing TEXT NOT NULL) STRICT;
    CREATE TABLE scratch.change_order (
      position INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL,
      row INTEGER NOT NULL,
      standing TEXT NOT NULL
    ) STRICT;
    PRAGMA main.cache_size = -32000;
  `);
}

export function detachScratch(connection: Connection): void {
  connection.exec('DETACH DATABASE scratch');
}

export interface StagedBallot {
  readonly batch: number;
  readonly row: number;
  readonly account: Uint8Array | null;
  readonly time: string | null;
  readonly instant: number | null;
  readonly day: number | null;
  readonly choices: string | null;
  readonly verdict: Verdict;
}

/** What a row counts as when no other row of its account matters. */
export function standingAlone(verdict: Verdict): Standing {
  return verdict === 'good' ? 'accepted' : verdict;
}

export function ballotStager(connection: Connection): (ballots: readonly StagedBallot[]) => void {
  const insert = connection.prepare(
    `INSERT INTO scratch.ballot (batch, row, account, time, instant, day, choices, verdict, standing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return connection.transaction((ballots: readonly StagedBallot[]) => {
    for (const each of ballots) {
      insert.run(
        each.batch,
        each.row,
        each.account,
        each.time,
        each.instant,
        each.day,
        each.choices,
        each.verdict,
        standingAlone(each.verdict),
      );
    }
  });
}

export function orderStagedAccounts(connection: Connection): void {
  connection.exec(
    `INSERT INTO scratch.account_order (account, sequence, batch, row, instant, day, choices, verdict)
     SELECT account, sequence, batch, row, instant, day, choices, verdict
     FROM scratch.ballot WHERE account IS NOT NULL ORDER BY account, sequence`,
  );
}

/** The accounts of a batch that is about to leave. */
export function orderAccountsOfBatch(connection: Connection, batch: number): void {
  connection
    .prepare(
      `INSERT INTO scratch.account_order (account)
       SELECT DISTINCT account FROM main.ballot WHERE batch = ? AND account IS NOT NULL ORDER BY account`,
    )
    .run(batch);
}

export function touchedAccountRows(connection: Connection): number {
  return highest(connection, 'SELECT max(position) AS highest FROM scratch.account_order');
}

export function stagedRows(connection: Connection): number {
  return highest(connection, 'SELECT max(sequence) AS highest FROM scratch.ballot');
}

function highest(connection: Connection, sql: string): number {
  return connection.prepare<[], { highest: number | null }>(sql).get()?.highest ?? 0;
}

/** One place in the order of accounts: a new row, or (sequence null) only the account. */
export interface TouchedRow {
  readonly position: number;
  readonly account: Buffer;
  readonly sequence: number | null;
  readonly batch: number;
  readonly row: number;
  readonly instant: number | null;
  readonly day: number | null;
  readonly choices: string | null;
  readonly verdict: Verdict;
}

export function touchedRowsReader(connection: Connection): (after: number, limit: number) => TouchedRow[] {
  const statement = connection.prepare<[number, number], TouchedRow>(
    'SELECT * FROM scratch.account_order WHERE position > ? ORDER BY position LIMIT ?',
  );
  return (after, limit) => statement.all(after, limit);
}

/** What the decision of some accounts gave: standings of new rows, and of stored rows that change. */
export interface DecidedStandings {
  readonly staged: { readonly sequence: number; readonly standing: Standing }[];
  readonly changed: { readonly batch: number; readonly row: number; readonly standing: Standing }[];
}

export function decisionRecorder(connection: Connection): (decided: DecidedStandings) => void {
  const stage = connection.prepare('UPDATE scratch.ballot SET standing = ? WHERE sequence = ?');
  const change = connection.prepare('INSERT INTO scratch.change (batch, row, standing) VALUES (?, ?, ?)');
  return connection.transaction(({ staged, changed }: DecidedStandings) => {
    for (const { sequence, standing } of staged) stage.run(standing, sequence);
    for (const { batch, row, standing } of changed) change.run(batch, row, standing);
  });
}

/** Puts the changes into the order of the table they go to, and counts them: at random each would write a page of its own. */
export function orderChanges(connection: Connection): number {
  connection.exec(
    `INSERT INTO scratch.change_order (batch, row, standing)
     SELECT batch, row, standing FROM scratch.change ORDER BY batch, row`,
  );
  return highest(connection, 'SELECT max(position) AS highest FROM scratch.change_order');
}

export function stagedFunnels(connection: Connection): { batch: number; standing: Standing; rows: number }[] {
  return connection
    .prepare<[], { batch: number; standing: Standing; rows: number }>(
      'SELECT batch, standing, count(*) AS rows FROM scratch.ballot GROUP BY batch, standing',
    )
    .all();
}

/** Each moves the rows from one number to another, both included; call them in short transactions. */
export interface BallotMover {
  readonly insertBallots: (from: number, to: number) => void;
  readonly insertAccounts: (from: number, to: number) => void;
  /** For rows that the workspace holds already: their check and standing anew. */
  readonly updateBallots: (from: number, to: number) => void;
}

export function ballotMover(connection: Connection): BallotMover {
  const insertBallots = connection.prepare(
    `INSERT INTO main.ballot (batch, row, account, time, instant, day, choices, verdict, standing)
     SELECT batch, row, account, time, instant, day, choices, verdict, standing
     FROM scratch.ballot WHERE sequence BETWEEN ? AND ? ORDER BY sequence`,
  );
  const insertAccounts = connection.prepare(
    `INSERT INTO main.ballot_of_account (account, batch, row)
     SELECT account, batch, row FROM scratch.account_order WHERE position BETWEEN ? AND ? ORDER BY position`,
  );
  const updateBallots = connection.prepare(
    `UPDATE main.ballot SET instant = s.instant, day = s.day, verdict = s.verdict, standing = s.standing,
       standing_before = NULL, changed_in = 0
     FROM scratch.ballot s
     WHERE s.sequence BETWEEN ? AND ? AND main.ballot.batch = s.batch AND main.ballot.row = s.row`,
  );
  return {
    insertBallots: (from, to) => void insertBallots.run(from, to),
    insertAccounts: (from, to) => void insertAccounts.run(from, to),
    updateBallots: (from, to) => void updateBallots.run(from, to),
  };
}
