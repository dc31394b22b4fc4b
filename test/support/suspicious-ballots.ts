import type { CountedBallots } from '../../shared/ballots/suspicion/counted-ballots.ts';

/** A ballot as a test writes it; accounts and addresses are small numbers that stand for hashes. */
export interface ExampleBallot {
  readonly account: number;
  /** Epoch milliseconds, or null. */
  readonly instant: number | null;
  readonly choices: readonly number[];
  readonly address?: number;
  readonly excluded?: boolean;
}

/** An instant from the clock in Shanghai: `2017-03-22 08:15:00`. */
export function shanghai(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

/**
 * Two halves of a hash for each number. Not by the multiplier with which `groupKeys` mixes them: the two would cancel out, and
 * every key would fall on one place of its table.
 */
export function hashPairs(numbers: readonly number[]): Uint32Array {
  return Uint32Array.from(numbers.flatMap((number) => [Math.imul(number, 0x27d4eb2f) >>> 0, number]));
}

export function countedBallots(
  ballots: readonly ExampleBallot[],
  candidates: readonly number[],
): CountedBallots {
  const indexOf = new Map(candidates.map((candidate, index) => [candidate, index]));
  let end = 0;
  return {
    count: ballots.length,
    accounts: hashPairs(ballots.map(({ account }) => account)),
    instants: Float64Array.from(ballots, ({ instant }) => instant ?? NaN),
    candidates,
    choiceEnds: Uint32Array.from(ballots, ({ choices }) => (end += choices.length)),
    choices: Uint8Array.from(
      ballots.flatMap(({ choices }) => choices.map((candidate) => indexOf.get(candidate) ?? 255)),
    ),
    addresses: ballots.some(({ address }) => address !== undefined)
      ? hashPairs(ballots.map(({ address }) => address ?? 0))
      : null,
    excluded: Uint8Array.from(ballots, ({ excluded }) => (excluded === true ? 1 : 0)),
  };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
const weights = twenty.map((candidate) => 1 / (candidate + 4) ** 0.8);
const weightSum = weights.reduce((sum, weight) => sum + weight, 0);

function oneCandidate(random: () => number): number {
  let left = random() * weightSum;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index + 1;
  }
  return weights.length;
}

export function randomChoices(random: () => number): number[] {
  const size = 5 + Math.floor(random() * 6);
  const choices = new Set<number>();
  while (choices.size < size) choices.add(oneCandidate(random));
  return [...choices];
}

/**
 * Voters who know nothing of each other: arrivals at exponential intervals (a Poisson process), choices by popularity, a third
 * of the accounts coming again.
 */
export function independentVoters(
  seed: number,
  perMinute: number,
  hours: number,
  start = shanghai('2017-03-22 00:00:00'),
): ExampleBallot[] {
  const random = seededRandom(seed);
  const ballots: ExampleBallot[] = [];
  let minute = 0;
  for (;;) {
    minute -= Math.log(1 - random()) / perMinute;
    if (minute >= 60 * hours) return ballots;
    const isReturning = ballots.length > 0 && random() < 1 / 3;
    ballots.push({
      account: isReturning ? 1 + Math.floor(random() * ballots.length) : ballots.length + 1,
      instant: start + Math.floor(60 * minute) * 1000,
      choices: randomChoices(random),
      address: 1 + Math.floor(random() * 5000),
    });
  }
}

/** How busy an hour of the day is against the busiest: nearly nobody at night, most people in the evening. */
function busyness(hour: number): number {
  return 0.03 + 0.97 * Math.max(0, Math.sin((Math.PI * (hour - 5.5)) / 19)) ** 1.5;
}

/**
 * Independent voters who sleep at night: `perMinute` in the busiest hour of a day, or that share of it which `levels` gives the
 * day.
 */
export function dailyVoters(
  seed: number,
  days: number,
  perMinute: number,
  levels: readonly number[] = [],
): ExampleBallot[] {
  const random = seededRandom(seed + 1);
  const start = shanghai('2017-03-22 00:00:00');
  return independentVoters(seed, perMinute, 24 * days, start).filter(({ instant }) => {
    const hours = ((instant ?? start) - start) / 3_600_000;
    return random() < busyness(hours % 24) * (levels[Math.floor(hours / 24)] ?? 1);
  });
}
