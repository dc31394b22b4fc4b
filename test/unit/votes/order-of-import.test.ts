import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { ballotContext, type BallotRow } from '../../../shared/ballots/check.ts';
import type { VoteTally } from '../../../shared/contract/votes.ts';
import type { Round } from '../../../shared/round/round.ts';
import { countBallots } from '../../support/count-ballots.ts';
import { standingsOf, storedBallots } from '../../support/stored-ballots.ts';
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

/** Few accounts, moments and lists, so that rows meet: the same ballot twice, the same day, the same moment. */
const row: fc.Arbitrary<BallotRow> = fc.record({
  account: fc.constantFrom('wang', 'li', 'zhao', ''),
  time: fc.constantFrom(
    '2017-03-22 08:00:00',
    '2017/3/22 8:00',
    '2017-03-22 20:00:00',
    '2017-03-23 08:00:00',
    '2017-03-21 23:59:59',
    '昨天',
  ),
  choices: fc.constantFrom('1;2', '2;1', '2;3;4', '1', '1;2;3;4;5', '1;77', '3;3', ''),
});
const rows = fc.array(row, { minLength: 1, maxLength: 8 });
const frequencies = fc.constantFrom<Round['ballot']['perAccount']>('once-a-day', 'once', 'unlimited');

/** Which rows are the surplus ones depends on the order of the files; how many there are of each kind does not. */
function importFiles(test: TestWorkspace, files: readonly (readonly BallotRow[])[]): Promise<unknown> {
  return files.reduce<Promise<unknown>>(
    (before, file, index) =>
      before.then(async () =>
        valueOf(
          await importHere(test.secretariat, [
            sourceFile(test.workspace.folder, `${index}.csv`, csvOf(file)),
          ]),
        ),
      ),
    Promise.resolve(),
  );
}

const tallyOf = (test: TestWorkspace): VoteTally => valueOf(readVoteTally(test.secretariat));

/** The same rows with the same text are the same bytes, which count once. */
function distinct(files: readonly (readonly BallotRow[])[]): (readonly BallotRow[])[] {
  return [...new Map(files.map((file) => [csvOf(file), file])).values()];
}

describe('the count of votes', () => {
  it('is that of the pure rules over all files, in whatever order and in how many calls they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rows, { minLength: 1, maxLength: 3 }),
        frequencies,
        async (files, perAccount) => {
          const round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount } };
          const expected = countBallots(
            distinct(files).map(ballotFileOf),
            ballotContext(
              round,
              votesCandidates.map(({ candidate }) => candidate),
            ),
            perAccount,
          );
          const inTurn = votesWorkspace({ round });
          await importFiles(inTurn, files);
          expect(tallyOf(inTurn)).toEqual(expected);
          const backwards = votesWorkspace({ round });
          await importFiles(backwards, files.toReversed());
          expect(tallyOf(backwards)).toEqual(expected);
          const atOnce = votesWorkspace({ round });
          const sources = files.map((file, index) =>
            sourceFile(atOnce.workspace.folder, `${index}.csv`, csvOf(file)),
          );
          valueOf(await importHere(atOnce.secretariat, sources));
          expect(tallyOf(atOnce)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is after a withdrawal as if the file had never come, and after its return as before', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, rows, frequencies, async (first, second, third, perAccount) => {
        const files = distinct([first, second, third]);
        fc.pre(files.length === 3);
        const round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount } };
        const test = votesWorkspace({ round });
        await importFiles(test, files);
        const whole = tallyOf(test);
        const batches = standingsOf(test.workspace.connection);
        valueOf(await withdrawHere(test.secretariat, 1));
        const without = votesWorkspace({ round });
        await importFiles(without, files.slice(1));
        expect(tallyOf(test)).toEqual(tallyOf(without));
        valueOf(await restoreHere(test.secretariat, 1));
        expect(tallyOf(test)).toEqual(whole);
        expect(standingsOf(test.workspace.connection)).toEqual(batches);
      }),
      { numRuns: 20 },
    );
  });

  it('is what a recount of the stored rows gives, also of the rows by step', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const test = votesWorkspace();
        await importFiles(test, [first, second]);
        const ballotsStored = storedBallots(test.workspace.connection);
        const stored = new Map<string, number>();
        for (const { standing } of ballotsStored) stored.set(standing, (stored.get(standing) ?? 0) + 1);
        const { ballots, tally } = tallyOf(test);
        const shown = { accepted: ballots.accepted, ...ballots.rejected };
        const nonZero = Object.entries(shown).filter(([, count]) => count > 0);
        expect(new Map(nonZero)).toEqual(stored);
        const votes = new Map<number, number>();
        for (const { choices } of ballotsStored.filter(({ standing }) => standing === 'accepted'))
          for (const choice of choices) votes.set(choice, (votes.get(choice) ?? 0) + 1);
        for (const each of tally) expect(each.votes).toBe(votes.get(each.candidate) ?? 0);
      }),
      { numRuns: 20 },
    );
  });
});
