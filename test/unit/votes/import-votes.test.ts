import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRound } from '../../../electron/services/rules.ts';
import { listBallots, listVoteBatches, readVoteTally } from '../../../electron/services/votes/index.ts';
import { importVotesBy } from '../../../electron/services/votes/import-votes.ts';
import { takeVoteLock } from '../../../electron/services/votes/vote-lock.ts';
import { runVoteWork } from '../../../electron/services/votes/work/run-vote-work.ts';
import type { PreparedVotes } from '../../../electron/services/votes/work/task.ts';
import { generateVotes } from '../../support/votes-generator.ts';
import { header, importHere, sourceFile, traces, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

const some = `${header}\nwang,2017-03-22 08:00:00,1;2\nli,2017-03-22 09:00:00,2;3\nli,2017-03-22 08:59:00,1;9\n`;
const noRejected = {
  unreadable: 0,
  'outside-window': 0,
  'too-few': 0,
  'too-many': 0,
  'unknown-project': 0,
  'repeated-choice': 0,
  'second-that-day': 0,
  'already-recorded': 0,
};

describe('importing votes', () => {
  it('gives each file its batch, its figures and its audit entry, and locks the rules', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, '第一批.csv', some);
    const report = valueOf(await importHere(test.secretariat, [file]));
    const { sha256 = '' } = report.imports[0] ?? {};
    const figures = { rows: 3, accepted: 2, rejected: { ...noRejected, 'unknown-project': 1 } };
    expect(report.imports).toEqual([
      { file: '第一批.csv', sha256, batch: 1, alreadyImported: false, ...figures },
    ]);
    expect(test.events().slice(-2)).toMatchObject([
      { event: 'rules-locked', payload: { origin: 'first import' } },
      { event: 'votes-imported', payload: { batch: 1, file: '第一批.csv', sha256, ...figures } },
    ]);
    expect(valueOf(readRound(test.secretariat)).lockOrigin).toBe('first import');
    expect(valueOf(listVoteBatches(test.secretariat)).batches).toEqual([
      {
        batch: 1,
        file: '第一批.csv',
        sha256,
        bytes: Buffer.byteLength(some),
        importedAt: '2017-04-05T01:00:00.000Z',
        importedBy: '命令行（tester）',
        withdrawn: null,
        funnel: figures,
      },
    ]);
  });

  it('counts every ballot as it was made, row by row of a larger file', async () => {
    const test = votesWorkspace();
    const made = generateVotes(4000, 11);
    const file = sourceFile(test.workspace.folder, 'votes.csv', made.csv);
    const report = valueOf(await importHere(test.secretariat, [file]));
    expect(report.imports[0]).toMatchObject(made.ballots);
    expect(valueOf(readVoteTally(test.secretariat))).toEqual({ ballots: made.ballots, tally: made.tally });
  });

  it('decides an account with more rows than are read at a time as one account', async () => {
    const test = votesWorkspace();
    const rows = Array.from(
      { length: 12_000 },
      (_, index) =>
        `王大明,2017-03-2${2 + (index % 2)} 09:${String(59 - Math.floor(index / 201)).padStart(2, '0')}:00,1;${2 + (index % 5)}`,
    );
    const content = `${header}\n${rows.join('\n')}\nli,2017-03-22 08:00:00,1;2\n`;
    const file = sourceFile(test.workspace.folder, 'a.csv', content);
    expect(valueOf(await importHere(test.secretariat, [file])).imports[0]).toMatchObject({
      rows: 12_001,
      accepted: 3,
      rejected: { ...noRejected, 'second-that-day': 11_998 },
    });
  });

  it('adds nothing when the same bytes come again, under whatever name', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    const first = valueOf(await importHere(test.secretariat, [file])).imports[0];
    const before = traces(test);
    const again = sourceFile(test.workspace.folder, 'b.csv', some);
    const report = valueOf(await importHere(test.secretariat, [again, again]));
    expect(report.imports).toEqual([
      { ...first, file: 'b.csv', alreadyImported: true },
      { ...first, file: 'b.csv', alreadyImported: true },
    ]);
    expect(traces(test)).toEqual(before);
  });

  it('takes the same bytes twice in one call as one file', async () => {
    const test = votesWorkspace();
    const files = ['a.csv', 'b.csv'].map((name) => sourceFile(test.workspace.folder, name, some));
    const report = valueOf(await importHere(test.secretariat, files));
    expect(
      report.imports.map(({ batch, alreadyImported, rows }) => ({ batch, alreadyImported, rows })),
    ).toEqual([
      { batch: 1, alreadyImported: false, rows: 3 },
      { batch: 1, alreadyImported: true, rows: 3 },
    ]);
    expect(valueOf(readVoteTally(test.secretariat)).ballots.rows).toBe(3);
  });

  it('shows a ballot that an earlier file holds already as such, in the later one', async () => {
    const test = votesWorkspace();
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', some)]));
    const longer = sourceFile(test.workspace.folder, 'b.csv', `${some}zhao,2017-03-23 08:00:00,5;6\n`);
    const [result] = valueOf(await importHere(test.secretariat, [longer])).imports;
    expect(result).toMatchObject({
      rows: 4,
      accepted: 1,
      rejected: { ...noRejected, 'already-recorded': 3 },
    });
    expect(valueOf(readVoteTally(test.secretariat)).ballots).toMatchObject({ rows: 7, accepted: 3 });
  });

  it('says in a dry run what it would give, beside what is there, and writes nothing', async () => {
    const test = votesWorkspace();
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', some)]));
    const before = traces(test);
    const earlier = sourceFile(
      test.workspace.folder,
      'b.csv',
      `${header}\nwang,2017-03-22 07:00:00,5;6\n${some.slice(21)}`,
    );
    const dry = valueOf(await importHere(test.secretariat, [earlier], { dryRun: true }));
    expect(dry.imports[0]).toMatchObject({ batch: null, alreadyImported: false, rows: 4, accepted: 1 });
    expect(traces(test)).toEqual(before);
    const real = valueOf(await importHere(test.secretariat, [earlier]));
    expect(real.imports[0]).toEqual({ ...dry.imports[0], batch: 2 });
  });

  it('is all or nothing for several files', async () => {
    const test = votesWorkspace();
    const before = traces(test);
    const good = sourceFile(test.workspace.folder, 'a.csv', some);
    const bad = sourceFile(test.workspace.folder, 'b.csv', `${some}zhao,2017-03-23 08:00:00,"1;2\n`);
    expect(refusalOf(await importHere(test.secretariat, [good, bad]))).toMatchObject({
      code: 'rows-invalid',
      details: { file: 'b.csv', problems: [{ row: 5 }] },
    });
    expect(traces(test)).toEqual(before);
  });

  it.each(['正在读取', '正在查重', '正在写入'])(
    'leaves nothing when it is cancelled while it says %s',
    async (label) => {
      const test = votesWorkspace();
      valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', some)]));
      const before = traces(test);
      const cancel = new AbortController();
      const file = sourceFile(test.workspace.folder, 'b.csv', generateVotes(8000, 5).csv);
      const result = await importHere(test.secretariat, [file], {
        signal: cancel.signal,
        onProgress: (progress) => {
          if (progress.label.startsWith(label)) cancel.abort();
        },
      });
      expect(cancel.signal.aborted).toBe(true);
      expect(refusalOf(result).code).toBe('job-cancelled');
      expect(traces(test)).toEqual(before);
    },
  );

  it('shows nothing of itself before it is whole, and leaves nothing when it cannot be published', async () => {
    const test = votesWorkspace();
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', some)]));
    const before = traces(test);
    const seen = (): unknown => [
      valueOf(readVoteTally(test.secretariat)),
      valueOf(listVoteBatches(test.secretariat)),
      (['accepted', 'second-that-day'] as const).map((standing) =>
        valueOf(listBallots(test.secretariat, { standing, offset: 0, limit: 100 })),
      ),
    ];
    const seenBefore = seen();
    const earlier = sourceFile(test.workspace.folder, 'b.csv', `${header}\nwang,2017-03-22 07:00:00,5;6\n`);
    let prepared: PreparedVotes | null = null;
    const result = await importVotesBy(
      (place, task, port) =>
        runVoteWork(place, task, {
          ...port,
          publish: async (work) => {
            prepared = work;
            expect(seen()).toEqual(seenBefore);
            test.workspace.connection.exec(
              `UPDATE round SET rules = json_set(rules, '$.ballot.minChoices', 1)`,
            );
            const refusal = await port.publish(work);
            test.workspace.connection.exec(
              `UPDATE round SET rules = json_set(rules, '$.ballot.minChoices', 2)`,
            );
            return refusal;
          },
        }),
      test.secretariat,
      [earlier],
      { dryRun: false },
    );
    expect(prepared).not.toBeNull();
    expect(refusalOf(result).code).toBe('votes-basis-changed');
    expect(traces(test)).toEqual(before);
    expect(seen()).toEqual(seenBefore);
  });

  it('waits for nobody: while other work on the votes runs it is refused', async () => {
    const test = votesWorkspace();
    const lock = valueOf(takeVoteLock(test.workspace.folder));
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    expect(refusalOf(await importHere(test.secretariat, [file])).code).toBe('job-busy');
    lock?.release();
    expect((await importHere(test.secretariat, [file])).ok).toBe(true);
  });

  it('is not called busy where there is only no place for its lock', async () => {
    const test = votesWorkspace();
    mkdirSync(join(test.workspace.folder, 'spool', 'votes.lock'), { recursive: true });
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    expect(refusalOf(await importHere(test.secretariat, [file])).code).not.toBe('job-busy');
    expect(valueOf(listVoteBatches(test.secretariat)).batches).toEqual([]);
  });

  it('keeps demonstration data out of a real workspace, and takes them in a demonstration', async () => {
    const marked = `${header},演示数据\n${some.slice(21)}`;
    const real = votesWorkspace();
    expect(
      refusalOf(await importHere(real.secretariat, [sourceFile(real.workspace.folder, 'a.csv', marked)])),
    ).toMatchObject({ code: 'demonstration-data', details: { row: 1 } });
    const demonstration = votesWorkspace({ kind: 'demonstration' });
    const file = sourceFile(demonstration.workspace.folder, 'a.csv', marked);
    expect(valueOf(await importHere(demonstration.secretariat, [file])).imports[0]?.accepted).toBe(2);
  });

  it('needs candidates first', async () => {
    const test = temporaryWorkspace({ candidates: [] });
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    expect(refusalOf(await importHere(test.secretariat, [file])).code).toBe('candidates-missing');
  });

  it('keeps no account that anybody could read, in whatever cell it stood', async () => {
    const test = votesWorkspace();
    const account = 'oX7Kd5x7mew7PK2e7KiG9-t_gqUa';
    const content = `${header}\n${account},2017-03-22 08:00:00,1;2\nmin,${account},2017-03-22 08:00:00\n,,${account}\n${account}\n`;
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', content)]));
    test.workspace.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(`${test.workspace.folder}/workspace.db`, 'latin1')).not.toContain(account);
    const accepted = valueOf(listBallots(test.secretariat, { standing: 'accepted', offset: 0, limit: 10 }));
    expect(accepted.ballots[0]?.account).toMatch(/^[0-9a-f]{16}$/);
    expect(accepted.ballots).toMatchObject([
      {
        batch: 1,
        line: 2,
        time: '2017-03-22 08:00:00',
        choices: '1;2',
        standing: 'accepted',
      },
    ]);
  });
});
