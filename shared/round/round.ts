import { z } from 'zod';

/**
 * The round file (`round.json`): one edition of the award and its rules, as data. Its form is a fixed
 * interface (DESIGN.md section 6); nothing about one edition is written in code.
 */

const wholeNumber = z.number().int().nonnegative();
const weight = z.number().finite().nonnegative();
const withSeconds = z.iso.datetime({ offset: true });
const withMinutes = z.iso.datetime({ offset: true, precision: -1 });
const instantText = z
  .string()
  .refine(
    (text) => withSeconds.safeParse(text).success || withMinutes.safeParse(text).success,
    '应是带时区的时间，如 2017-03-22T00:00+08:00',
  );

/** Words that name columns of the tables or rules of the tie-break list. */
const reserved = ['expert', 'public', 'candidate', 'criterion', 'score', 'comment', 'id'] as const;

/**
 * What tells the names and ids of criteria apart, as headers of tables are told apart: not by capitals, widths, blanks,
 * underscores, asterisks or colons.
 */
export function criterionKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_:]/g, '');
}
const reservedWords: ReadonlySet<string> = new Set(reserved);

/** One criterion (评审标准). `weight` is relative to the other criteria; marks run from 0 to `max` in steps of `step`. */
export const criterionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, '评审标准的 id 要以字母开头，只能用字母、数字、连字符和下划线')
    .refine(
      (id) => !reservedWords.has(criterionKey(id)),
      `评审标准的 id 不能是 ${reserved.join('、')}，这些词另有所指`,
    ),
  name: z.string().min(1),
  weight,
  max: z.number().positive().multipleOf(0.001),
  step: z.number().positive().multipleOf(0.001),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** The criteria of one stage: a table's header must be able to name each by its id or its name. */
const criteriaSchema = z
  .array(criterionSchema)
  .min(1)
  .superRefine((criteria, context) => {
    const ids = criteria.map(({ id }) => criterionKey(id));
    const names = criteria.map(({ name }) => criterionKey(name));
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (new Set(ids).size !== ids.length) refuse('评审标准的 id 有重复（不分大小写）');
    if (new Set(names).size !== names.length) refuse('评审标准的名称有重复');
    if (names.some((name, index) => ids.some((id, other) => other !== index && id === name)))
      refuse('一项评审标准的名称与另一项的 id 相同');
    if (!criteria.some(({ weight: share }) => share > 0)) refuse('评审标准的权重不能全为 0');
  });

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
  // That of nearly every round; to ask the engine's tables takes longer than to read all the rest.
  if (name === 'Asia/Shanghai') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The stage after the finalists: its own criteria, panel rules and number of winners. */
export const finalReviewSchema = z.strictObject({
  criteria: criteriaSchema,
  panel: panelRulesSchema,
  winners: z.number().int().positive(),
});

/** The whole round file. Parse with this at every border; the result is safe for the rules. */
export const roundSchema = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^/\\\p{Cc}]*$/u, '轮次的 id 不能含斜线、反斜线和控制字符')
      .refine((id) => id.trim() !== '', '不能为空'),
    title: z.string().min(1),
    timeZone: z.string().refine(isTimeZone, '不认识的时区'),
    counts: z.strictObject({
      applications: wholeNumber,
      candidates: z.number().int().min(1).max(1000),
      finalists: z.number().int().positive(),
      winners: z.number().int().positive(),
    }),
    criteria: criteriaSchema,
    ballot: ballotRulesSchema,
    panel: panelRulesSchema,
    merge: mergeRulesSchema,
    signOff: z.array(z.string()).optional(),
    finalReview: finalReviewSchema.optional(),
  })
  .superRefine((round, context) => {
    const ids = round.criteria.map((criterion) => criterion.id);
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
