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
    const experts = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => addExpert(name));
    // Pages that are free inside the file would be room without growing it.
    workspace.connection.exec('VACUUM');
    const pages = Number(workspace.connection.pragma('page_count', { simple: true }));
    workspace.connection.pragma(`max_page_count = ${pages}`);
    // The longest comments allowed, until the pages that are begun have no room left.
    const input = { candidate: 1, comment: '好'.repeat(2000) };
    let recorded = events().length;
    const refusedExpert = experts.find((expert) => {
      const saved = saveComment(expert, input);
      if (!saved.ok) expect(saved.refusal.code).toBe('disk-full');
      else recorded += 1;
      return !saved.ok;
    });
    if (refusedExpert === undefined) throw new Error('the disk was never full');
    expect(events()).toHaveLength(recorded);
    workspace.connection.pragma('max_page_count = 100000');
    valueOf(saveComment(refusedExpert, input));
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
