import { storageRefusal } from '../../../electron/database/storage-refusal.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection, type Connection } from '../../../electron/database/connection.ts';
import { inTransaction } from '../../../electron/database/transaction.ts';
import { saveComment } from '../../../electron/services/score-sheets.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { refusalOf, temporaryFolder, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

function things(connection: Connection): unknown[] {
  return connection.prepare('SELECT name FROM thing ORDER BY name').pluck().all();
}

function openThings(): { connection: Connection; file: string; folder: string; add: (name: string) => void } {
  const folder = temporaryFolder();
  const file = join(folder, 'a.db');
  const options = {
    migrations: [{ sql: 'CREATE TABLE thing (name TEXT NOT NULL UNIQUE) STRICT' }],
    busyTimeout: 20,
  };
  const connection = valueOf(openConnection(file, options));
  return {
    connection,
    file,
    folder,
    add: (name) => {
      connection.prepare('INSERT INTO thing (name) VALUES (?)').run(name);
    },
  };
}

describe('a transaction', () => {
  it('keeps what was written before a value and nothing before a refusal or a defect', () => {
    const { connection, add } = openThings();
    const kept = inTransaction(connection, () => {
      add('kept');
      return done(1);
    });
    expect(kept).toEqual(done(1));
    const refusal = inTransaction(connection, () => {
      add('refused');
      return refused('reason-needed', {});
    });
    expect(refusalOf(refusal).code).toBe('reason-needed');
    const defect = (): unknown =>
      inTransaction(connection, () => {
        add('defect');
        throw new Error('defect');
      });
    expect(defect).toThrow('defect');
    expect(things(connection)).toEqual(['kept']);
    connection.close();
  });

  it('within another undoes only its own part when it is refused', () => {
    const { connection, add } = openThings();
    valueOf(
      inTransaction(connection, () => {
        add('outer');
        inTransaction(connection, () => {
          add('inner');
          return refused('reason-needed', {});
        });
        return done(null);
      }),
    );
    expect(things(connection)).toEqual(['outer']);
    connection.close();
  });

  it('that another program keeps waiting is refused as busy', () => {
    const { connection, file, folder } = openThings();
    const other = valueOf(openConnection(file, { migrations: [{ sql: '' }] }));
    other.exec('BEGIN IMMEDIATE');
    const refusal = refusalOf(inTransaction(connection, () => done(null)));
    expect(refusal).toEqual({ code: 'workspace-busy', details: { folder } });
    other.close();
    connection.close();
  });

  it('that finds no room on the disk is refused, and the workspace is as before', () => {
    const { workspace, addExpert, events } = temporaryWorkspace();
    const expert = addExpert('甲');
    const pages = Number(workspace.connection.pragma('page_count', { simple: true }));
    workspace.connection.pragma(`max_page_count = ${pages}`);
    const input = { candidate: 1, comment: '好'.repeat(2000) };
    // What is free in the last pages is used up first.
    let recorded = events().length;
    let result = saveComment(expert, input);
    for (let attempt = 0; result.ok && attempt < 1000; attempt += 1) {
      recorded = events().length;
      result = saveComment(expert, { ...input, comment: `${attempt}` });
    }
    expect(refusalOf(result).code).toBe('disk-full');
    expect(events()).toHaveLength(recorded);
    workspace.connection.pragma('max_page_count = 100000');
    valueOf(saveComment(expert, input));
  });

  it('that finds no room within another is answered by the outer one', () => {
    const { connection, add } = openThings();
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`);
    const result = inTransaction(connection, () => {
      add('outer');
      return inTransaction(connection, () => {
        add('x'.repeat(100_000));
        return done(null);
      });
    });
    expect(refusalOf(result).code).toBe('disk-full');
    expect(things(connection)).toEqual([]);
    connection.close();
  });
});

describe('a full disk', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'])('is what %s means', (code) => {
    expect(storageRefusal(Object.assign(new Error(code), { code }), '/x')?.refusal.code).toBe('disk-full');
  });

  it('is not what other failures of reading and writing mean', () => {
    const error = Object.assign(new Error('read'), { code: 'SQLITE_IOERR_READ' });
    expect(storageRefusal(error, '/x')).toBeNull();
  });

  it.each(['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'EACCES', 'EPERM', 'EROFS'])(
    'a folder that may not be written to (%s) is no damage: nobody should restore a backup over it',
    (code) => {
      const refusal = storageRefusal(Object.assign(new Error(code), { code }), '/x')?.refusal;
      expect(refusal).toMatchObject({ code: 'folder-unusable', details: { reason: '没有写入权限' } });
    },
  );
});
