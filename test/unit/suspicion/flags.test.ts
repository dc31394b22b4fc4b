import { describe, expect, test } from 'vitest';
import {
  evidenceSentence,
  lossSentence,
  profitSentence,
} from '../../../shared/ballots/suspicion/sentences.ts';
import { findFlags, type Flag } from '../../../shared/ballots/suspicion/flags.ts';
import {
  defaultThresholds,
  flagThresholdsSchema,
  type FlagThresholds,
} from '../../../shared/ballots/suspicion/thresholds.ts';
import {
  countedBallots,
  independentVoters,
  randomChoices,
  seededRandom,
  shanghai,
  twenty,
  type ExampleBallot,
} from '../../support/suspicious-ballots.ts';

const zone = 'Asia/Shanghai';
const flagsOf = (ballots: readonly ExampleBallot[], thresholds: FlagThresholds = defaultThresholds): Flag[] =>
  findFlags(countedBallots(ballots, twenty), thresholds, zone);
const kindsOf = (flags: readonly Flag[]): string[] => flags.map(({ evidence }) => evidence.kind);

/** `count` new accounts within one minute or hour. */
function crowd(
  count: number,
  from: string,
  seconds: number,
  choices: (each: number) => readonly number[],
  address?: number,
): ExampleBallot[] {
  return Array.from({ length: count }, (_, each) => ({
    account: 1_000_000 + each,
    instant: shanghai(from) + Math.floor((each * seconds) / count) * 1000,
    choices: choices(each),
    ...(address === undefined ? {} : { address }),
  }));
}

describe('a burst', () => {
  const random = seededRandom(3);
  const planted = crowd(90, '2017-03-22 06:30:00', 120, () => randomChoices(random));
  const flags = flagsOf([...independentVoters(5, 4, 12), ...planted]);

  test('is found with its minutes, and holds every ballot of them', () => {
    expect(kindsOf(flags)).toEqual(['burst']);
    const [flag] = flags;
    expect(flag?.id).toBe('burst:2017-03-22 06:30');
    expect(flag?.evidence).toMatchObject({ from: '2017-03-22 06:30', to: '2017-03-22 06:31', minutes: 2 });
    expect(flag?.ballots).toBeGreaterThanOrEqual(90);
    expect(flag?.ballots).toBeLessThan(115);
    expect(flag?.members.length).toBe(flag?.ballots);
  });

  test('says its figures in plain words', () => {
    const [flag] = flags;
    if (flag === undefined) throw new Error('no flag');
    expect(evidenceSentence(flag.evidence)).toMatch(
      /^2017-03-22 06:30 至 06:31（2 分钟）投出 \d+ 张票，平常这么长时间约 [\d.]+ 张。最多的一分钟是 06:3[01]，/,
    );
    expect(lossSentence(flag)).toMatch(/^剔除后有效票减少 \d+ 张；减少最多的：\d+ 号 \d+ 票/);
  });

  test('at the very end of the voting time is measured by the hour before it', () => {
    const last = crowd(60, '2017-03-22 12:00:00', 60, () => randomChoices(random));
    const found = flagsOf([...independentVoters(6, 3, 12), ...last]);
    expect(found.map(({ id }) => id)).toEqual(['burst:2017-03-22 12:00']);
  });

  test('below the threshold of ballots is none, and with a lower one is', () => {
    const few = crowd(14, '2017-03-22 06:30:00', 50, () => randomChoices(random));
    const quiet = independentVoters(7, 0.2, 12);
    expect(flagsOf([...quiet, ...few])).toEqual([]);
    const thresholds = flagThresholdsSchema.parse({ burst: { ballots: 12 } });
    expect(kindsOf(flagsOf([...quiet, ...few], thresholds))).toEqual(['burst']);
  });
});

describe('identical selections', () => {
  const same = [3, 8, 11, 14, 17, 20];
  const planted = crowd(30, '2017-03-22 01:00:00', 8 * 3600, (each) =>
    each % 2 === 0 ? same : same.toReversed(),
  );
  const people = independentVoters(9, 3, 12);

  test('of many accounts are found in whatever order they list the choices', () => {
    const [flag, ...others] = flagsOf([...people, ...planted]);
    expect(others).toEqual([]);
    expect(flag?.evidence).toMatchObject({ kind: 'identical', choices: same, ballots: 30, accounts: 30 });
    expect(flag?.accounts).toBe(30);
    expect(profitSentence({ candidates: flag?.candidates ?? [] })).toContain('20 号（这组票里 100.0%');
  });

  test('of one account that votes alike every day are none', () => {
    const loyal = Array.from({ length: 40 }, (_, day) => ({
      account: 77_000_000,
      instant: shanghai('2017-03-22 03:00:00') + day * 86_400_000,
      choices: same,
    }));
    expect(flagsOf([...people, ...loyal])).toEqual([]);
  });

  test('that popularity explains are none', () => {
    // Everybody likes 1 to 5 and little else: the same selection must come up often.
    const random = seededRandom(21);
    const fans = crowd(3000, '2017-03-22 00:00:00', 10 * 3600, () => {
      const choices = [1, 2, 3, 4, 5].filter(() => random() < 0.95);
      return random() < 0.05 ? [...choices, 6 + Math.floor(random() * 14)] : choices;
    });
    expect(kindsOf(flagsOf(fans))).not.toContain('identical');
  });
});

describe('an address', () => {
  const random = seededRandom(4);
  const people = independentVoters(12, 3, 12);

  test('from which very many accounts vote in an hour is found; its other hours are left alone', () => {
    const office = crowd(40, '2017-03-22 05:00:00', 3500, () => randomChoices(random), 9999);
    const quiet = crowd(3, '2017-03-22 09:00:00', 3500, () => randomChoices(random), 9999);
    const [flag, ...others] = flagsOf([...people, ...office, ...quiet]);
    expect(others).toEqual([]);
    expect(flag?.evidence).toMatchObject({
      kind: 'address',
      from: '2017-03-22 05:00',
      to: '2017-03-22 05:00',
      ballots: 40,
      accounts: 40,
      peak: 40,
      usual: 1,
    });
  });

  test('is not looked for where no source has addresses', () => {
    const plain = people.map(({ account, instant, choices }) => ({ account, instant, choices }));
    expect(flagsOf(plain)).toEqual([]);
  });

  test('that is missing in many rows is not one common address', () => {
    const without = crowd(60, '2017-03-22 05:00:00', 3500, () => randomChoices(random));
    expect(flagsOf([...people, ...without])).toEqual([]);
  });
});

describe('a candidate’s sudden jump', () => {
  const people = independentVoters(15, 4, 12);

  test('is found in its hours, with the ballots that choose it', () => {
    const random = seededRandom(8);
    const planted = crowd(200, '2017-03-22 04:00:00', 7100, () => [
      ...new Set([19, ...randomChoices(random)]),
    ]);
    const [flag, ...others] = flagsOf([...people, ...planted]);
    expect(others).toEqual([]);
    expect(flag?.evidence).toMatchObject({
      kind: 'jump',
      candidate: 19,
      from: '2017-03-22 04:00',
      to: '2017-03-22 05:00',
      hours: 2,
    });
    expect(flag?.candidates[0]).toMatchObject({ candidate: 19, share: 1 });
    expect(flag?.ballots).toBeGreaterThanOrEqual(200);
  });

  test('needs other hours to be compared with', () => {
    const random = seededRandom(8);
    const only = crowd(200, '2017-03-22 04:00:00', 7100, () => [...new Set([19, ...randomChoices(random)])]);
    expect(flagsOf(only)).toEqual([]);
  });
});

test('ballots without a time and no ballots at all raise nothing', () => {
  expect(flagsOf([])).toEqual([]);
  expect(flagsOf([{ account: 1, instant: null, choices: [1, 2, 3] }])).toEqual([]);
});

test('what is excluded already stays in the group, and is not lost a second time', () => {
  const same = [3, 8, 11, 14, 17, 20];
  const planted = crowd(30, '2017-03-22 01:00:00', 8 * 3600, () => same).map((ballot, each) => ({
    ...ballot,
    excluded: each < 10,
  }));
  const [flag] = flagsOf([...independentVoters(9, 3, 12), ...planted]);
  expect(flag).toMatchObject({ ballots: 30, excluded: 10 });
  expect(flag?.candidates.find(({ candidate }) => candidate === 8)).toMatchObject({ votes: 30, counted: 20 });
});
