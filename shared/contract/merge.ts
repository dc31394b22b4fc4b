import { z } from 'zod';
import { mergeDetailSchema } from '../merging/detail.ts';
import { withoutExclusionsSchema } from '../merging/without-exclusions.ts';
import { endpoint, readers } from './endpoint.ts';
import { countedTotalsSchema } from './vote-totals.ts';

/** The merge computes and shows; it changes nothing. */

export const mergeScreenSchema = z.object({
  detail: mergeDetailSchema,
  lockedAt: z.string().nullable(),
  /** Who or what locked the rules: an import locks them without anybody having confirmed them. */
  lockOrigin: z.string().nullable(),
  sheetsSubmitted: z.number().int(),
  experts: z.number().int(),
  ballotsAccepted: z.number().int(),
  /** Totals without ballots that count. */
  totals: z.array(countedTotalsSchema),
  /** The ranking with the excluded ballots counted; null while none are excluded. */
  withoutExclusions: withoutExclusionsSchema.nullable(),
  warnings: z.array(z.string()),
});
export type MergeScreen = z.infer<typeof mergeScreenSchema>;

/** `set` is a list of trial rules such as `merge.expertWeight=60`, parted by `;`; empty for the rules in force. */
export const readMerge = endpoint({
  method: 'GET',
  path: '/api/merge',
  access: readers,
  input: z.strictObject({ set: z.string().max(2000).default('') }),
  output: mergeScreenSchema,
});
