import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Text } from '../../../electron/database/audit-log.ts';
import { passwordFits, recoveryCodeText } from '../../../electron/services/passwords.ts';
import { openRawDatabase } from '../../support/raw-database.ts';
import { leaveStagedBatch } from '../../support/stored-ballots.ts';
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
    const database = openRawDatabase(join(base, 'w/workspace.db'));
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

  it('JUDGING_DATA counts from there too', () => {
    const base = temporaryFolder();
    mkdirSync(join(base, 'desk'));
    const environment = { INIT_CWD: join(base, 'desk'), JUDGING_DATA: 'w' };
    expect(spawned(base, environment, 'init').code).toBe(0);
    expect(existsSync(join(base, 'desk/w/workspace.db'))).toBe(true);
  });

  it('judging.cjs hands arguments, output and exit code through to a Node that can run the sources', () => {
    const base = temporaryFolder();
    const judging = (...words: readonly string[]) => {
      const program = join(import.meta.dirname, '../../../electron/cli/judging.cjs');
      return spawnSync(process.execPath, [program, '--data', join(base, '空 格'), ...words], {
        encoding: 'utf8',
      });
    };
    const refused = judging('status', '--json');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'workspace-missing' } });
    expect(judging('frobnicate').status).toBe(2);
    expect(judging('init', '--json')).toMatchObject({ status: 0, stderr: '' });
  });

  it('an import that was killed is out of the way of the next, which gets its number', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    const database = openRawDatabase(join(base, 'w/workspace.db'));
    leaveStagedBatch(database, 1);
    const rows = (): unknown =>
      database
        .prepare('SELECT (SELECT count(*) FROM ballot_page) + (SELECT count(*) FROM vote_batch)')
        .pluck()
        .get();
    const lock = openRawDatabase(join(base, 'w/spool/votes.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    expect((await run(base, '--data', 'w', 'status')).code).toBe(0);
    expect(rows()).toBe(2);
    lock.close();
    expect((await run(base, '--data', 'w', 'status')).code).toBe(0);
    expect(rows()).toBe(0);
    database.close();
    writeFileSync(join(base, 'v.csv'), votes);
    const imported = await run(base, '--data', 'w', '--json', 'votes', 'import', 'v.csv');
    expect(JSON.parse(imported.stdout)).toMatchObject({
      imports: [{ batch: 1, accepted: 1, alreadyImported: false }],
    });
    expect((await run(base, '--data', 'w', 'verify')).code).toBe(0);
  });

  it('what a killed server left of its uploads is removed, what a running program holds is not', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    const spool = join(base, 'w/spool/uploads');
    mkdirSync(spool, { recursive: true });
    writeFileSync(join(spool, '999999999-left'), 'account,time,choices');
    writeFileSync(join(spool, `${process.ppid}-held`), 'account,time,choices');
    expect((await run(base, '--data', 'w', 'status')).code).toBe(0);
    expect(readdirSync(spool)).toEqual([`${process.ppid}-held`]);
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
    ['a rule without --set', 'merge', 'merge.expertWeight=60'],
    ['a rule behind another option', 'merge', '--set', 'merge.expertWeight=60', '--bogus', 'a=1'],
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

  it('--help with --json is one document', async () => {
    const { code, stdout } = await run(temporaryFolder(), '--json', '--help');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { help: string }).help).toContain('scores import FILE');
  });

  it('several rules may stand behind one --set or each behind its own', async () => {
    const weights = async (...words: readonly string[]): Promise<unknown> => {
      const { stdout } = await run(base, '--data', 'w', '--json', 'merge', ...words);
      const { rules } = JSON.parse(stdout) as { rules: { merge: Record<string, unknown> } };
      return [rules.merge['expertWeight'], rules.merge['publicWeight']];
    };
    const [expert, publicWeight] = ['merge.expertWeight=60', 'merge.publicWeight=40'];
    expect(await weights('--set', expert, publicWeight)).toEqual([60, 40]);
    expect(await weights('--set', expert, '--set', publicWeight)).toEqual([60, 40]);
    expect(await weights(`--set=${expert}`, publicWeight)).toEqual([60, 40]);
    expect(await weights('--set', expert, publicWeight, '--set', 'merge.publicWeight=30')).toEqual([60, 30]);
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

  it('totals are kept, counted and set aside by a minute, and only then change the merge', async () => {
    const base = await ready();
    const document = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await run(base, '--data', 'w', '--json', ...words)).stdout);
    writeFileSync(join(base, 'totals.csv'), '候选编号,得票数\n1,70\n2,30\n');
    await run(base, '--data', 'w', 'votes', 'mapping', 'totals.csv', '--out', 'mapping.json');
    const importing = ['--data', 'w', 'votes', 'import', 'totals.csv', '--mapping', 'mapping.json'];
    expect((await run(base, ...importing, '--dry-run')).stdout).toContain('试算，没有写入');
    const imported = await run(base, ...importing);
    expect(imported.stdout).toContain('已保存，还没有计入');
    expect((await run(base, ...importing)).stdout).toContain('以前已保存，没有再存一份');
    expect(await document('votes', 'totals')).toMatchObject({
      totals: [{ totals: 1, file: 'totals.csv', votes: 100, counted: null }],
    });
    expect(await document('merge')).not.toHaveProperty('totals');
    const status = async (): Promise<string> => (await run(base, '--data', 'w', 'status')).stdout;
    expect(await status()).toContain('只有票数合计的文件 1 份，都没有计入。');
    const minute = ['--minute', '4月5日评审会'];
    for (const wrong of [
      ['votes', 'totals', 'count', '1', ...minute],
      ['votes', 'totals', 'count', '1', '--as', 'more', ...minute],
      ['votes', 'totals', 'count', '1', '--as', 'added'],
      ['votes', 'totals', 'aside', '1'],
    ])
      expect((await run(base, '--data', 'w', ...wrong)).code).toBe(2);
    for (const refused of [
      ['votes', 'totals', 'count', 'x', '--as', 'added', ...minute],
      ['votes', 'totals', 'count', '1', '--as', 'added', '--minute', ' '],
      ['votes', 'totals', 'aside', '1', ...minute],
    ])
      expect((await run(base, '--data', 'w', ...refused)).code).toBe(1);
    expect(await document('votes', 'totals', 'count', '1', '--as', 'instead', ...minute)).toMatchObject({
      totals: [{ counted: { as: 'instead', minute: '4月5日评审会' } }],
    });
    expect(await document('merge')).toMatchObject({
      totals: [{ file: 'totals.csv', as: 'instead', minute: '4月5日评审会' }],
    });
    expect((await run(base, '--data', 'w', 'merge')).stdout).toContain('会议记录：4月5日评审会。');
    expect(await status()).toContain('按会议记录计入 1 份，共 100 票，代替全部选票。');
    expect((await run(base, '--data', 'w', 'votes', 'totals')).stdout).toContain('代替全部选票');
    const removing = ['--data', 'w', 'votes', 'totals', 'remove', '1'];
    expect((await run(base, ...removing, '--reason', '列认错了')).code).toBe(1);
    expect((await run(base, '--data', 'w', 'votes', 'totals', 'aside', '1', ...minute)).code).toBe(0);
    expect(await document('merge')).not.toHaveProperty('totals');
    expect((await run(base, ...removing)).code).toBe(2);
    expect((await run(base, ...removing, '--reason', '列认错了')).code).toBe(0);
    expect((await run(base, '--data', 'w', 'votes', 'totals')).stdout).toContain('已移除：列认错了');
    expect((await run(base, ...importing)).stdout).toContain('已保存，还没有计入');
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

  it.each([
    ['a file', 'afile'],
    ['a folder in a file', 'afile/sub/w'],
    ['a folder in a device', '/dev/null/x'],
    ['a place where the system lets nobody make a folder', '/proc/judging-test'],
    ['a name that is too long', `above/${'x'.repeat(300)}`],
  ])('refuses %s as its folder, and makes nothing', async (_, folder) => {
    const base = temporaryFolder();
    writeFileSync(join(base, 'afile'), '');
    const { code, stdout } = await run(base, '--data', folder, '--json', 'init');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'folder-unusable' } });
    expect(readdirSync(base)).toEqual(['afile']);
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

  it('adds the candidates of 2017 only to the round they were numbered for', async () => {
    const base = temporaryFolder();
    const shipped = join(import.meta.dirname, '../../../resources/rounds/shanghai-2017/round.json');
    const round = JSON.parse(readFileSync(shipped, 'utf8')) as { counts: { candidates: number } };
    const made = async (folder: string): Promise<unknown> => {
      writeFileSync(join(base, 'round.json'), JSON.stringify(round));
      const { stdout } = await run(base, '--data', folder, '--json', 'init', '--round', 'round.json');
      return (JSON.parse(stdout) as { candidates: unknown }).candidates;
    };
    expect(await made('same')).toBe(50);
    round.counts.candidates = 40;
    expect(await made('fewer')).toBe(0);
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

  it('the first secretary of all gets the recovery code, nobody after', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    const added = async (name: string, role: string): Promise<unknown> => {
      const { stdout } = await run(base, '--data', 'w', '--json', 'people', 'add', name, '--role', role);
      return (JSON.parse(stdout) as { recoveryCode?: unknown }).recoveryCode;
    };
    expect(await added('周监督', 'observer')).toBe(undefined);
    const code = await added('王秘书', 'secretariat');
    expect(code).toMatch(/^\w{5}(?:-\w{5}){4}$/);
    expect(await added('陈秘书', 'secretariat')).toBe(undefined);
    const database = openRawDatabase(join(base, 'w/workspace.db'));
    const hash = database.prepare('SELECT recovery_hash FROM workspace').pluck().get();
    database.close();
    expect(await passwordFits(recoveryCodeText(String(code)), String(hash))).toBe(true);
  });
});

describe('verify', () => {
  it('refuses what contradicts the record, each with its place', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    writeFileSync(join(base, 'v.csv'), votes);
    await run(base, '--data', 'w', 'votes', 'import', 'v.csv');
    const verified = await run(base, '--data', 'w', '--json', 'verify');
    expect(JSON.parse(verified.stdout)).toMatchObject({
      verified: true,
      auditEntries: 3,
      checks: expect.arrayContaining([expect.objectContaining({ check: 'votes' })]) as unknown,
    });
    const database = openRawDatabase(join(base, 'w/workspace.db'));
    database.exec('UPDATE vote_count SET votes = 1000 WHERE candidate = 7');
    database.close();
    const { code, stdout, stderr } = await run(base, '--data', 'w', '--json', 'verify');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: {
        code: 'record-contradicted',
        details: { contradictions: ['得票数：7 号记为 1000 票，由选票数得 1 票'] },
      },
    });
    expect(stderr).toContain('7 号记为 1000 票');
  });

  it('names the first audit entry that somebody changed behind the program’s back', async () => {
    const base = temporaryFolder();
    await run(base, '--data', 'w', 'init');
    writeFileSync(join(base, 'e.csv'), 'expert\n王敏\n');
    await run(base, '--data', 'w', 'experts', 'import', 'e.csv');
    expect((await run(base, '--data', 'w', 'verify')).code).toBe(0);
    const database = openRawDatabase(join(base, 'w/workspace.db'));
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
