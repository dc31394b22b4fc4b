import { z } from 'zod';
import { mergeInDetail, type MergeInput } from './merge.ts';

/** The ranking as it would be if no ballots had been excluded, to set beside the one that counts. */

export const withoutExclusionsSchema = z.strictObject({
  /** Exclusions in force, and the ballots that do not count because of them. */
  exclusions: z.number().int().positive(),
  ballots: z.number().int().nonnegative(),
  /** In the order of that ranking. */
  ranking: z.array(
    z.strictObject({
      rank: z.number().int().positive().nullable(),
      candidate: z.number().int(),
      votes: z.number().int().nonnegative(),
      /** Null while an open tie lies across the cut line. */
      finalist: z.boolean().nullable(),
    }),
  ),
});
export type WithoutExclusions = z.infer<typeof withoutExclusionsSchema>;

/** What is excluded now. */
export interface ExclusionsInForce {
  readonly exclusions: number;
  readonly ballots: number;
  /** Votes of the excluded ballots per candidate. */
  readonly votes: ReadonlyMap<number, number>;
}

/** The ranking of the same input with the excluded votes counted. */
export function mergeWithoutExclusions(
  input: MergeInput,
  { exclusions, ballots, votes: excluded }: ExclusionsInForce,
): WithoutExclusions {
  const votes = new Map(input.votes);
  for (const [candidate, count] of excluded) votes.set(candidate, (votes.get(candidate) ?? 0) + count);
  const { ranking } = mergeInDetail({ ...input, votes });
  return {
    exclusions,
    ballots,
    ranking: ranking.map(({ rank, candidate, votes: all, finalist }) => ({
      rank,
      candidate,
      votes: all,
      finalist,
    })),
  };
}
