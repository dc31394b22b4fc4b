import { z } from 'zod';
import { exclusionShortfallSchema, type ExclusionShortfall } from '../ballots/suspicion/shortfall.ts';
import { mergeInDetail, type MergeInput } from './merge.ts';

/** The ranking as it would be if no ballots had been excluded, to set beside the one that counts. */

export const withoutExclusionsSchema = z.strictObject({
  /** Exclusions in force, and the ballots that do not count because of them. */
  exclusions: z.number().int().positive(),
  ballots: z.number().int().nonnegative(),
  /** Of these exclusions, those that take out fewer ballots than when they were made. */
  shortfalls: z.array(exclusionShortfallSchema),
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
  readonly shortfalls: readonly ExclusionShortfall[];
  /** Votes of the excluded ballots per candidate. */
  readonly votes: ReadonlyMap<number, number>;
}

/** The ranking of the same input with the excluded votes counted. */
export function mergeWithoutExclusions(
  input: MergeInput,
  { exclusions, ballots, shortfalls, votes: excluded }: ExclusionsInForce,
): WithoutExclusions {
  const votes = new Map(input.votes);
  for (const [candidate, count] of excluded) votes.set(candidate, (votes.get(candidate) ?? 0) + count);
  const { ranking } = mergeInDetail({ ...input, votes });
  return {
    exclusions,
    ballots,
    shortfalls: [...shortfalls],
    ranking: ranking.map(({ rank, candidate, votes: all, finalist }) => ({
      rank,
      candidate,
      votes: all,
      finalist,
    })),
  };
}
