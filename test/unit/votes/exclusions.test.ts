import { beforeEach, describe, expect, test } from 'vitest';
import { insertPerson, setPassword } from '../../../electron/database/people.ts';
import { beginNextVoteGeneration } from '../../../electron/database/vote-batches.ts';
import { hashPassword } from '../../../electron/services/passwords.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { countFigures } from '../../../electron/services/votes/statistics/figures-task.ts';
import {
  excludeVoteFlagBy,
  liftVoteExclusionBy,
  listVoteExclusions,
  type ExclusionWork,
} from '../../../electron/services/votes/suspicion/exclusions.ts';
import type { ExclusionChange } from '../../../electron/services/votes/work/task.ts';
import { foundFlags } from '../../../electron/services/votes/suspicion/read-flags.ts';
import { defaultThresholds } from '../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteFlag } from '../../../shared/contract/vote-flags.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import type { Role } from '../../../shared/round/roles.ts';
import { independentVoters, shanghai } from '../../support/suspicious-ballots.ts';
import { pagesWorkspace, storeBatch } from '../../support/vote-pages.ts';
import { cheap, refusalOf, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const password = 'correct horse';
const same = [3, 8, 11, 14, 17, 20];

let office: TestWorkspace;
let secretary: Caller;
let observer: number;
let expert: number;
let temporary: number;
let changes: ExclusionChange[];
let work: ExclusionWork;

beforeEach(async () => {
  office = pagesWorkspace();
  const { connection } = office.workspace;
  const hash = await hashPassword(password, cheap);
  const add = (name: string, role: Role, isTemporary = false): number => {
    const id = insertPerson(connection, { name, role, code: '', organisation: '', district: '' });
    setPassword(connection, id, hash, isTemporary);
    return id;
  };
  secretary = office.as({
    kind: 'person',
    id: add('王敏', 'secretariat'),
    name: '王敏',
    role: 'secretariat',
  });
  observer = add('李监', 'observer');
  expert = add('赵委', 'expert');
  temporary = add('新来', 'observer', true);
  const copies = Array.from({ length: 25 }, (_, each) => ({
    account: 1_000_000 + each,
    instant: shanghai('2017-03-22 01:00:00') + each * 600_000,
    choices: same,
  }));
  storeBatch(connection, 1, [...independentVoters(9, 3, 12), ...copies]);
  changes = [];
  work = {
    search: async (_folder, task) => done(countFigures(connection, task)),
    apply: async (caller, change, record) => {
      changes.push(change);
      connection
        .transaction(() => {
          record(connection, caller.now());
          beginNextVoteGeneration(connection);
        })
        .immediate();
      return done(null);
    },
  };
});

async function theFlag(): Promise<VoteFlag> {
  const { report } = valueOf(await foundFlags(work.search, secretary, defaultThresholds));
  const [flag] = report.flags;
  if (flag === undefined || report.flags.length !== 1) throw new Error('not exactly one flag');
  return flag;
}

function asked(
  flag: VoteFlag,
  second: { readonly person: number; readonly password: string },
  minute = '评审会决定剔除',
) {
  return { flag: flag.id, digest: flag.digest, thresholds: defaultThresholds, minute, second };
}

describe('excluding a flag', () => {
  test('needs another person who signs in on the spot, and is on the record with both names and the minute', async () => {
    const flag = await theFlag();
    const { exclusions } = valueOf(
      await excludeVoteFlagBy(work, secretary, asked(flag, { person: observer, password })),
    );
    expect(exclusions).toHaveLength(1);
    expect(exclusions[0]).toMatchObject({
      exclusion: 1,
      ballots: 25,
      minute: '评审会决定剔除',
      excludedBy: '王敏',
      confirmedBy: '李监',
      lifted: null,
      flag: { evidence: { kind: 'identical', choices: same, accounts: 25 } },
    });
    expect(office.events().at(-1)).toMatchObject({
      event: 'votes-excluded',
      payload: { exclusion: 1, digest: flag.digest, ballots: 25, confirmedBy: observer },
    });
  });

  test('hands over exactly the group, sorted, sixteen bytes a ballot', async () => {
    await excludeVoteFlagBy(work, secretary, asked(await theFlag(), { person: observer, password }));
    const [change] = changes;
    if (change?.kind !== 'exclude') throw new Error('nothing was excluded');
    const { buffer, byteOffset, byteLength } = change.members;
    const view = new DataView(buffer, byteOffset, byteLength);
    const members = Array.from({ length: byteLength / 16 }, (_, each) => ({
      low: view.getUint32(16 * each, true),
      account: view.getUint32(16 * each + 4, true),
      instant: view.getFloat64(16 * each + 8, true),
    }));
    expect(members).toHaveLength(25);
    expect(members.map(({ low }) => low)).toEqual(members.map(({ low }) => low).sort((a, b) => a - b));
    expect(new Set(members.map(({ account }) => account))).toEqual(
      new Set(Array.from({ length: 25 }, (_, each) => 1_000_000 + each)),
    );
    for (const { account, instant } of members)
      expect(instant).toBe(shanghai('2017-03-22 01:00:00') + (account - 1_000_000) * 600_000);
  });

  test.each([
    [
      'the caller',
      () => ({ person: (secretary.actor as { id: number }).id, password }),
      'second-person-needed',
    ],
    ['an expert', () => ({ person: expert, password }), 'second-person-needed'],
    ['nobody known', () => ({ person: 999, password }), 'second-person-needed'],
    ['a wrong password', () => ({ person: observer, password: 'wrong' }), 'wrong-password'],
    ['a temporary password', () => ({ person: temporary, password }), 'second-person-temporary'],
  ])('is refused with %s, and nothing changes', async (_who, second, code) => {
    const flag = await theFlag();
    const outcome = await excludeVoteFlagBy(work, secretary, asked(flag, second()));
    expect(refusalOf(outcome).code).toBe(code);
    expect(changes).toEqual([]);
    expect(valueOf(listVoteExclusions(secretary)).exclusions).toEqual([]);
  });

  test('is refused on the command line, where no second person can sign in', async () => {
    const flag = await theFlag();
    const outcome = await excludeVoteFlagBy(
      work,
      office.secretariat,
      asked(flag, { person: observer, password }),
    );
    expect(refusalOf(outcome).code).toBe('second-person-needed');
  });

  test.each(['  ', '\u200b\u200b', '——'])('is refused without a minute: %j', async (minute) => {
    const flag = await theFlag();
    const outcome = await excludeVoteFlagBy(
      work,
      secretary,
      asked(flag, { person: observer, password }, minute),
    );
    expect(refusalOf(outcome).code).toBe('reason-needed');
  });

  test('makes whoever guesses the second person’s password wait', async () => {
    const flag = await theFlag();
    const guess = () =>
      excludeVoteFlagBy(work, secretary, asked(flag, { person: observer, password: 'wrong' }));
    await guess();
    await guess();
    expect(refusalOf(await guess())).toMatchObject({ code: 'wrong-password', details: { waitSeconds: 5 } });
    const right = await excludeVoteFlagBy(work, secretary, asked(flag, { person: observer, password }));
    expect(refusalOf(right).code).toBe('sign-in-paused');
  });

  test('is refused when the group is no longer what was seen', async () => {
    const flag = await theFlag();
    storeBatch(office.workspace.connection, 2, [
      { account: 3_000_000, instant: shanghai('2017-03-22 06:00:00'), choices: same },
    ]);
    beginNextVoteGeneration(office.workspace.connection);
    const outcome = await excludeVoteFlagBy(work, secretary, asked(flag, { person: observer, password }));
    expect(refusalOf(outcome).code).toBe('flag-changed');
    expect(changes).toEqual([]);
  });
});

describe('lifting an exclusion', () => {
  beforeEach(async () => {
    valueOf(await excludeVoteFlagBy(work, secretary, asked(await theFlag(), { person: observer, password })));
  });

  test('needs a minute and a second person, and leaves both decisions on the record', async () => {
    const second = { person: observer, password };
    expect(
      refusalOf(await liftVoteExclusionBy(work, secretary, { exclusion: 1, minute: ' ', second })).code,
    ).toBe('reason-needed');
    const { exclusions } = valueOf(
      await liftVoteExclusionBy(work, secretary, { exclusion: 1, minute: '核实为单位组织投票', second }),
    );
    expect(exclusions[0]).toMatchObject({
      minute: '评审会决定剔除',
      lifted: { by: '王敏', confirmedBy: '李监', minute: '核实为单位组织投票' },
    });
    expect(changes.at(-1)).toEqual({ kind: 'lift', exclusion: 1 });
    expect(office.events().at(-1)).toMatchObject({
      event: 'votes-exclusion-lifted',
      payload: { exclusion: 1, confirmedBy: observer },
    });
    const again = await liftVoteExclusionBy(work, secretary, { exclusion: 1, minute: '再来', second });
    expect(refusalOf(again).code).toBe('exclusion-lifted');
  });

  test('of one that was never made is refused', async () => {
    const outcome = await liftVoteExclusionBy(work, secretary, {
      exclusion: 7,
      minute: '恢复',
      second: { person: observer, password },
    });
    expect(refusalOf(outcome).code).toBe('not-found');
  });
});

test('what the window and the record show holds no readable account', async () => {
  const { report } = valueOf(await foundFlags(work.search, secretary, defaultThresholds));
  for (const { sample } of report.flags) {
    expect(sample).toHaveLength(20);
    for (const { account, time } of sample) {
      expect(account).toMatch(/^[0-9a-f]{8}$/);
      expect(time).toMatch(/^2017-03-22 \d\d:\d\d:\d\d$/);
    }
  }
});
