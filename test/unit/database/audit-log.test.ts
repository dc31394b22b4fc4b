import { describe, expect, it } from 'vitest';
import { appendAudit, readAudit, sha256Text } from '../../../electron/database/audit-log.ts';
import { firstBrokenEntry } from '../../../shared/audit/entry.ts';
import { temporaryWorkspace, type TestWorkspace } from '../../support/workspace.ts';

function recorded(): TestWorkspace {
  const test = temporaryWorkspace();
  for (const name of ['甲', '乙', '丙']) test.addExpert(name);
  return test;
}

function firstBroken({ workspace }: TestWorkspace): number | null {
  return firstBrokenEntry(readAudit(workspace.connection), sha256Text);
}

/** What somebody with the file and an SQL tool can do: take the triggers away first. */
function tamper({ workspace }: TestWorkspace, sql: string): void {
  workspace.connection.exec(
    `DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_removed; ${sql}`,
  );
}

describe('the record', () => {
  it('is a chain that holds', () => {
    const test = recorded();
    expect([...readAudit(test.workspace.connection)].map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(firstBroken(test)).toBeNull();
  });

  it.each([
    ['payload', `UPDATE audit_entry SET payload = '{"expert":2,"name":"丁"}' WHERE sequence = 3`, 3],
    ['time', "UPDATE audit_entry SET at = '2016-01-01T00:00:00.000Z' WHERE sequence = 2", 2],
    ['actor', "UPDATE audit_entry SET actor = 'command-line:nobody' WHERE sequence = 4", 4],
    ['removed entry', 'DELETE FROM audit_entry WHERE sequence = 2', 2],
  ])('shows a changed %s', (_, sql, broken) => {
    const test = recorded();
    tamper(test, sql);
    expect(firstBroken(test)).toBe(broken);
  });

  it('can only be added to', () => {
    const { workspace } = recorded();
    const { connection } = workspace;
    expect(() => connection.exec("UPDATE audit_entry SET actor = 'x'")).toThrow('append-only');
    expect(() => connection.exec('DELETE FROM audit_entry WHERE sequence = 4')).toThrow('append-only');
  });

  it('takes no event in a form that was not declared', () => {
    const { workspace, clock } = recorded();
    const actor = { kind: 'command-line', account: 'tester' } as const;
    const secret = { person: 1, password: 'secret' };
    expect(() =>
      appendAudit(workspace.connection, actor, clock.now(), { event: 'signed-in', payload: secret }),
    ).toThrow('password');
  });
});
