import { z } from 'zod';
import { flagEvidenceSchema } from '../ballots/suspicion/evidence.ts';
import { flagThresholdsSchema } from '../ballots/suspicion/thresholds.ts';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';
import { reasonField } from './reason.ts';

/** Groups of suspicious ballots: found with evidence, excluded and restored only by two people with a minute. */

export const candidateInGroupSchema = z.object({
  candidate: z.number().int(),
  votes: z.number().int(),
  counted: z.number().int(),
  share: z.number(),
  usualShare: z.number(),
});

export const voteFlagSchema = z.object({
  id: z.string(),
  /** SHA-256 over the group's ballots: an exclusion names what was seen. */
  digest: z.string(),
  evidence: flagEvidenceSchema,
  ballots: z.number().int(),
  accounts: z.number().int(),
  /** Of these ballots, how many are excluded already. */
  excluded: z.number().int(),
  /** Those that profit most first. */
  candidates: z.array(candidateInGroupSchema),
  /** The first ballots of the group by time: the start of the account's keyed hash, and the time on the round's clock. */
  sample: z.array(z.object({ account: z.string(), time: z.string() })),
});
export type VoteFlag = z.infer<typeof voteFlagSchema>;

/** As `votes flags --json` prints it. */
export const voteFlagsSchema = z.object({
  thresholds: flagThresholdsSchema,
  /** Ballots that were looked at: accepted and excluded ones. */
  ballots: z.number().int(),
  /** Whether any source has network addresses; without them those rates cannot be looked at. */
  hasAddresses: z.boolean(),
  flags: z.array(voteFlagSchema),
});
export type VoteFlags = z.infer<typeof voteFlagsSchema>;

/** In a query the thresholds are JSON text. */
const thresholdsField = z.preprocess((value, context) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: '应是 JSON' });
    return z.NEVER;
  }
}, flagThresholdsSchema);

export const searchVoteFlags = endpoint({
  method: 'GET',
  path: '/api/votes/flags',
  access: readers,
  input: z.strictObject({ thresholds: thresholdsField }),
  output: voteFlagsSchema,
});

/** An exclusion is kept with the flag as it was seen. */
export const excludedFlagSchema = voteFlagSchema
  .pick({ id: true, digest: true, evidence: true, accounts: true, candidates: true })
  .extend({ thresholds: flagThresholdsSchema });
export type ExcludedFlag = z.infer<typeof excludedFlagSchema>;

export const voteExclusionSchema = z.object({
  exclusion: z.number().int(),
  flag: excludedFlagSchema,
  /** Ballots when it was made. */
  ballots: z.number().int(),
  /** Those of them that do not count because of it now; null once it is lifted. */
  excludedNow: z.number().int().nullable(),
  minute: z.string(),
  excludedAt: z.string(),
  excludedBy: z.string(),
  confirmedBy: z.string(),
  lifted: z
    .object({ at: z.string(), by: z.string(), confirmedBy: z.string(), minute: z.string() })
    .nullable(),
});
export type VoteExclusion = z.infer<typeof voteExclusionSchema>;

const exclusionsSchema = z.object({ exclusions: z.array(voteExclusionSchema) });
export type VoteExclusions = z.infer<typeof exclusionsSchema>;

/** All that were ever made, the latest first, those that were lifted too. */
export const listVoteExclusions = endpoint({
  method: 'GET',
  path: '/api/votes/exclusions',
  access: readers,
  input: nothing,
  output: exclusionsSchema,
});

const minute = reasonField(2000);

/** Another secretary or an observer, who signs in on the spot. */
export const secondPersonSchema = z.strictObject({
  person: z.number().int(),
  password: z.string().min(1).max(200),
});
export type SecondPerson = z.infer<typeof secondPersonSchema>;

/** Takes a flag's ballots out of the count. `thresholds`: those with which it was found; `digest`: what was seen. */
export const excludeVoteFlag = endpoint({
  method: 'POST',
  path: '/api/votes/exclusions',
  access: secretariatOnly,
  input: z.strictObject({
    flag: z.string().max(10_000),
    digest: z.string(),
    thresholds: flagThresholdsSchema,
    minute,
    second: secondPersonSchema,
  }),
  output: exclusionsSchema,
});

/** Lets them count again. */
export const liftVoteExclusion = endpoint({
  method: 'POST',
  path: '/api/votes/exclusions/:exclusion/lifting',
  access: secretariatOnly,
  input: z.strictObject({ exclusion: wholeNumberField, minute, second: secondPersonSchema }),
  output: exclusionsSchema,
});
