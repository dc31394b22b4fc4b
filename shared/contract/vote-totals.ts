import { z } from 'zod';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';
import { reasonField } from './reason.ts';

/** Totals per candidate without ballots: kept apart, and counted only by a minute of the panel. */

/** `added`: to the votes of the ballots; `instead`: they are the public votes, and no ballot counts. */
export const totalsUseSchema = z.enum(['added', 'instead']);
export type TotalsUse = z.infer<typeof totalsUseSchema>;

export const voteTotalsSchema = z.object({
  totals: z.number().int(),
  file: z.string(),
  sha256: z.string(),
  /** Sum over the candidates. */
  votes: z.number().int(),
  /** In the order of the file. */
  byCandidate: z.array(z.object({ candidate: z.number().int(), votes: z.number().int() })),
  importedAt: z.string(),
  importedBy: z.string(),
  /** Null while they are only kept. */
  counted: z.object({ as: totalsUseSchema, minute: z.string(), at: z.string(), by: z.string() }).nullable(),
  /** Set when they were removed for good; they then never count, and their file can be imported anew. */
  removed: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
});
export type VoteTotals = z.infer<typeof voteTotalsSchema>;

/** As `votes totals --json` prints it: in the order of import. */
export const voteTotalsListSchema = z.object({ totals: z.array(voteTotalsSchema) });
export type VoteTotalsList = z.infer<typeof voteTotalsListSchema>;

/** Totals that count, as `merge --json` names them. */
export const countedTotalsSchema = z.object({ file: z.string(), as: totalsUseSchema, minute: z.string() });
export type CountedTotals = z.infer<typeof countedTotalsSchema>;

const minute = reasonField(2000);

export const listVoteTotals = endpoint({
  method: 'GET',
  path: '/api/votes/totals',
  access: readers,
  input: nothing,
  output: voteTotalsListSchema,
});

/** Lets them count in every merge from now on. */
export const countVoteTotals = endpoint({
  method: 'POST',
  path: '/api/votes/totals/:totals/counting',
  access: secretariatOnly,
  input: z.strictObject({ totals: wholeNumberField, as: totalsUseSchema, minute }),
  output: voteTotalsListSchema,
});

/** Takes them out of the count again; they stay on the record. */
export const setVoteTotalsAside = endpoint({
  method: 'POST',
  path: '/api/votes/totals/:totals/setting-aside',
  access: secretariatOnly,
  input: z.strictObject({ totals: wholeNumberField, minute }),
  output: voteTotalsListSchema,
});

/** Takes totals that do not count out for good, so that their file can be imported under another mapping; the record keeps them. */
export const removeVoteTotals = endpoint({
  method: 'POST',
  path: '/api/votes/totals/:totals/removal',
  access: secretariatOnly,
  input: z.strictObject({ totals: wholeNumberField, reason: reasonField(2000) }),
  output: voteTotalsListSchema,
});
