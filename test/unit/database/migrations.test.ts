import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection, type Connection } from '../../../electron/database/connection.ts';
import { migrations } from '../../../electron/database/migrations/all.ts';
import type { Migration } from '../../../electron/database/migrations/migration.ts';
import { readVoteTotals } from '../../../electron/database/vote-totals.ts';
import { closeWorkspace, createWorkspace, openWorkspace } from '../../../electron/database/workspace.ts';
import {
  refusalOf,
  smallCandidates,
  smallRound,
  temporaryFolder,
  temporaryWorkspace,
  valueOf,
} from '../../support/workspace.ts';

const first = { sql: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;' };
const second = { sql: "ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';" };

function open(file: string, steps: readonly Migration[]): Connection {
  const connection = valueOf(openConnection(file, { migrations: steps }));
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

describe('a database', () => {
  it('is brought up to date with its data in place', () => {
    const file = join(temporaryFolder(), 'a.db');
    const old = open(file, [first]);
    old.prepare('INSERT INTO thing (name) VALUES (?)').run('旧数据');
    old.close();
    const upgraded = open(file, [first, second]);
    expect(upgraded.prepare('SELECT * FROM thing').all()).toEqual([
      { id: 1, name: '旧数据', colour: 'grey' },
    ]);
    expect(upgraded.pragma('user_version', { simple: true })).toBe(2);
  });

  it('of a newer program is refused with a sentence and left as it is', () => {
    const file = join(temporaryFolder(), 'a.db');
    open(file, [first, second]).close();
    const refusal = refusalOf(openConnection(file, { migrations: [first] }));
    expect(refusal).toEqual({ code: 'workspace-newer', details: { found: 2, known: 1 } });
    expect(open(file, [first, second]).pragma('user_version', { simple: true })).toBe(2);
  });

  it('whose upgrade fails half way stays at the version before', () => {
    const file = join(temporaryFolder(), 'a.db');
    open(file, [first]).close();
    const broken = { sql: `${second.sql} INSERT INTO nowhere VALUES (1);` };
    expect(refusalOf(openConnection(file, { migrations: [first, broken] })).code).toBe('workspace-damaged');
    const still = open(file, [first]);
    expect(still.pragma('user_version', { simple: true })).toBe(1);
    expect(
      still
        .prepare('SELECT * FROM thing')
        .columns()
        .map(({ name }) => name),
    ).toEqual(['id', 'name']);
  });

  it('with votes whose accounts were hashed in the first way is refused with a sentence and left as it is', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.db');
    const old = open(file, migrations.slice(0, 1));
    old.exec(
      `INSERT INTO vote_batch (id, file, sha256, bytes, rows, layout, state, imported_at, imported_by)
       VALUES (1, 'v.csv', '${'a'.repeat(64)}', 1, 1, 'x', 'in-force', '', '')`,
    );
    old.close();
    expect(refusalOf(openConnection(file))).toEqual({
      code: 'votes-of-earlier-form',
      details: { folder, batches: 1 },
    });
    const still = open(file, migrations.slice(0, 1));
    expect(still.prepare('SELECT count(*) FROM vote_batch').pluck().get()).toBe(1);
  });

  it('with totals of the form before keeps them and what was decided on them, and only then can one be removed', () => {
    const file = join(temporaryFolder(), 'a.db');
    const old = open(file, migrations.slice(0, 2));
    const insert = old.prepare(
      `INSERT INTO vote_totals (id, file, sha256, mapping, totals, imported_at, imported_by,
         counted_as, counted_minute, counted_at, counted_by)
       VALUES (?, 't.csv', ?, '{}', '[[1,5]]', 'm', 'n', ?, ?, ?, ?)`,
    );
    insert.run(2, 'a'.repeat(64), null, null, null, null);
    insert.run(7, 'b'.repeat(64), 'added', '会议', 'o', 'p');
    old.close();
    const upgraded = open(file, migrations);
    expect(readVoteTotals(upgraded)).toEqual([
      {
        ...{
          id: 2,
          file: 't.csv',
          sha256: 'a'.repeat(64),
          totals: [[1, 5]],
          importedAt: 'm',
          importedBy: 'n',
        },
        ...{ counted: null, removed: null },
      },
      {
        ...{
          id: 7,
          file: 't.csv',
          sha256: 'b'.repeat(64),
          totals: [[1, 5]],
          importedAt: 'm',
          importedBy: 'n',
        },
        ...{ counted: { as: 'added', minute: '会议', at: 'o', by: 'p' }, removed: null },
      },
    ]);
    const again = (): unknown =>
      upgraded.exec(
        `INSERT INTO vote_totals (file, sha256, mapping, totals, imported_at, imported_by)
         VALUES ('t.csv', '${'a'.repeat(64)}', '{}', '[]', 'm', 'n')`,
      );
    expect(again).toThrow(Database.SqliteError);
    upgraded.exec(
      "UPDATE vote_totals SET removed_at = 'q', removed_by = 'r', removed_reason = 's' WHERE id = 2",
    );
    again();
  });

  it('that is no database is refused', () => {
    expect(refusalOf(openConnection(temporaryFolder())).code).toBe('workspace-damaged');
  });

  it('commits to the disk before it says so, and checks references', () => {
    const { connection } = temporaryWorkspace().workspace;
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('a workspace', () => {
  const now = new Date('2017-03-01T00:00:00Z');
  const actor = { kind: 'command-line', account: 'tester' } as const;
  const content = { kind: 'real', round: smallRound, candidates: smallCandidates } as const;

  it('is made once in a folder', () => {
    const folder = join(temporaryFolder(), '评审');
    closeWorkspace(valueOf(createWorkspace(folder, content, actor, now)));
    for (const each of ['workspace.db', 'backups', 'exports', 'spool'])
      expect(existsSync(join(folder, each))).toBe(true);
    expect(refusalOf(createWorkspace(folder, content, actor, now)).code).toBe('workspace-exists');
    closeWorkspace(valueOf(openWorkspace(folder)));
  });

  // Windows has no such bits; there the folder of the account is private.
  it.skipIf(process.platform === 'win32')(
    'may be read by nobody but the account that made it, with everything that SQLite lays beside it',
    () => {
      const { workspace } = temporaryWorkspace();
      const files = readdirSync(workspace.folder).filter((name) => name.startsWith('workspace.db'));
      expect(files).toContain('workspace.db-wal');
      for (const name of files) expect(statSync(join(workspace.folder, name)).mode & 0o077).toBe(0);
    },
  );

  it('is not opened where there is none', () => {
    expect(refusalOf(openWorkspace(temporaryFolder())).code).toBe('workspace-missing');
  });

  it('of a newer program is refused', () => {
    const { workspace } = temporaryWorkspace();
    workspace.connection.pragma(`user_version = ${migrations.length + 1}`);
    expect(refusalOf(openWorkspace(workspace.folder)).code).toBe('workspace-newer');
  });

  it('keeps its kind: a demonstration never turns into a real one', () => {
    const { workspace } = temporaryWorkspace({ kind: 'demonstration' });
    const { connection } = workspace;
    expect(() => connection.exec("UPDATE workspace SET kind = 'real'")).toThrow('fixed when it is made');
    expect(() => connection.exec('DELETE FROM workspace')).toThrow('fixed when it is made');
    connection.exec("UPDATE workspace SET recovery_hash = 'x'");
  });

  it('lets nobody change a number that marks refer to, not even by SQL', () => {
    const { workspace, addExpert } = temporaryWorkspace();
    const { expert } = addExpert('甲');
    workspace.connection.exec(`INSERT INTO score_sheet (expert) VALUES (${expert});
      INSERT INTO score (expert, candidate, criterion, mark) VALUES (${expert}, 1, 'innovation', 1)`);
    expect(() =>
      workspace.connection.exec('UPDATE application SET candidate = 9 WHERE candidate = 1'),
    ).toThrow(Database.SqliteError);
  });
});
