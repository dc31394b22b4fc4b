import { z } from 'zod';
import { roundSchema } from '../round/round.ts';

/**
 * The report of a merge, exactly as `merge --json` prints it (DESIGN.md section 7). Numbers that need not be whole are
 * decimal strings with six places, rounded half up, even where they happen to be whole.
 */

/** A number with exactly six places, such as `"85.000000"`. */
export const sixPlaces = z.string().regex(/^-?\d+\.\d{6}$/);

/** Null: alone with its combined score. `brokenBy`: the rule at which it became alone. `open`: still tied, with whom. */
export const tieSchema = z.union([
  z.strictObject({ brokenBy: z.string() }),
  z.strictObject({ open: z.array(z.number().int()) }),
]);
export type Tie = z.infer<typeof tieSchema>;

/** The part of the round in force that decides a ranking. */
export const mergeRulesInForceSchema = z.strictObject({
  criteria: roundSchema.shape.criteria,
  panel: roundSchema.shape.panel,
  merge: roundSchema.shape.merge,
  counts: roundSchema.shape.counts,
});
export type MergeRulesInForce = z.infer<typeof mergeRulesInForceSchema>;

/** One line of the ranking. A candidate without any total has null for rank, panel, public and combined. */
export const rankedCandidateSchema = z.strictObject({
  rank: z.number().int().positive().nullable(),
  candidate: z.number().int(),
  title: z.string(),
  /** Null while an open tie lies across the cut line. */
  finalist: z.boolean().nullable(),
  /** Panel score before scaling, 0 to 100 (beyond with z-score severity). */
  panel: sixPlaces.nullable(),
  votes: z.number().int().nonnegative(),
  /** Votes after scaling. */
  public: sixPlaces.nullable(),
  combined: sixPlaces.nullable(),
  /** Number of totals before trimming. */
  scores: z.number().int().nonnegative(),
  /** Number of totals that were trimmed. */
  dropped: z.number().int().nonnegative(),
  tie: tieSchema.nullable(),
});
export type RankedCandidate = z.infer<typeof rankedCandidateSchema>;

/** The line between the finalists and the others. */
export const cutSchema = z.strictObject({
  places: z.number().int().positive(),
  /** Combined score of the last inside minus that of the first outside; null when nobody is inside or outside. */
  margin: sixPlaces.nullable(),
  /** The candidates of an open tie across the line, ascending; empty when the line is clear. */
  open: z.array(z.number().int()),
});
export type Cut = z.infer<typeof cutSchema>;

export const mergeReportSchema = z.strictObject({
  rules: mergeRulesInForceSchema,
  /** In rank order, then by candidate number; the candidates without any total stand last. */
  ranking: z.array(rankedCandidateSchema),
  cut: cutSchema,
});
export type MergeReport = z.infer<typeof mergeReportSchema>;
