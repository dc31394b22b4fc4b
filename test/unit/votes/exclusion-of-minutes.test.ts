import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import type { BallotRow } from '../../../shared/ballots/check.ts';
import type { Round } from '../../../shared/round/round.ts';
import { excludeBallots } from '../../support/exclude-ballots.ts';
import {
  csvOf,
  importHere,
  restoreHere,
  sourceFile,
  votesRound,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { valueOf, type TestWorkspace } from '../../support/workspace.ts';

/** Ten people of whom six vote in one minute, each once: the group that is excluded. */
const all: readonly BallotRow[] = Array.from({ length: 10 }, (_, each) => ({
  account: `person-${each}`,
  time: each < 6 ? `2017-03-22 10:30:${String(each * 9).padStart(2, '0')}` : `2017-03-22 1${each}:07:08`,
  choices: '5;6',
}));
const excludedMinute = Math.floor(Date.parse('2017-03-22T10:30:00+08:00') / 60_000);

const toMinutes = (rows: readonly BallotRow[]): BallotRow[] =>
  rows.map((row) => ({ ...row, time: (row.time ?? '').slice(0, '2017-03-22 08:15'.length) }));

const put = async (test: TestWorkspace, rows: readonly BallotRow[], minutesEqual = true): Promise<number> => {
  const file = sourceFile(test.workspace.folder, 'a.csv', csvOf(rows));
  const { imports } = valueOf(await importHere(test.secretariat, [file], { minutesEqual }));
  return imports[0]?.batch ?? 0;
};

function counts(test: TestWorkspace): { readonly accepted: number; readonly excluded: number } {
  const { accepted, rejected } = valueOf(readVoteTally(test.secretariat)).ballots;
  return { accepted, excluded: rejected['excluded'] ?? 0 };
}

const excludeTheMinute = (test: TestWorkspace): Promise<number> =>
  excludeBallots(
    test.secretariat,
    ({ instants }, ballot) => Math.floor((instants[ballot] ?? NaN) / 60_000) === excludedMinute,
  );

const minutes = toMinutes(all);

describe('an exclusion of ballots that one file knows to the second and another to the minute', () => {
  it('holds for the seconds where the minutes were excluded, also when these are withdrawn', async () => {
    const test = votesWorkspace();
    const batch = await put(test, minutes);
    expect(await excludeTheMinute(test)).toBe(6);
    await put(test, all);
    expect(counts(test)).toEqual({ accepted: 4, excluded: 6 });
    valueOf(await withdrawHere(test.secretariat, batch));
    expect(counts(test)).toEqual({ accepted: 4, excluded: 6 });
  });

  it('holds for the minutes where the seconds were excluded, also when these are withdrawn', async () => {
    const test = votesWorkspace();
    const batch = await put(test, all);
    await put(test, minutes);
    expect(await excludeTheMinute(test)).toBe(6);
    expect(counts(test)).toEqual({ accepted: 4, excluded: 6 });
    valueOf(await withdrawHere(test.secretariat, batch));
    expect(counts(test)).toEqual({ accepted: 4, excluded: 6 });
  });

  it('does not reach another ballot of that minute where the times are known to the second', async () => {
    const round: Round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount: 'unlimited' } };
    const test = votesWorkspace({ round });
    const first = { account: 'wang', time: '2017-03-22 10:30:00', choices: '1;2' };
    const second = { account: 'wang', time: '2017-03-22 10:30:20', choices: '3;4' };
    await put(test, [first]);
    expect(await excludeTheMinute(test)).toBe(1);
    await put(test, [first, second]);
    expect(counts(test)).toEqual({ accepted: 1, excluded: 1 });
    // The same two to the minute are the same two.
    await put(test, toMinutes([first, second]));
    expect(counts(test)).toEqual({ accepted: 1, excluded: 1 });
  });
});

interface Step {
  readonly file: number;
  /** Whether a withdrawn file is imported anew instead of restored. */
  readonly anew: boolean;
}

const walk = fc.array(fc.record({ file: fc.nat({ max: 2 }), anew: fc.boolean() }), {
  minLength: 4,
  maxLength: 8,
});

/** Puts each file in force and out again as the steps say; `after` hears which of them are in force. */
async function follow(
  test: TestWorkspace,
  files: readonly (readonly BallotRow[])[],
  steps: readonly Step[],
  after: (inForce: readonly number[]) => void,
): Promise<void> {
  const batches = new Map<number, { readonly batch: number; readonly isInForce: boolean }>([
    [0, { batch: 1, isInForce: true }],
  ]);
  for (const { file, anew } of steps) {
    const known = batches.get(file);
    let batch = known?.batch ?? 0;
    if (known?.isInForce === true) valueOf(await withdrawHere(test.secretariat, batch));
    else if (known === undefined || anew) batch = await put(test, files[file] ?? []);
    else valueOf(await restoreHere(test.secretariat, batch));
    batches.set(file, { batch, isInForce: known?.isInForce !== true });
    after(files.flatMap((_, each) => (batches.get(each)?.isInForce === true ? [each] : [])));
  }
}

const distinct = { selector: csvOf, minLength: 3, maxLength: 3 };
const part = fc
  .tuple(fc.subarray([...all], { minLength: 1 }), fc.boolean())
  .map(([rows, areMinutes]): readonly BallotRow[] => (areMinutes ? toMinutes(rows) : rows));

it('takes out its ballots in whatever files they are in force, however these came and went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(part, distinct), walk, async (files, steps) => {
      const test = votesWorkspace();
      await put(test, files[0] ?? []);
      await excludeTheMinute(test);
      const namesOf = (rows: readonly BallotRow[]): string[] => rows.map(({ account }) => account);
      const crowd = new Set(namesOf(all.slice(0, 6)));
      const excluded = new Set(namesOf(files[0] ?? []).filter((name) => crowd.has(name)));
      await follow(test, files, steps, (inForce) => {
        const names = [...new Set(inForce.flatMap((each) => namesOf(files[each] ?? [])))];
        const out = names.filter((name) => excluded.has(name)).length;
        expect(counts(test)).toEqual({ accepted: names.length - out, excluded: out });
      });
    }),
    { numRuns: 10 },
  );
});

const crowdedRow = fc.record({
  account: fc.constantFrom('wang', 'li'),
  time: fc.constantFrom('2017-03-22 10:30:00', '2017-03-22 10:30:20', '2017-03-22 10:31:20'),
  choices: fc.constantFrom('1;2', '3;4', '1'),
});
const crowdedFile = fc
  .tuple(fc.array(crowdedRow, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([rows, areMinutes]): readonly BallotRow[] => (areMinutes ? toMinutes(rows) : rows));
const frequencies = fc.constantFrom<Round['ballot']['perAccount']>('once-a-day', 'unlimited');

it('leaves a tally that follows from the files in force alone, also where accounts vote several times a minute', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(crowdedFile, distinct),
      walk,
      frequencies,
      async (files, steps, perAccount) => {
        const round = { ...votesRound, ballot: { ...votesRound.ballot, perAccount } };
        const test = votesWorkspace({ round });
        await put(test, files[0] ?? []);
        await excludeBallots(test.secretariat, (_, ballot) => ballot === 0);
        const tallies = new Map([['0', valueOf(readVoteTally(test.secretariat))]]);
        await follow(test, files, steps, (inForce) => {
          const tally = valueOf(readVoteTally(test.secretariat));
          const before = tallies.get(inForce.join());
          if (before !== undefined) expect(tally).toEqual(before);
          tallies.set(inForce.join(), tally);
        });
      },
    ),
    { numRuns: 10 },
  );
});
