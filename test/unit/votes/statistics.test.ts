import { expect, test } from 'vitest';
import { countFigures } from '../../../electron/services/votes/statistics/figures-task.ts';
import {
  countFiguresInThread,
  type FiguresRunner,
} from '../../../electron/services/votes/statistics/in-worker.ts';
import { readVoteStatisticsBy } from '../../../electron/services/votes/statistics/read-statistics.ts';
import { beginNextVoteGeneration } from '../../../electron/database/vote-batches.ts';
import { defaultThresholds } from '../../../shared/ballots/suspicion/thresholds.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { independentVoters, shanghai } from '../../support/suspicious-ballots.ts';
import { pagesWorkspace, storeBatch } from '../../support/vote-pages.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

/** Counts on this thread, and how often it had to. */
function countingHere({ workspace }: TestWorkspace): {
  readonly run: FiguresRunner;
  readonly runs: () => number;
} {
  let runs = 0;
  return {
    run: async (_folder, task) => {
      runs += 1;
      return done(countFigures(workspace.connection, task));
    },
    runs: () => runs,
  };
}

test('all batches in force together, or one of them, over more than one page', async () => {
  const office = pagesWorkspace();
  const { connection } = office.workspace;
  const many = independentVoters(3, 8, 10);
  storeBatch(connection, 1, many);
  storeBatch(connection, 2, [
    { account: 1, instant: shanghai('2017-03-30 10:00:00'), choices: [1, 2] },
    { account: 2, instant: shanghai('2017-03-30 10:00:00'), choices: [1], standing: 'too-few' },
  ]);
  expect(many.length).toBeGreaterThan(4096);
  const { run } = countingHere(office);
  const all = valueOf(await readVoteStatisticsBy(run, office.secretariat, {}));
  const accepted = all.standings.indexOf('accepted');
  expect(all.days.map(({ rows }) => rows[accepted])).toEqual([many.length, 1]);
  expect(all.days[1]).toMatchObject({ day: '2017-03-30', newAccounts: 0, returningAccounts: 1 });
  const second = valueOf(await readVoteStatisticsBy(run, office.secretariat, { batch: 2 }));
  expect(second.days).toHaveLength(1);
  expect(second.days[0]?.rows[second.standings.indexOf('too-few')]).toBe(1);
  expect(second.hours[0]?.votes.slice(0, 3)).toEqual([1, 1, 0]);
  expect(refusalOf(await readVoteStatisticsBy(run, office.secretariat, { batch: 3 })).code).toBe(
    'batch-unknown',
  );
});

test('is counted once until the votes change', async () => {
  const office = pagesWorkspace();
  const { connection } = office.workspace;
  storeBatch(connection, 1, independentVoters(3, 1, 2));
  const { run, runs } = countingHere(office);
  await Promise.all([
    readVoteStatisticsBy(run, office.secretariat, {}),
    readVoteStatisticsBy(run, office.secretariat, {}),
  ]);
  expect(runs()).toBe(1);
  storeBatch(connection, 2, [{ account: 5, instant: shanghai('2017-03-29 10:00:00'), choices: [4, 5] }]);
  beginNextVoteGeneration(connection);
  const after = valueOf(await readVoteStatisticsBy(run, office.secretariat, {}));
  expect(runs()).toBe(2);
  expect(after.days.at(-1)?.day).toBe('2017-03-29');
});

test('the thread counts what this thread counts', async () => {
  const office = pagesWorkspace();
  const { folder, connection } = office.workspace;
  const crowd = Array.from({ length: 40 }, (_, each) => ({
    account: 5_000_000 + each,
    instant: shanghai('2017-03-22 03:00:00') + each * 1000,
    choices: [1 + (each % 19), 20],
  }));
  storeBatch(connection, 1, [...independentVoters(4, 2, 6), ...crowd]);
  const { run } = countingHere(office);
  const statistics = { kind: 'statistics', batch: null } as const;
  const flags = {
    kind: 'flags',
    thresholds: defaultThresholds,
  } as const;
  expect(await countFiguresInThread(folder, statistics)).toEqual(await run(folder, statistics));
  const found = valueOf(await countFiguresInThread(folder, flags));
  expect(found).toEqual(valueOf(await run(folder, flags)));
  expect(found).toMatchObject({
    found: {
      report: {
        flags: expect.arrayContaining([expect.objectContaining({ id: 'burst:2017-03-22 03:00' })]) as unknown,
      },
    },
  });
});
