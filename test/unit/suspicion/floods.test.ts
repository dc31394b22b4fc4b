import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagEvidenceSchema } from '../../../shared/ballots/suspicion/evidence.ts';
import { findFlags, type Flag } from '../../../shared/ballots/suspicion/flags.ts';
import { evidenceSentence } from '../../../shared/ballots/suspicion/sentences.ts';
import {
  defaultThresholds,
  flagThresholdsSchema,
  type FlagThresholds,
} from '../../../shared/ballots/suspicion/thresholds.ts';
import {
  countedBallots,
  dailyVoters,
  independentVoters,
  randomChoices,
  seededRandom,
  shanghai,
  twenty,
  type ExampleBallot,
} from '../../support/suspicious-ballots.ts';

const flagsOf = (ballots: readonly ExampleBallot[], thresholds: FlagThresholds = defaultThresholds): Flag[] =>
  findFlags(countedBallots(ballots, twenty), thresholds, 'Asia/Shanghai');
const kindsOf = (flags: readonly Flag[]): string[] => flags.map(({ evidence }) => evidence.kind);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** `perMinute` accounts in each of `minutes` minutes. */
function flood(
  from: number,
  minutes: number,
  perMinute: number,
  choices: (each: number) => readonly number[],
): ExampleBallot[] {
  return Array.from({ length: minutes * perMinute }, (_, each) => ({
    account: 5_000_000 + each,
    instant: from + Math.floor((each * 60) / perMinute) * 1000,
    choices: choices(each),
  }));
}

/** The planted accounts that no burst holds. */
function missed(ballots: readonly ExampleBallot[], flags: readonly Flag[]): number {
  const held = new Set(
    flags.flatMap(({ evidence, members }) =>
      evidence.kind === 'burst' ? members.map((index) => ballots[index]?.account) : [],
    ),
  );
  return ballots.filter(({ account }) => account >= 5_000_000 && !held.has(account)).length;
}

describe('a flood of more than half an hour', () => {
  const random = seededRandom(31);

  test('in a vote of several days is one burst, measured by the same hour of the other days', () => {
    const people = dailyVoters(41, 5, 6);
    const planted = flood(shanghai('2017-03-24 10:10:00'), 100, 40, () => randomChoices(random));
    const ballots = [...people, ...planted];
    const flags = flagsOf(ballots);
    expect(kindsOf(flags)).toEqual(['burst']);
    expect(missed(ballots, flags)).toBe(0);
    const [flag] = flags as [Flag];
    expect(flag.evidence).toMatchObject({ from: '2017-03-24 10:10', to: '2017-03-24 11:49', minutes: 100 });
    if (flag.evidence.kind !== 'burst') throw new Error('not a burst');
    expect(flag.evidence.norms).toContain('other-days');
    // Two or three people a minute at that hour of the day, whatever the flood is.
    expect(flag.evidence.usual).toBeGreaterThan(150);
    expect(flag.evidence.usual).toBeLessThan(450);
    expect(evidenceSentence(flag.evidence)).toMatch(/其他日子的同一时段计算。$/);
  });

  test('in a vote of one day is measured by the hours before and after', () => {
    const people = independentVoters(42, 4, 12);
    const planted = flood(shanghai('2017-03-22 05:00:00'), 60, 40, () => randomChoices(random));
    const flags = flagsOf([...people, ...planted]);
    expect(flags.map(({ id }) => id)).toEqual(['burst:2017-03-22 05:00']);
    const [flag] = flags as [Flag];
    expect(flag.evidence).toMatchObject({ minutes: 60, norms: ['hours-around'] });
    expect(evidenceSentence(flag.evidence)).toMatch(/“平常”按前后几个小时计算。$/);
  });

  test('stays one burst where it is weaker for a minute', () => {
    const from = shanghai('2017-03-24 10:00:00');
    const strong = flood(from, 60, 12, () => randomChoices(random));
    const everyOther = Array.from({ length: 30 }, (_, each) =>
      flood(from + 2 * each * 60_000, 1, 12, () => randomChoices(random)),
    ).flat();
    const more = everyOther.map((ballot, each) => ({ ...ballot, account: 6_000_000 + each }));
    const ballots = [...dailyVoters(45, 4, 2), ...strong, ...more];
    const flags = flagsOf(ballots);
    expect(kindsOf(flags)).toEqual(['burst']);
    expect(missed(ballots, flags)).toBe(0);
  });

  test('is none where the threshold is put higher than it stands', () => {
    const planted = flood(shanghai('2017-03-22 05:00:00'), 60, 40, () => randomChoices(random));
    const ballots = [...independentVoters(42, 4, 12), ...planted];
    expect(flagsOf(ballots, flagThresholdsSchema.parse({ burst: { ballots: 100 } }))).toEqual([]);
    expect(flagsOf(ballots, flagThresholdsSchema.parse({ burst: { deviations: 60 } }))).toEqual([]);
  });

  test('is held whole by bursts, wherever it begins, however long it is and whatever the traffic is', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(0.5, 2, 6),
        fc.integer({ min: 24 * 60, max: 3 * 24 * 60 }),
        fc.integer({ min: 25, max: 300 }),
        (seed, perMinute, minute, minutes) => {
          const choices = seededRandom(seed);
          const from = shanghai('2017-03-22 00:00:00') + minute * 60_000;
          const planted = flood(from, minutes, Math.ceil(30 + 6 * perMinute), () => randomChoices(choices));
          const ballots = [...dailyVoters(seed, 5, perMinute), ...planted];
          expect(missed(ballots, flagsOf(ballots))).toBe(0);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('busy hours and busy days', () => {
  test('a first day five times as busy as the others is no burst', () => {
    expect(flagsOf(dailyVoters(46, 5, 40, [1, 0.2, 0.2, 0.2, 0.2]))).toEqual([]);
  });

  test('an hour with twice the usual traffic is none, however little that can be chance', () => {
    const random = seededRandom(47);
    const twice = flood(shanghai('2017-03-22 04:00:00'), 60, 100, () => randomChoices(random));
    expect(flagsOf([...independentVoters(48, 100, 9), ...twice])).toEqual([]);
    const fourTimes = flood(shanghai('2017-03-22 04:00:00'), 60, 300, () => randomChoices(random));
    expect(kindsOf(flagsOf([...independentVoters(48, 100, 9), ...fourTimes]))).toEqual(['burst']);
  });

  test('are no bursts, in a vote of one day or of many', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(1, 5, 25),
        fc.constantFrom(1, 2, 5),
        // Up to four times as many voters on a day as on another.
        fc.array(fc.double({ min: 0.25, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (seed, perMinute, days, levels) => {
          const ballots = dailyVoters(seed, perMinute > 10 ? Math.min(days, 2) : days, perMinute, levels);
          expect(flagsOf(ballots)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a candidate whom a burst helps', () => {
  const people = dailyVoters(43, 2, 4);
  const random = seededRandom(44);
  const withNineteen = (): number[] => [...new Set([19, ...randomChoices(random)])];
  const burst = flood(shanghai('2017-03-23 10:20:00'), 3, 70, withNineteen);

  test('is named by the burst alone', () => {
    const flags = flagsOf([...people, ...burst]);
    expect(kindsOf(flags)).toEqual(['burst']);
    expect(flags[0]?.candidates[0]).toMatchObject({ candidate: 19 });
    // Without the burst's own threshold the same ballots are a jump: it is not that nothing would be there.
    const noBursts = flagThresholdsSchema.parse({ burst: { ballots: 1_000_000 } });
    expect(flagsOf([...people, ...burst], noBursts).map(({ id }) => id)).toEqual([
      'jump:19:2017-03-23 10:00',
    ]);
  });

  test('has a flag of its own for what jumps beside the burst, without the burst’s ballots', () => {
    const slow = flood(shanghai('2017-03-23 10:00:00'), 60, 4, withNineteen).map((ballot) => ({
      ...ballot,
      account: ballot.account + 1_000_000,
    }));
    const ballots = [...people, ...burst, ...slow];
    const flags = flagsOf(ballots);
    expect(kindsOf(flags)).toEqual(['burst', 'jump']);
    const [first, jump] = flags as [Flag, Flag];
    const inBurst = new Set(first.members);
    expect(jump.members.filter((ballot) => inBurst.has(ballot))).toEqual([]);
    expect(jump.evidence).toMatchObject({ candidate: 19, inBursts: first.ballots, votes: jump.ballots });
    expect(evidenceSentence(jump.evidence)).toMatch(
      new RegExp(`这段时间里另有 ${first.ballots} 张票属于票数激增，已单独列出，没有算在这里。$`),
    );
  });

  test('never has a ballot in a burst and in a jump, at any thresholds', () => {
    let jumps = 0;
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 4, max: 200 }),
        fc.integer({ min: 1, max: 70 }),
        (seed, perMinute, minutes) => {
          const choices = seededRandom(seed);
          const planted = flood(shanghai('2017-03-23 10:05:00'), minutes, perMinute, () => [
            ...new Set([19, ...randomChoices(choices)]),
          ]);
          const low = flagThresholdsSchema.parse({
            burst: { ballots: 4 + (seed % 30), deviations: 3 + (seed % 9) },
            jump: { ballots: 10, points: 5 },
          });
          const flags = flagsOf([...dailyVoters(seed, 2, 2), ...planted], low);
          const membersOf = (kind: string): number[] =>
            flags.flatMap(({ evidence, members }) => (evidence.kind === kind ? members : []));
          const inBurst = new Set(membersOf('burst'));
          jumps += membersOf('jump').length;
          expect(membersOf('jump').filter((ballot) => inBurst.has(ballot))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
    expect(jumps).toBeGreaterThan(0);
  });
});

test('what older exclusions keep of a burst and a jump can still be read and said', () => {
  const burst = flagEvidenceSchema.parse({
    kind: 'burst',
    from: '2017-03-25 10:12',
    to: '2017-03-25 10:13',
    minutes: 2,
    ballots: 290,
    usual: 6,
    peakAt: '2017-03-25 10:12',
    peak: 150,
    peakUsual: 3,
    deviations: 40,
  });
  expect(evidenceSentence(burst)).toBe(
    '2017-03-25 10:12 至 10:13（2 分钟）投出 290 张票，平常这么长时间约 6 张。最多的一分钟是 10:12，有 150 张，平常一分钟约 3 张。“平常”按同一小时的其他分钟计算。',
  );
  const jump = flagEvidenceSchema.parse({
    kind: 'jump',
    candidate: 7,
    from: '2017-03-25 10:00',
    to: '2017-03-25 10:00',
    hours: 1,
    ballots: 200,
    votes: 150,
    usualShare: 0.2,
  });
  expect(evidenceSentence(jump)).toBe(
    '7 号在 2017-03-25 10:00 起的一小时里，200 张票中有 150 张选它（75.0%），其他时段一般是 20.0%。',
  );
});
