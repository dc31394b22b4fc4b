import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportRejectedBallotsBy } from '../../../electron/services/exports/index.ts';
import { writeRejected } from '../../../electron/services/exports/write-rejected.ts';
import type { SourceFile } from '../../../electron/services/use-case.ts';
import { verifyWorkspace } from '../../../electron/services/verification.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { previewVotesBy } from '../../../electron/services/votes/preview-votes.ts';
import { runVoteWork } from '../../../electron/services/votes/work/run-vote-work.ts';
import type { VoteFlag } from '../../../shared/contract/vote-flags.ts';
import { exclusionOffice } from '../../support/exclusion-office.ts';
import { titledCandidates, titles } from '../../support/titled-candidates.ts';
import { importHere, sourceFile, votesRound } from '../../support/votes-workspace.ts';
import { temporaryWorkspace, valueOf, type TestWorkspace } from '../../support/workspace.ts';
import { run } from '../cli/command-line.ts';

/** One office's address votes for forty accounts within one hour: found, shown, excluded and restored, and never readable. */

interface Line {
  readonly account: string;
  readonly address: string;
  readonly time: string;
  readonly choices: readonly number[];
}

const officeAddress = '101.80.123.210';
/** As 问卷星 writes it. */
const locatedAddress = `${officeAddress}(上海-上海)`;
const clock = (minute: number): string =>
  new Date(Date.UTC(2017, 2, 22, 8) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
/** Every pair of the six candidates in turn, so that no selection and no candidate stands out. */
const pairs = titles.flatMap((_, first) =>
  titles.slice(first + 1).map((__, step) => [first + 1, first + step + 2]),
);
const pairOf = (each: number): number[] => pairs[each % pairs.length] ?? [];

/** A ballot a minute for four hours from as many addresses, and from 10:00 on the office's, one a minute as well. */
function linesFrom(address: string): Line[] {
  const people = Array.from({ length: 240 }, (_, each) => ({
    account: `oPerson-${each}`,
    address: `10.7.${Math.floor(each / 100)}.${each % 100}`,
    time: clock(each),
    choices: pairOf(each),
  }));
  const crowd = Array.from({ length: 40 }, (_, each) => ({
    account: `oCrowd-${each}`,
    address,
    time: clock(120 + each),
    choices: pairOf(each),
  }));
  // Rows that do not count keep more of their cells: one choice too few, and an address where the time should be.
  const rejected: Line[] = [
    { account: 'oCrowd-few', address, time: clock(200), choices: [1] },
    { account: 'oCrowd-shifted', address, time: address, choices: [1, 2] },
  ];
  return [...people, ...crowd, ...rejected];
}

const csv = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\n');

const asList = (lines: readonly Line[]): string =>
  csv([
    ['account', 'IP', 'time', 'choices'],
    ...lines.map(({ account, address, time, choices }) => [account, address, time, choices.join(';')]),
  ]);

const asColumns = (lines: readonly Line[]): string =>
  csv([
    ['序号', '提交答卷时间', '所用时间', '来自IP', '微信OpenID', ...titles.map((title) => `第2题(${title})`)],
    ...lines.map(({ account, address, time, choices }, each) => [
      String(each + 1),
      time,
      '66秒',
      address,
      account,
      ...titles.map((_, index) => (choices.includes(index + 1) ? '1' : '0')),
    ]),
  ]);

/** Imports under the mapping that is proposed, as somebody does who finds nothing to correct. */
async function imported(office: TestWorkspace, file: SourceFile): Promise<unknown> {
  const { mapping } = valueOf(await previewVotesBy(runVoteWork, office.secretariat, [file]));
  const { imports } = valueOf(await importHere(office.secretariat, [file], { mapping }));
  expect(imports[0]).toMatchObject({
    rows: 282,
    accepted: 280,
    rejected: { 'too-few': 1, unreadable: 1 },
  });
  return mapping?.layout;
}

/** The files of the workspace, but for the source itself, in which the text can be read. */
function filesThatSay(folder: string, text: string, source: SourceFile): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => path !== source.path)
    .filter((path) => {
      const content = readFileSync(path);
      return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')].some((bytes) =>
        content.includes(bytes),
      );
    });
}

test.each([
  ['a list of choices', 'ballot-list', 'IP', officeAddress, asList],
  ['a column per option', 'ballot-columns', '来自IP', locatedAddress, asColumns],
])('an unusual address in an export with %s', async (_name, kind, header, address, write) => {
  const office = temporaryWorkspace({ round: votesRound, candidates: titledCandidates });
  const { folder } = office.workspace;
  const pair = await exclusionOffice(office);
  const source = sourceFile(folder, '带地址的导出.csv', write(linesFrom(address)));
  expect(await imported(office, source)).toMatchObject({ kind, ip: { header } });
  const tally = () => valueOf(readVoteTally(office.secretariat));
  const before = tally();

  // The evidence, in the window and on the command line.
  const { hasAddresses, flags } = await pair.flags();
  expect(hasAddresses).toBe(true);
  expect(flags).toHaveLength(1);
  const [flag] = flags as [VoteFlag];
  expect(flag).toMatchObject({
    ballots: 40,
    accounts: 40,
    excluded: 0,
    evidence: {
      kind: 'address',
      from: '2017-03-22 10:00',
      to: '2017-03-22 10:00',
      hours: 1,
      ballots: 40,
      accounts: 40,
      peak: 40,
      usual: 1,
    },
  });
  const told = await run(folder, '--data', folder, 'votes', 'flags');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain(
    '在 2017-03-22 10:00 起的一小时里有 40 个账号投票，一个地址平常一小时约 1 张',
  );

  // Taken out by two people: each candidate loses what the flag said.
  await pair.exclude(flag);
  const without = tally();
  expect(without.ballots).toMatchObject({
    accepted: before.ballots.accepted - 40,
    rejected: { excluded: 40 },
  });
  const lost = new Map(flag.candidates.map(({ candidate, counted }) => [candidate, counted]));
  expect([...lost.values()].reduce((sum, votes) => sum + votes, 0)).toBe(80);
  expect(without.tally).toEqual(
    before.tally.map((each) => ({ ...each, votes: each.votes - (lost.get(each.candidate) ?? 0) })),
  );
  valueOf(verifyWorkspace(office.secretariat));

  // Nothing that is kept or handed out names the address or an account.
  const exported = join(folder, 'exports', '无效选票.csv');
  const selection = { batch: null, format: 'csv' } as const;
  valueOf(await exportRejectedBallotsBy(writeRejected, office.secretariat, selection, exported));
  expect(filesThatSay(folder, '带地址的导出.csv', source)).toContain(exported);
  const handedOut = JSON.stringify([await pair.flags(), office.events(), told]);
  for (const secret of [officeAddress, 'oCrowd-', '10.7.1.', 'oPerson-']) {
    expect(filesThatSay(folder, secret, source)).toEqual([]);
    expect(handedOut).not.toContain(secret);
  }

  await pair.lift(1);
  expect(tally()).toEqual(before);
  expect((await pair.flags()).flags).toEqual(flags);
  valueOf(verifyWorkspace(office.secretariat));
});
