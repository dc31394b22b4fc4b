import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Text } from '../../../electron/database/audit-log.ts';
import { temporaryFolder } from '../tables/files.ts';
import { run, spawned } from './command-line.ts';

/** The fixed interface that scripts rely on: exit codes, one JSON document, where files are looked for. */

const votes = 'account,time,choices\na,2017-03-22 08:00:00,1;2;3;4;5;6;7;8;9;10\n';

describe('as a process of its own', () => {
  it('done is 0, with one JSON document on stdout and nothing else', () => {
    const base = temporaryFolder();
    const { code, stdout, stderr } = spawned(base, {}, '--data', 'w', '--json', 'init');
    expect(JSON.parse(stdout)).toEqual({
      workspace: join(base, 'w'),
      round: 'shanghai-2017',
      candidates: 50,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const listed = spawned(base, {}, 'candidates', 'list', '--json', '--data=w');
    expect(JSON.parse(listed.stdout)).toMatchObject({ candidates: { length: 50 } });
  });

  it('refused is 1, with the sentence on stderr and the error as the document', () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = spawned(folder, {}, '--data', 'none', 'status', '--json');
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string; details: unknown } };
    expect(error).toMatchObject({ code: 'workspace-missing', details: { folder: join(folder, 'none') } });
    expect(stderr).toBe(`${error.message}\n`);
  });

  it('wrong usage is 2, an unexpected fault is 3', async () => {
    const base = temporaryFolder();
    expect(spawned(base, {}, 'frobnicate')).toMatchObject({ code: 2, stdout: '' });
    await run(base, '--data', 'w', 'init');
    const database = new Database(join(base, 'w/workspace.db'));
    database.exec('ALTER TABLE person RENAME TO somebody');
    database.close();
    const { code, stdout } = spawned(base, {}, '--data', 'w', '--json', 'experts', 'list');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'internal-fault' } });
  });

  it('relative paths count from INIT_CWD, where npm was called', () => {
    const base = temporaryFolder();
    mkdirSync(join(base, 'desk'));
    writeFileSync(join(base, 'desk/experts.csv'), 'expert\n王敏\n');
    const environment = { INIT_CWD: join(base, 'desk') };
    expect(spawned(base, environment, '--data', 'w', 'init').code).toBe(0);
    expect(existsSync(join(base, 'desk/w/workspace.db'))).toBe(true);
    expect(spawned(base, environment, '--data', 'w', 'experts', 'import', 'experts.csv').code).toBe(0);
  });

  it('a reader that goes away early is no crash', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    const main = join(import.meta.dirname, '../../../electron/cli/main.ts');
    const child = spawn(process.execPath, [main, '--data', join(base, 'w'), '--json', 'candidates', 'list']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('usage', () => {
  let base = '';
  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'judging-test-'));
    await run(base, '--data', 'w', 'init');
  });
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it.each([
    ['no command'],
    ['an unknown command', 'frobnicate'],
    ['an unknown option', 'merge', '--bogus'],
    ['a missing file', 'experts', 'import'],
    ['one file too many', 'experts', 'import', 'a.csv', 'b.csv'],
    ['an option without its value', 'merge', '--set'],
    ['--data without a folder', 'status', '--data'],
    ['a withdrawal without a reason', 'votes', 'withdraw', '1'],
    ['an export without a file', 'export', 'ranking'],
    ['an unknown export', 'export', 'poems', '--out', 'a.csv'],
    ['a file whose ending names no format', 'export', 'ranking', '--out', 'a.pdf'],
    ['a person without a role', 'people', 'add', '王敏'],
    ['a port that is none', 'serve', '--port', 'abc'],
  ])('%s is wrong usage', async (_, ...words) => {
    const { code, stderr, stdout } = await run(base, '--data', 'w', ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('--help lists every command and is 0', async () => {
    const { code, stdout } = await run(temporaryFolder(), '--help');
    expect(code).toBe(0);
    for (const words of ['init', 'scores import FILE', 'votes withdraw BATCH --reason TEXT', 'serve'])
      expect(stdout).toContain(words);
  });

  it.each([
    ['freeze', '--minute', 'x'],
    ['results', 'list'],
    ['results', 'show', '1'],
    ['backup', 'a'],
    ['restore', 'a'],
  ])('%s %s is a known word that is not offered yet', async (...words) => {
    const { code, stdout } = await run(temporaryFolder(), ...words, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-available' } });
  });
});

describe('files', () => {
  async function ready(): Promise<string> {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    return base;
  }

  it.each([
    ['that is missing', null, 'file-missing'],
    ['that is empty', '', 'file-empty'],
    ['that is a picture', Buffer.from('\x89PNG\r\n\x1a\nxxxx', 'latin1'), 'file-not-recognised'],
    ['with other columns', 'a,b\n1,2\n', 'columns-missing'],
    [
      'with a mark out of range',
      'expert,candidate,innovation,demonstration,practicality,recognition\n王敏,1,101,1,1,1\n',
      'rows-invalid',
    ],
  ])('one %s is refused and nothing is changed', async (_, content, code) => {
    const base = await ready();
    if (content !== null) writeFileSync(join(base, 'scores.xlsx'), content);
    const outcome = await run(base, '--data', 'w', '--json', 'scores', 'import', 'scores.xlsx');
    expect(outcome.code).toBe(1);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ error: { code } });
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'verify')).stdout)).toMatchObject({
      auditEntries: 1,
    });
  });

  it('several votes files go in together or not at all', async () => {
    const base = await ready();
    writeFileSync(join(base, 'good.csv'), votes);
    writeFileSync(join(base, 'bad.csv'), 'a,b\n1,2\n');
    expect((await run(base, '--data', 'w', 'votes', 'import', 'good.csv', 'bad.csv')).code).toBe(1);
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'votes', 'batches')).stdout)).toEqual({
      batches: [],
    });
    const dry = await run(base, '--data', 'w', '--json', 'votes', 'import', 'good.csv', '--dry-run');
    expect(JSON.parse(dry.stdout)).toMatchObject({
      imports: [{ file: 'good.csv', rows: 1, accepted: 1, alreadyImported: false }],
    });
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'status')).stdout)).toMatchObject({
      rulesLocked: false,
    });
    expect((await run(base, '--data', 'w', 'votes', 'import', 'good.csv')).code).toBe(0);
    expect((await run(base, '--data', 'w', 'votes', 'withdraw', '1', '--reason', '重复')).code).toBe(0);
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'votes', 'tally')).stdout)).toMatchObject({
      ballots: { accepted: 0 },
    });
    expect((await run(base, '--data', 'w', 'votes', 'withdraw', 'x', '--reason', '重复')).code).toBe(1);
  });

  it('an export does not go into a folder that is not there, and leaves no audit entry', async () => {
    const base = await ready();
    expect((await run(base, '--data', 'w', 'export', 'ranking', '--out', 'nowhere/a.xlsx')).code).toBe(1);
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'verify')).stdout)).toMatchObject({
      auditEntries: 1,
    });
  });
});

describe('init', () => {
  it('refuses a folder that holds a workspace', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    const again = await run(base, '--data', 'w', '--json', 'init');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'workspace-exists' } });
  });

  it('names what is wrong in a round file by its path, and leaves nothing behind', async () => {
    const base = temporaryFolder();
    const cases = join(import.meta.dirname, '../../cases/merge/trimmed-mean-by-hand/round.json');
    const round = JSON.parse(readFileSync(cases, 'utf8')) as { merge: { expertWeight: unknown } };
    round.merge.expertWeight = -1;
    writeFileSync(join(base, 'round.json'), JSON.stringify(round));
    const { code, stderr } = await run(base, '--data', 'w', 'init', '--round', 'round.json');
    expect(code).toBe(1);
    expect(stderr).toContain('merge.expertWeight：不能小于 0');
    expect(existsSync(join(base, 'w'))).toBe(false);
  });

  it('with a list of candidates that has a problem leaves nothing behind', async () => {
    const base = temporaryFolder();
    writeFileSync(join(base, 'c.csv'), 'candidate,title\n0,甲\n');
    expect((await run(base, '--data', 'w', 'init', '--candidates', 'c.csv')).code).toBe(1);
    expect(existsSync(join(base, 'w'))).toBe(false);
  });

  it('with a round of one’s own has the candidates of one’s own list only', async () => {
    const base = temporaryFolder();
    const round = join(import.meta.dirname, '../../cases/merge/trimmed-mean-by-hand/round.json');
    const outcome = await run(base, '--data', 'w', '--json', 'init', '--round', round);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ round: 'trimmed-mean', candidates: 0 });
  });
});

describe('people', () => {
  it('are added with a secret shown once, whatever their role', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    for (const role of ['secretariat', 'observer', 'expert']) {
      const added = JSON.parse(
        (await run(base, '--data', 'w', '--json', 'people', 'add', '王敏', '--role', role)).stdout,
      ) as unknown;
      expect((added as { temporaryPassword: string }).temporaryPassword).toMatch(/^\S{6,}$/);
      expect(added).toMatchObject({
        person: { name: '王敏', role },
      });
    }
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'experts', 'list')).stdout)).toMatchObject({
      experts: [{ expert: '王敏', id: '' }],
    });
    expect(JSON.parse((await run(base, '--data', 'w', '--json', 'people', 'list')).stdout)).toMatchObject({
      people: { length: 2 },
    });
    expect((await run(base, '--data', 'w', 'people', 'add', '王敏', '--role', 'expert')).code).toBe(1);
  });
});

describe('verify', () => {
  it('names the first audit entry that somebody changed behind the program’s back', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    writeFileSync(join(base, 'e.csv'), 'expert\n王敏\n');
    await run(base, '--data', 'w', 'experts', 'import', 'e.csv');
    expect((await run(base, '--data', 'w', 'verify')).code).toBe(0);
    const database = new Database(join(base, 'w/workspace.db'));
    database.exec('DROP TRIGGER audit_entry_is_never_changed');
    database
      .prepare('UPDATE audit_entry SET payload = ? WHERE sequence = 2')
      .run(`{"expert":1,"name":"${sha256Text('x')}"}`);
    database.close();
    const { code, stdout } = await run(base, '--data', 'w', '--json', 'verify');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'audit-broken', details: { sequence: 2 } } });
  });
});
