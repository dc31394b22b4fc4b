import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  listBallots,
  listVoteBatches,
  readVoteTally,
  removeStagedBatches,
} from '../../../electron/services/votes/index.ts';
import { leaveStagedBatch, prepareStanding } from '../../support/stored-ballots.ts';
import { takeVoteLock } from '../../../electron/services/votes/vote-lock.ts';
import {
  header,
  importHere,
  restoreHere,
  sourceFile,
  traces,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const first = `${header}\nwang,2017-03-22 08:00:00,1;2\nli,2017-03-22 09:00:00,2;3\n`;
const second = `${header}\nwang,2017-03-22 08:00:00,1;2\nli,2017-03-22 10:00:00,4;5\n`;

async function withTwoBatches(): Promise<TestWorkspace> {
  const test = votesWorkspace();
  valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', first)]));
  valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'b.csv', second)]));
  return test;
}

describe('a withdrawn batch', () => {
  it('no longer counts, lets what it pushed aside count, and stays on the record with its reason', async () => {
    const test = await withTwoBatches();
    const { batches } = valueOf(await withdrawHere(test.secretariat, 1, ' 导错了文件 '));
    expect(
      batches.map(({ batch, withdrawn, funnel }) => ({ batch, withdrawn, accepted: funnel.accepted })),
    ).toEqual([
      {
        batch: 1,
        withdrawn: { at: '2017-04-05T01:00:00.000Z', by: '命令行（tester）', reason: '导错了文件' },
        accepted: 2,
      },
      { batch: 2, withdrawn: null, accepted: 2 },
    ]);
    expect(valueOf(readVoteTally(test.secretariat)).tally.map(({ votes }) => votes)).toEqual([
      1, 1, 0, 1, 1, 0,
    ]);
    expect(test.events().at(-1)).toEqual({
      event: 'votes-withdrawn',
      payload: { batch: 1, reason: '导错了文件' },
    });
    expect(
      valueOf(listBallots(test.secretariat, { standing: 'accepted', batch: 1, offset: 0, limit: 9 })),
    ).toEqual({
      total: 0,
      ballots: [],
    });
    expect(valueOf(listVoteBatches(test.secretariat)).batches).toEqual(batches);
  });

  it('may be imported again as a new batch; then the old one cannot come back', async () => {
    const test = await withTwoBatches();
    valueOf(await withdrawHere(test.secretariat, 1));
    const again = sourceFile(test.workspace.folder, 'c.csv', first);
    expect(valueOf(await importHere(test.secretariat, [again])).imports[0]).toMatchObject({
      batch: 3,
      alreadyImported: false,
    });
    const before = traces(test);
    expect(refusalOf(await restoreHere(test.secretariat, 1))).toEqual({
      code: 'batch-bytes-in-force',
      details: { batch: 1, other: 3 },
    });
    expect(traces(test)).toEqual(before);
  });

  it('comes back under the rules of the day on which it is restored', async () => {
    const test = await withTwoBatches();
    valueOf(await withdrawHere(test.secretariat, 1));
    valueOf(await withdrawHere(test.secretariat, 2));
    test.workspace.connection.exec(
      `UPDATE round SET rules = json_set(rules, '$.ballot.closesAt', '2017-03-22T09:30:00+08:00')`,
    );
    valueOf(await restoreHere(test.secretariat, 2, '规则更正'));
    expect(valueOf(readVoteTally(test.secretariat)).ballots).toMatchObject({
      rows: 2,
      accepted: 1,
      rejected: { 'outside-window': 1 },
    });
    expect(test.events().at(-1)).toEqual({
      event: 'votes-restored',
      payload: { batch: 2, reason: '规则更正' },
    });
  });

  it('is refused where there is no such batch, no reason, or nothing to do', async () => {
    const test = await withTwoBatches();
    const before = traces(test);
    expect(refusalOf(await withdrawHere(test.secretariat, 9)).code).toBe('batch-unknown');
    expect(refusalOf(await withdrawHere(test.secretariat, 1, ' ')).code).toBe('reason-needed');
    expect(refusalOf(await restoreHere(test.secretariat, 1)).code).toBe('batch-in-force');
    expect(traces(test)).toEqual(before);
    valueOf(await withdrawHere(test.secretariat, 1));
    expect(refusalOf(await withdrawHere(test.secretariat, 1)).code).toBe('batch-withdrawn');
  });
});

describe('what an interrupted import left', () => {
  /** As if the power had failed: a batch half moved in, a standing prepared. */
  function interrupt({ workspace: { connection, folder } }: TestWorkspace): void {
    leaveStagedBatch(connection, 3);
    prepareStanding(connection, 1, 0, 'second-that-day');
    mkdirSync(join(folder, 'spool'), { recursive: true });
    writeFileSync(join(folder, 'spool', '演示选票.csv'), '');
  }

  it('is invisible, and gone after the next start; what is not its own stays', async () => {
    const test = await withTwoBatches();
    const tally = valueOf(readVoteTally(test.secretariat));
    const before = traces(test);
    interrupt(test);
    expect(valueOf(readVoteTally(test.secretariat))).toEqual(tally);
    expect(valueOf(listVoteBatches(test.secretariat)).batches).toHaveLength(2);
    expect(
      valueOf(listBallots(test.secretariat, { standing: 'accepted', offset: 0, limit: 9 })).ballots,
    ).toHaveLength(2);
    removeStagedBatches(test.workspace);
    expect(traces(test)).toEqual({ ...before, spool: ['演示选票.csv'] });
  });

  it('is left alone while it may be the work of another program on the same folder', async () => {
    const test = await withTwoBatches();
    interrupt(test);
    const before = traces(test);
    const lock = valueOf(takeVoteLock(test.workspace.folder));
    removeStagedBatches(test.workspace);
    lock?.release();
    expect(traces(test)).toEqual(before);
  });
});
