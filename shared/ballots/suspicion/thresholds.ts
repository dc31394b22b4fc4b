import { z } from 'zod';

/**
 * From when on something is shown as suspicious. The defaults are far beyond what independent voters produce, because every
 * flag costs a person's attention; whoever looks for weaker traces lowers them.
 */
const count = (least: number, most: number) => z.number().int().min(least).max(most);

export const flagThresholdsSchema = z.strictObject({
  /** Bursts: ballots in one minute. */
  burst: z
    .strictObject({
      /** Fewer ballots in a minute are never a burst. */
      ballots: count(2, 1_000_000).default(20),
      /** So many robust deviations above what such a minute usually holds. */
      deviations: z.number().min(3).max(1000).default(8),
    })
    .prefault({}),
  /** Accounts with one and the same selection. */
  identical: z
    .strictObject({
      accounts: count(2, 1_000_000).default(20),
      /** So many times as many as the popularity of the chosen candidates lets expect. */
      timesExpected: z.number().min(1).max(1000).default(3),
    })
    .prefault({}),
  /** Accounts at one network address within an hour. Offices and mobile networks share addresses, too. */
  address: z
    .strictObject({
      accounts: count(2, 1_000_000).default(30),
      timesUsual: z.number().min(1).max(1000).default(10),
    })
    .prefault({}),
  /** A candidate's share of an hour's ballots against its other hours. */
  jump: z
    .strictObject({
      /** Hours with fewer ballots are not compared. */
      ballots: count(10, 1_000_000).default(50),
      /** By so many percentage points above the usual share. */
      points: z.number().min(1).max(100).default(15),
    })
    .prefault({}),
});
export type FlagThresholds = z.infer<typeof flagThresholdsSchema>;

export const defaultThresholds: FlagThresholds = flagThresholdsSchema.parse({});

/**
 * How probable it may be that independent voters produce one such group anywhere in all of the ballots, as a natural
 * logarithm: one in a million.
 */
export const logSignificance = Math.log(1e-6);
