/** Random-looking numbers that are the same in every run; for made-up data only, never for a secret or a lot. */
export interface SeededRandom {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly whole: (low: number, high: number) => number;
  /** Roughly normal: mean 0, deviation 1. */
  readonly bell: () => number;
}

/** The generator mulberry32 (public domain, Tommy Ettinger). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    // The sum of twelve has mean 6 and deviation 1.
    bell: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, 0) - 6,
  };
}
