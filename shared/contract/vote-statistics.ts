import { z } from 'zod';
import { endpoint, readers, wholeNumberField } from './endpoint.ts';

/** Figures for the charts of the votes (`shared/statistics/vote-statistics.ts`). */

/** Rows by standing, in the order of `standings`. */
const counts = z.array(z.number().int());

export const voteStatisticsSchema = z.object({
  /** The round's time zone: days and hours are those of its clock. */
  timeZone: z.string(),
  /** The standing that each place of every list of counts stands for; the first is `accepted`. */
  standings: z.array(z.string()),
  /** The candidate that each place of an hour's votes stands for. */
  candidates: z.array(z.number().int()),
  days: z.array(
    z.object({
      day: z.string(),
      rows: counts,
      newAccounts: z.number().int(),
      returningAccounts: z.number().int(),
    }),
  ),
  hours: z.array(z.object({ hour: z.string(), rows: counts, votes: counts })),
  /** Rows outside the voting time and without a time; with the days they add up to all rows. */
  elsewhere: z.object({ before: counts, after: counts, untimed: counts }),
  choices: z.array(z.object({ choices: z.number().int(), ballots: z.number().int() })),
});
export type VoteStatisticsReport = z.infer<typeof voteStatisticsSchema>;

/** All batches in force, or one of them. */
export const readVoteStatistics = endpoint({
  method: 'GET',
  path: '/api/votes/statistics',
  access: readers,
  input: z.strictObject({ batch: wholeNumberField.optional() }),
  output: voteStatisticsSchema,
});
