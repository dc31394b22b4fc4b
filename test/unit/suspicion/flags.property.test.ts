import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFlags, type Flag } from '../../../shared/ballots/suspicion/flags.ts';
import { defaultThresholds, flagThresholdsSchema } from '../../../shared/ballots/suspicion/thresholds.ts';
import {
  countedBallots,
  independentVoters,
  randomChoices,
  seededRandom,
  shanghai,
  twenty,
  type ExampleBallot,
} from '../../support/suspicious-ballots.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** A flag with its ballots themselves instead of their places. */
function shown(ballots: readonly ExampleBallot[], flags: readonly Flag[]): unknown {
  return flags.map(({ members, ...flag }) => ({
    ...flag,
    members: members.map((index) => `${ballots[index]?.account} ${ballots[index]?.instant}`),
  }));
}

test('voters who know nothing of each other raise no flag, however many they are', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0.05, 0.5, 2, 8, 30), (seed, perMinute) => {
      const ballots = independentVoters(seed, perMinute, perMinute > 10 ? 5 : 24);
      expect(findFlags(countedBallots(ballots, twenty), defaultThresholds, 'Asia/Shanghai')).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a planted burst is found wherever it stands and whatever the traffic is', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.constantFrom(0.2, 1, 5, 10),
      fc.integer({ min: 0, max: 12 * 60 - 1 }),
      (seed, perMinute, minute) => {
        const random = seededRandom(seed);
        const people = independentVoters(seed, perMinute, 12);
        const start = shanghai('2017-03-22 00:00:00') + minute * 60_000;
        const size = Math.ceil(30 + 15 * perMinute);
        const planted = Array.from({ length: size }, (_, each) => ({
          account: 5_000_000 + each,
          instant: start + Math.floor(random() * 60) * 1000,
          choices: randomChoices(random),
        }));
        const ballots = [...people, ...planted];
        const flags = findFlags(countedBallots(ballots, twenty), defaultThresholds, 'Asia/Shanghai');
        const burst = flags.find(({ evidence }) => evidence.kind === 'burst');
        const members = new Set(burst?.members.map((index) => ballots[index]?.account));
        expect(planted.every(({ account }) => members.has(account))).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

test('the flags do not depend on the order of the ballots', () => {
  const low = flagThresholdsSchema.parse({
    burst: { ballots: 4, deviations: 3 },
    identical: { accounts: 2, timesExpected: 1 },
    address: { accounts: 2, timesUsual: 1 },
    jump: { ballots: 10, points: 5 },
  });
  let flagged = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const random = seededRandom(seed);
      const people = independentVoters(seed, 1, 8);
      const copies = people.slice(0, 12).map(({ choices }, each) => ({
        account: 9_000_000 + each,
        instant: shanghai('2017-03-22 03:10:00') + each * 2000,
        choices: [...(each % 2 === 0 ? choices : [1, 7, 9, 20])],
        address: 7777,
        excluded: each % 3 === 0,
      }));
      const ballots = [...people, ...copies];
      const shuffled = ballots
        .map((ballot) => ({ ballot, place: random() }))
        .sort((left, right) => left.place - right.place)
        .map(({ ballot }) => ({ ...ballot, choices: ballot.choices.toReversed() }));
      const first = findFlags(countedBallots(ballots, twenty), low, 'Asia/Shanghai');
      const second = findFlags(countedBallots(shuffled, twenty), low, 'Asia/Shanghai');
      flagged += first.length;
      expect(shown(shuffled, second)).toEqual(shown(ballots, first));
    }),
    { numRuns: 30 },
  );
  expect(flagged).toBeGreaterThan(60);
});
