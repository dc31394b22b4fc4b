import { describe, expect, it } from 'vitest';
import { importVotes, readVoteTally } from '../../../electron/services/votes/index.ts';
import { importVotesBy } from '../../../electron/services/votes/import-votes.ts';
import { runVoteWorkHere, runVoteWorkInThread } from '../../../electron/services/votes/work/runners.ts';
import { countBatch } from '../../../electron/database/ballot-totals.ts';
import { readVoteBatch } from '../../../electron/database/vote-batches.ts';
import { generateVotes } from '../../support/votes-generator.ts';
import { sourceFile, traces, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf } from '../../support/workspace.ts';

describe('importing votes on a thread of its own', () => {
  it('gives what it gives on this one', async () => {
    const test = votesWorkspace();
    const made = generateVotes(3000, 3);
    const file = sourceFile(test.workspace.folder, 'votes.csv', made.csv);
    const fractions: number[] = [];
    const report = valueOf(
      await importVotes(test.secretariat, [file], {
        dryRun: false,
        onProgress: ({ fraction }) => fractions.push(fraction ?? 0),
      }),
    );
    expect(report.imports[0]).toMatchObject(made.ballots);
    expect(valueOf(readVoteTally(test.secretariat))).toEqual({ ballots: made.ballots, tally: made.tally });
    expect(fractions.length).toBeGreaterThan(1);
    expect(fractions).toEqual(fractions.toSorted((first, second) => first - second));
  });

  it.each([
    ['on a thread beside the window', runVoteWorkInThread],
    ['on that of the command line', runVoteWorkHere],
  ])(
    'keeps every row as it was read, over so many pages that their memory is used again, %s',
    async (_, run) => {
      const test = votesWorkspace();
      const made = generateVotes(150_000, 5);
      const file = sourceFile(test.workspace.folder, 'votes.csv', made.csv);
      const report = valueOf(await importVotesBy(run, test.secretariat, [file], { dryRun: false }));
      expect(report.imports[0]).toMatchObject(made.ballots);
      const { connection } = test.workspace;
      // What was read when it came, against what lies in the database.
      expect(readVoteBatch(connection, 1)?.digest).toBe(countBatch(connection, 1, 1).digest);
    },
  );

  it('leaves nothing when it is cancelled', async () => {
    const test = votesWorkspace();
    const before = traces(test);
    const cancel = new AbortController();
    const file = sourceFile(test.workspace.folder, 'votes.csv', generateVotes(60_000, 4).csv);
    const result = await importVotes(test.secretariat, [file], {
      dryRun: false,
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    expect(refusalOf(result).code).toBe('job-cancelled');
    expect(traces(test)).toEqual(before);
  });
});
