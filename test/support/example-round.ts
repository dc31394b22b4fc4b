import { type Criterion, type Round, roundSchema } from '../../shared/round/round.ts';

/** A criterion of weight 1 and 100 points in whole marks, save for what is given. */
export function exampleCriterion(id: string, fields: Partial<Criterion> = {}): Criterion {
  return { id, name: id, weight: 1, max: 100, step: 1, ...fields };
}

/** What a test may set; everything else is plain: one criterion, no trimming, no severity, points and share of max. */
export interface ExampleRules {
  readonly finalists?: number;
  readonly timeZone?: string;
  readonly criteria?: readonly Criterion[];
  readonly ballot?: Partial<Round['ballot']>;
  readonly panel?: Partial<Round['panel']>;
  readonly merge?: Partial<Round['merge']>;
}

/** A valid round for the rules under test. */
export function exampleRound(rules: ExampleRules = {}): Round {
  return roundSchema.parse({
    id: 'example',
    title: '示例',
    timeZone: rules.timeZone ?? 'Asia/Shanghai',
    counts: { applications: 10, candidates: 5, finalists: rules.finalists ?? 2, winners: 1 },
    criteria: rules.criteria ?? [exampleCriterion('innovation')],
    ballot: {
      minChoices: 1,
      maxChoices: 3,
      opensAt: '2017-03-22T00:00:00+08:00',
      closesAt: '2017-03-31T12:00:00+08:00',
      perAccount: 'once-a-day',
      ...rules.ballot,
    },
    panel: { trim: { low: 0, high: 0, atLeast: 1 }, severity: 'none', ...rules.panel },
    merge: {
      expertWeight: 50,
      publicWeight: 50,
      panelScale: 'points',
      publicScale: 'share-of-max',
      tieBreak: [],
      ...rules.merge,
    },
  });
}
