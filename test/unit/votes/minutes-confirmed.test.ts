import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listBallots, listVoteBatches, readVoteTally } from '../../../electron/services/votes/index.ts';
import { ballotContext, type BallotRow } from '../../../shared/ballots/check.ts';
import type { Round } from '../../../shared/round/round.ts';
import type { BallotFile } from '../../support/count-ballots.ts';
import { slowCount } from '../../support/slow-count.ts';
import {
  ballotFileOf,
  csvOf,
  importHere,
  restoreHere,
  sourceFile,
  votesCandidates,
  votesRound,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { valueOf, type TestWorkspace } from '../../support/workspace.ts';

async function imported(test: TestWorkspace, name: string, rows: readonly BallotRow[]): Promise<void> {
  const file = sourceFile(test.workspace.folder, name, csvOf(rows));
  valueOf(await importHere(test.secretariat, [file], { minutesEqual: true }));
}

const ballot = (time: string, choices = '1;2'): BallotRow => ({ account: 'wang', time, choices });

describe('a file of minutes that somebody confirmed', () => {
  it('adds nothing to the file of seconds, and gives way to it when that comes later', async () => {
    const test = votesWorkspace();
    await imported(test, '分.csv', [ballot('2017-03-22 08:15')]);
    await imported(test, '秒.csv', [ballot('2017-03-22 08:15:32')]);
    const accepted = valueOf(listBallots(test.secretariat, { standing: 'accepted', offset: 0, limit: 9 }));
    expect(accepted.ballots).toMatchObject([{ batch: 2, time: '2017-03-22 08:15:32' }]);
    const surplus = valueOf(
      listBallots(test.secretariat, { standing: 'already-recorded', offset: 0, limit: 9 }),
    );
    expect(surplus.ballots).toMatchObject([
      { batch: 1, time: '2017-03-22 08:15', earlier: { batch: 2, time: '2017-03-22 08:15:32' } },
    ]);
    valueOf(await withdrawHere(test.secretariat, 2));
    expect(valueOf(readVoteTally(test.secretariat)).ballots.accepted).toBe(1);
    expect(valueOf(listVoteBatches(test.secretariat)).batches[0]?.funnel.accepted).toBe(1);
  });

  it('is a file of full minutes where nobody confirmed it', async () => {
    const test = votesWorkspace({
      round: { ...votesRound, ballot: { ...votesRound.ballot, perAccount: 'unlimited' } },
    });
    const minutes = sourceFile(test.workspace.folder, '分.csv', csvOf([ballot('2017-03-22 08:15')]));
    valueOf(await importHere(test.secretariat, [minutes]));
    await imported(test, '秒.csv', [ballot('2017-03-22 08:15:32')]);
    expect(valueOf(readVoteTally(test.secretariat)).ballots.accepted).toBe(2);
  });
});

const seconds = fc.record({
  account: fc.constantFrom('wang', 'li'),
  time: fc.constantFrom(
    '2017-03-22 08:15:00',
    '2017-03-22 08:15:20',
    '2017-03-22 08:15:40',
    '2017-03-22 08:16:20',
    '2017-03-23 08:15:00',
  ),
  choices: fc.constantFrom('1;2', '2;1', '3;4', '1'),
});
const file = fc.oneof(
  fc.array(seconds, { minLength: 1, maxLength: 5 }).map((rows): readonly BallotRow[] => rows),
  fc
    .array(seconds, { minLength: 1, maxLength: 5 })
    .map((rows): readonly BallotRow[] =>
      rows.map((row) => ({ ...row, time: row.time.slice(0, '2017-03-22 08:15'.length) })),
    ),
);
const files = fc.uniqueArray(file, { minLength: 2, maxLength: 4, selector: csvOf });
const frequencies = fc.constantFrom<Round['ballot']['perAccount']>('once-a-day', 'once', 'unlimited');

/** A file whose times say no seconds is known to the minute. */
function modelFile(rows: readonly BallotRow[]): BallotFile {
  const isMinutes = rows.every(({ time }) => time?.length === '2017-03-22 08:15'.length);
  return { ...ballotFileOf(rows), precision: isMinutes ? 'minute' : 'second', minutesEqual: true };
}

it('several files of minutes and of seconds count as the plain model says, in any order and after a withdrawal', async () => {
  await fc.assert(
    fc.asyncProperty(files, frequencies, async (all, perAccount) => {
      const round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount } };
      const candidates = votesCandidates.map(({ candidate }) => candidate);
      const context = ballotContext(round, candidates);
      const count = (some: readonly (readonly BallotRow[])[]) =>
        slowCount(some.map(modelFile), context, perAccount);
      for (const ordered of [all, all.toReversed()]) {
        const test = votesWorkspace({ round });
        for (const [index, rows] of ordered.entries()) await imported(test, `${index}.csv`, rows);
        expect(valueOf(readVoteTally(test.secretariat))).toEqual(count(all));
        valueOf(await withdrawHere(test.secretariat, 1));
        expect(valueOf(readVoteTally(test.secretariat))).toEqual(count(ordered.slice(1)));
        valueOf(await restoreHere(test.secretariat, 1));
        expect(valueOf(readVoteTally(test.secretariat))).toEqual(count(all));
      }
    }),
    { numRuns: 25 },
  );
});
