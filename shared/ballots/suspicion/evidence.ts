import { z } from 'zod';
import { normSources } from './usual-minutes.ts';

/**
 * Why a group of ballots is shown, in figures. Kept with an exclusion for good, so that it can be defended later: fields may
 * be added, never changed. Times are the round's clock, `2017-03-22 08:15`.
 */

const whole = z.number().int().nonnegative();
const clock = z.string();

export const burstEvidenceSchema = z.strictObject({
  kind: z.literal('burst'),
  /** First and last minute. */
  from: clock,
  to: clock,
  minutes: whole,
  /** In all of these minutes. */
  ballots: whole,
  /** What as many usual minutes of those hours would hold. */
  usual: z.number(),
  /** The strongest minute, and how many robust deviations it stands above `peakUsual`, what such a minute usually holds. */
  peakAt: clock,
  peak: whole,
  peakUsual: z.number(),
  deviations: z.number(),
  /** From what the usual figures are learnt. Absent in older exclusions: the hour's own minutes. */
  norms: z.array(z.enum(normSources)).optional(),
});

export const identicalEvidenceSchema = z.strictObject({
  kind: z.literal('identical'),
  /** The selection that they share, ascending. */
  choices: z.array(whole),
  ballots: whole,
  accounts: whole,
  /** Ballots with this selection to be expected from the popularity of each candidate. */
  expected: z.number(),
});

export const addressEvidenceSchema = z.strictObject({
  kind: z.literal('address'),
  /** Start of the keyed hash. */
  address: z.string(),
  /** First and last hour that is beyond the threshold. */
  from: clock,
  to: clock,
  hours: whole,
  ballots: whole,
  accounts: whole,
  peakAt: clock,
  /** Accounts in the strongest hour, and the median of ballots that an address has in an hour. */
  peak: whole,
  usual: z.number(),
});

export const jumpEvidenceSchema = z.strictObject({
  kind: z.literal('jump'),
  candidate: whole,
  /** First and last hour. */
  from: clock,
  to: clock,
  hours: whole,
  /** The ballots of these hours, and those of them that choose the candidate. */
  ballots: whole,
  votes: whole,
  /** Median share of the other hours, 0 to 1. */
  usualShare: z.number(),
  /** Ballots of these hours that belong to a burst and are left out here. Absent in older exclusions: none was left out. */
  inBursts: whole.optional(),
});

export const flagEvidenceSchema = z.discriminatedUnion('kind', [
  burstEvidenceSchema,
  identicalEvidenceSchema,
  addressEvidenceSchema,
  jumpEvidenceSchema,
]);
export type FlagEvidence = z.infer<typeof flagEvidenceSchema>;
export type FlagKind = FlagEvidence['kind'];
export const flagKinds = ['burst', 'identical', 'address', 'jump'] as const satisfies readonly FlagKind[];

/** A group of ballots and why it is shown. */
export interface FoundGroup {
  /** The same for the same group at every search: what was seen can be named later. */
  readonly id: string;
  readonly evidence: FlagEvidence;
  /** Indexes of its ballots. */
  readonly members: readonly number[];
}

/** A figure that people read: two places are enough, and the last bit of a sum must not show. */
export function shortFigure(value: number): number {
  return Math.round(value * 100) / 100;
}
