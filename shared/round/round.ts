import { z } from 'zod';

/**
 * The round file (`round.json`): one edition of the award and its rules, as data. Its form is a fixed
 * interface (DESIGN.md section 6); nothing about one edition is written in code.
 */

const wholeNumber = z.number().int().nonnegative();
const weight = z.number().finite().nonnegative();
const instantText = z.iso.datetime({ offset: true });

/** One criterion (评审标准). `weight` is relative to the other criteria; marks run from 0 to `max` in steps of `step`. */
export const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, '评审标准的 id 只能用小写字母、数字和连字符'),
  name: z.string().min(1),
  weight,
  max: z.number().positive().multipleOf(0.001),
  step: z.number().positive().multipleOf(0.001),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** How often one account may vote: the calendar day is that of the round's time zone. */
export const ballotFrequencies = ['once-a-day', 'once', 'unlimited'] as const;

/** What makes a ballot valid. Both ends of the window are inside; a null end is open. */
export const ballotRulesSchema = z
  .strictObject({
    minChoices: wholeNumber,
    maxChoices: z.number().int().positive(),
    opensAt: instantText.nullable(),
    closesAt: instantText.nullable(),
    perAccount: z.enum(ballotFrequencies),
  })
  .refine((rules) => rules.minChoices <= rules.maxChoices, '最少项数不能大于最多项数')
  .refine(
    (rules) =>
      rules.opensAt === null ||
      rules.closesAt === null ||
      Date.parse(rules.opensAt) <= Date.parse(rules.closesAt),
    '投票开始时间不能晚于结束时间',
  );
export type BallotRules = z.infer<typeof ballotRulesSchema>;

/** How many of the lowest and highest totals are dropped, and from how many totals on. */
export const trimSchema = z
  .strictObject({ low: wholeNumber, high: wholeNumber, atLeast: wholeNumber })
  .refine(
    (trim) => trim.low + trim.high < trim.atLeast || trim.low + trim.high === 0,
    '去掉的分数个数必须少于启用去分的最少个数',
  );

export const severities = ['none', 'z-score'] as const;

/** How the experts' totals become one panel score. */
export const panelRulesSchema = z.strictObject({
  trim: trimSchema,
  severity: z.enum(severities),
  minimumMarks: wholeNumber.optional(),
  quorum: z
    .string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .optional(),
});
export type PanelRules = z.infer<typeof panelRulesSchema>;

export const panelScales = [
  'points',
  'share-of-max',
  'share-of-total',
  'min-max',
  'z-score',
  'rank',
] as const;
export const publicScales = ['share-of-max', 'share-of-total', 'min-max', 'z-score', 'rank'] as const;
export type PanelScale = (typeof panelScales)[number];
export type PublicScale = (typeof publicScales)[number];

/** How the panel scores and the votes become one ranking. `tieBreak` names `expert`, `public` or a criterion's id. */
export const mergeRulesSchema = z
  .strictObject({
    expertWeight: weight,
    publicWeight: weight,
    panelScale: z.enum(panelScales),
    publicScale: z.enum(publicScales),
    tieBreak: z.array(z.string()),
  })
  .refine((rules) => rules.expertWeight + rules.publicWeight > 0, '专家权重和公众权重不能同时为 0');
export type MergeRules = z.infer<typeof mergeRulesSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The stage after the finalists: its own criteria, panel rules and number of winners. */
export const finalReviewSchema = z.strictObject({
  criteria: z.array(criterionSchema).min(1),
  panel: panelRulesSchema,
  winners: z.number().int().positive(),
});

/** The whole round file. Parse with this at every border; the result is safe for the rules. */
export const roundSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    title: z.string().min(1),
    timeZone: z.string().refine(isTimeZone, '不认识的时区'),
    counts: z.strictObject({
      applications: wholeNumber,
      candidates: z.number().int().min(1).max(1000),
      finalists: z.number().int().positive(),
      winners: z.number().int().positive(),
    }),
    criteria: z.array(criterionSchema).min(1),
    ballot: ballotRulesSchema,
    panel: panelRulesSchema,
    merge: mergeRulesSchema,
    signOff: z.array(z.string()).optional(),
    finalReview: finalReviewSchema.optional(),
  })
  .superRefine((round, context) => {
    const ids = round.criteria.map((criterion) => criterion.id);
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', path: ['criteria'], message: '评审标准的 id 有重复' });
    if (!round.criteria.some((criterion) => criterion.weight > 0))
      context.addIssue({ code: 'custom', path: ['criteria'], message: '评审标准的权重不能全为 0' });
    const known = new Set(['expert', 'public', ...ids]);
    const unknown = round.merge.tieBreak.find((rule) => !known.has(rule));
    if (unknown !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['merge', 'tieBreak'],
        message: `不认识的并列规则“${unknown}”`,
      });
  });
export type Round = z.infer<typeof roundSchema>;
