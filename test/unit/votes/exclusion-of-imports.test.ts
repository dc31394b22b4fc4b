import { beforeEach, describe, expect, test } from 'vitest';
import { readExclusionsInForce } from '../../../electron/database/vote-exclusions.ts';
import { mergeReport, readMerge } from '../../../electron/services/merge.ts';
import { verifyWorkspace } from '../../../electron/services/verification.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { exclusionWarnings } from '../../../electron/services/votes/suspicion/exclusion-effects.ts';
import { listVoteExclusions } from '../../../electron/services/votes/suspicion/exclusions.ts';
import type { BallotRow } from '../../../shared/ballots/check.ts';
import type { VoteFlag } from '../../../shared/contract/vote-flags.ts';
import { exclusionOffice, type ExclusionOffice } from '../../support/exclusion-office.ts';
import {
  csvOf,
  importHere,
  restoreHere,
  sourceFile,
  votesWorkspace,
  withdrawHere,
} from '../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

let office: TestWorkspace;
let pair: ExclusionOffice;

const clock = (minute: number): string =>
  new Date(Date.UTC(2017, 2, 22, 8) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/** Four hours of a ballot a minute, all different people. */
const people: readonly BallotRow[] = Array.from({ length: 240 }, (_, each) => ({
  account: `person-${each}`,
  time: clock(each),
  choices: `${1 + (each % 6)};${1 + ((each + 2 + (each % 3)) % 6)}`,
}));
/** Sixty accounts within one minute, all for 5 and 6, and twenty of them again the next day. */
const crowd: readonly BallotRow[] = Array.from({ length: 60 }, (_, each) => ({
  account: `crowd-${each}`,
  time: `2017-03-22 10:30:${String(each).padStart(2, '0')}`,
  choices: '5;6',
}));
const nextDay: readonly BallotRow[] = crowd
  .slice(0, 20)
  .map(({ account }, each) => ({ account, time: `2017-03-23 ${10 + (each % 9)}:07:00`, choices: '1;2' }));

beforeEach(async () => {
  office = votesWorkspace();
  pair = await exclusionOffice(office);
});

const put = async (name: string, rows: readonly BallotRow[]) =>
  valueOf(await importHere(office.secretariat, [sourceFile(office.workspace.folder, name, csvOf(rows))]));
const tally = () => valueOf(readVoteTally(office.secretariat));

function contradictions(): readonly string[] {
  const refusal = refusalOf(verifyWorkspace(office.secretariat));
  if (refusal.code !== 'record-contradicted') throw new Error(refusal.code);
  return refusal.details.contradictions;
}

async function theBurst(): Promise<VoteFlag> {
  const { flags } = await pair.flags();
  const burst = flags.find(({ evidence }) => evidence.kind === 'burst');
  if (burst === undefined) throw new Error('the burst was not found');
  return burst;
}

test('the tally loses what the flag said, the funnel still adds up, and lifting gives everything back', async () => {
  await put('a.csv', [...people, ...crowd, ...nextDay]);
  const before = tally();
  const flag = await theBurst();
  expect(flag.ballots).toBe(61);
  await pair.exclude(flag);

  const after = tally();
  expect(after.ballots.accepted).toBe(before.ballots.accepted - 61);
  expect(after.ballots.rejected['excluded']).toBe(61);
  expect(after.ballots.rows).toBe(before.ballots.rows);
  for (const { candidate, counted } of flag.candidates) {
    const votes = (from: typeof before): number =>
      from.tally.find((each) => each.candidate === candidate)?.votes ?? 0;
    expect(votes(after)).toBe(votes(before) - counted);
    expect(readExclusionsInForce(office.workspace.connection)?.votes.get(candidate)).toBe(counted);
  }
  valueOf(verifyWorkspace(office.secretariat));

  await pair.lift(1);
  expect(tally()).toEqual(before);
  expect(readExclusionsInForce(office.workspace.connection)).toBeNull();
  valueOf(verifyWorkspace(office.secretariat));
});

test('an excluded ballot has used up its day, and the account’s other days count', async () => {
  await put('a.csv', [...people, ...crowd]);
  await pair.exclude(await theBurst());
  const later = crowd.map(({ account }) => ({ account, time: '2017-03-22 20:00:00', choices: '1;2' }));
  const { imports } = await put('b.csv', [...later, ...nextDay]);
  expect(imports[0]).toMatchObject({ accepted: 20, rejected: { 'second-that-day': 60 } });
});

test('the same ballots in another file stay excluded, in whatever order the files come', async () => {
  await put('a.csv', [...people, ...crowd]);
  await pair.exclude(await theBurst());
  const accepted = tally();
  const { imports } = await put('b.csv', crowd.toReversed());
  expect(imports[0]).toMatchObject({ accepted: 0, rejected: { 'already-recorded': 60 } });
  expect(tally().tally).toEqual(accepted.tally);
  valueOf(await withdrawHere(office.secretariat, 1));
  // Now the second file records them, and they are excluded there.
  expect(tally().ballots).toMatchObject({ rows: 60, accepted: 0, rejected: { excluded: 60 } });
  valueOf(await restoreHere(office.secretariat, 1));
  expect(tally().tally).toEqual(accepted.tally);
  valueOf(verifyWorkspace(office.secretariat));
});

test('ballots of two exclusions count again only when both are lifted', async () => {
  await put('a.csv', [...people, ...crowd]);
  await pair.exclude(await theBurst());
  // Another file brings five more ballots of that minute, and the group is excluded as it is now.
  await put(
    'b.csv',
    crowd.slice(0, 5).map((row) => ({ ...row, account: `late-${row.account}` })),
  );
  const grown = await theBurst();
  expect(grown).toMatchObject({ ballots: 66, excluded: 61 });
  await pair.exclude(grown);
  expect((await theBurst()).excluded).toBe(66);
  await pair.lift(1);
  expect((await theBurst()).excluded).toBe(66);
  await pair.lift(2);
  expect((await theBurst()).excluded).toBe(0);
  expect(tally().ballots).toMatchObject({ rows: 305, accepted: 305 });
  expect(readExclusionsInForce(office.workspace.connection)).toBeNull();
});

test('whoever lets excluded ballots count again behind the program’s back is found by the record', async () => {
  await put('a.csv', [...people, ...crowd]);
  await pair.exclude(await theBurst());
  const { connection } = office.workspace;
  connection.prepare("UPDATE vote_exclusion SET lifted_at = 'x', lifted_minute = 'y' WHERE id = 1").run();
  expect(contradictions()).toEqual([
    '第 1 次剔除：标为已恢复，记录中仍在剔除',
    '选票批次 1：有 61 行选票该剔除而没有剔除，或不该剔除而剔除了',
  ]);
  connection
    .prepare('UPDATE vote_exclusion SET lifted_at = NULL, lifted_minute = NULL, members = zeroblob(976)')
    .run();
  expect(contradictions()[0]).toBe('第 1 次剔除：剔除的选票名单与记录的不同');
});

describe('an exclusion that no longer takes out what it took out when it was made', () => {
  const said = (left: number): string =>
    `第 1 次剔除了 61 张，现在只有 ${left} 张：其余 ${61 - left} 张的批次已撤回，或者同一账号有别的票代替它在计票（例如另一份时间只到分的文件里的票）。请核对选票批次，需要时重新查找异常再剔除。`;

  beforeEach(async () => {
    await put('a.csv', [...people, ...crowd]);
    await pair.exclude(await theBurst());
    expect(exclusionWarnings(office.secretariat)).toEqual([]);
  });

  /** In the ranking with and without it, in the record of exclusions, and in the check, which finds no contradiction. */
  function expectSaid(excludedNow: number): void {
    const shortfalls = [{ exclusion: 1, ballots: 61, excludedNow }];
    const merged = valueOf(mergeReport(office.secretariat, [])).exclusions;
    expect(merged).toMatchObject({ exclusions: 1, ballots: excludedNow, shortfalls });
    expect(valueOf(readMerge(office.secretariat, { set: '' })).warnings).toContain(said(excludedNow));
    expect(valueOf(listVoteExclusions(office.secretariat)).exclusions).toMatchObject([
      { ballots: 61, excludedNow },
    ]);
    expect(valueOf(verifyWorkspace(office.secretariat)).notes).toEqual([said(excludedNow)]);
    expect(exclusionWarnings(office.secretariat)).toEqual([said(excludedNow)]);
  }

  test('is named where minutes that nobody confirmed stand instead of its ballots', async () => {
    await put(
      'minutes.csv',
      [...people, ...crowd].map((row) => ({ ...row, time: row.time?.slice(0, 16) ?? null })),
    );
    // Two were cast at the full minute, by crowd-0 and person-150: they are the same in both files.
    expectSaid(2);
  });

  test('is named where its batch was withdrawn, and no more once that counts again', async () => {
    valueOf(await withdrawHere(office.secretariat, 1));
    expectSaid(0);
    valueOf(await restoreHere(office.secretariat, 1));
    expect(exclusionWarnings(office.secretariat)).toEqual([]);
    expect(valueOf(verifyWorkspace(office.secretariat)).notes).toEqual([]);
  });

  test('is named with what is left of it, and not once it was lifted', async () => {
    await put('b.csv', [...crowd.slice(0, 2), ...nextDay]);
    valueOf(await withdrawHere(office.secretariat, 1));
    expectSaid(2);
    await pair.lift(1);
    expect(exclusionWarnings(office.secretariat)).toEqual([]);
    expect(valueOf(listVoteExclusions(office.secretariat)).exclusions).toMatchObject([{ excludedNow: null }]);
  });
});
