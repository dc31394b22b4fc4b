import { z } from 'zod';
import { cutSchema, mergeRulesInForceSchema, rankedCandidateSchema, sixPlaces } from './report.ts';

/**
 * A merge with every intermediate figure, for the screen, the workbook and the frozen result. The fixed report is this
 * without the additions. Numbers that need not be whole are decimal strings with six places.
 */

/** One expert's total for the candidate. */
export const detailedTotalSchema = z.strictObject({
  expert: z.number().int(),
  /** 0 to 100, as marked. */
  total: sixPlaces,
  /** After z-score severity; null when the round does not re-base totals. */
  rebased: sixPlaces.nullable(),
  /** Whether trimming dropped it, and at which end. */
  dropped: z.enum(['low', 'high']).nullable(),
});
export type DetailedTotal = z.infer<typeof detailedTotalSchema>;

/** A criterion's own panel score, in that criterion's points; null when nobody marked it. */
export const detailedCriterionSchema = z.strictObject({
  criterion: z.string(),
  score: sixPlaces.nullable(),
  /** Number of marks before trimming. */
  marks: z.number().int().nonnegative(),
  dropped: z.number().int().nonnegative(),
});
export type DetailedCriterion = z.infer<typeof detailedCriterionSchema>;

/** The figure that a tie-break rule compares: six places for scores, plain digits for votes. */
export const tieBreakFigureSchema = z.strictObject({ rule: z.string(), figure: z.string().nullable() });
export type TieBreakFigure = z.infer<typeof tieBreakFigureSchema>;

export const detailedCandidateSchema = rankedCandidateSchema.extend({
  /** Panel score after scaling. */
  panelScaled: sixPlaces.nullable(),
  /** In the order of the round's criteria. */
  criteria: z.array(detailedCriterionSchema),
  /** By expert id. */
  totals: z.array(detailedTotalSchema),
  /** In the order of the round's list. */
  tieBreak: z.array(tieBreakFigureSchema),
});
export type DetailedCandidate = z.infer<typeof detailedCandidateSchema>;

/** Mean and standard deviation (divided by n) of a set of totals. */
export const spreadSchema = z.strictObject({ mean: sixPlaces, deviation: sixPlaces });

export const mergeDetailSchema = z.strictObject({
  rules: mergeRulesInForceSchema,
  ranking: z.array(detailedCandidateSchema),
  cut: cutSchema,
  /** The figures of z-score severity; null when the round does not re-base totals or there is no total. */
  severity: z
    .strictObject({
      panel: spreadSchema,
      experts: z.array(spreadSchema.extend({ expert: z.number().int() })),
    })
    .nullable(),
});
export type MergeDetail = z.infer<typeof mergeDetailSchema>;
