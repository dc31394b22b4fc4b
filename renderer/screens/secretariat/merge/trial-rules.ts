import type { MergeRulesInForce } from '../../../../shared/merging/report.ts';

/** The rules that can be tried on the screen; null is a number field that stands empty while it is being typed. */
export interface TrialRules {
  readonly expertWeight: number | null;
  readonly publicWeight: number | null;
  /** By the criterion's id. */
  readonly criterionWeights: Readonly<Record<string, number | null>>;
  readonly trimLow: number | null;
  readonly trimHigh: number | null;
  readonly trimAtLeast: number | null;
  readonly severity: MergeRulesInForce['panel']['severity'];
  readonly panelScale: MergeRulesInForce['merge']['panelScale'];
  readonly publicScale: MergeRulesInForce['merge']['publicScale'];
  readonly tieBreak: readonly string[];
  readonly finalists: number | null;
}

export function trialOf({ merge, panel, criteria, counts }: MergeRulesInForce): TrialRules {
  return {
    expertWeight: merge.expertWeight,
    publicWeight: merge.publicWeight,
    criterionWeights: Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])),
    trimLow: panel.trim.low,
    trimHigh: panel.trim.high,
    trimAtLeast: panel.trim.atLeast,
    severity: panel.severity,
    panelScale: merge.panelScale,
    publicScale: merge.publicScale,
    tieBreak: merge.tieBreak,
    finalists: counts.finalists,
  };
}

/** One rule that the trial changes: as `set` wants it, and as a person reads it. */
export interface TrialChange {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** What the trial changes in the rules in force; null while a number is missing. */
export function trialChanges(inForce: MergeRulesInForce, trial: TrialRules): readonly TrialChange[] | null {
  const before = rulesAsText(trialOf(inForce));
  const after = rulesAsText(trial);
  if ([...after.values()].includes(null)) return null;
  return [...after].flatMap(([rule, value]) => {
    const known = before.get(rule) ?? '';
    return value === null || value === known ? [] : [{ rule, before: known, after: value }];
  });
}

export function trialSet(changes: readonly TrialChange[]): string {
  return changes.map(({ rule, after }) => `${rule}=${after}`).join(';');
}

/** Every rule by its name in the round file. */
function rulesAsText(rules: TrialRules): ReadonlyMap<string, string | null> {
  const number = (value: number | null): string | null => (value === null ? null : String(value));
  return new Map([
    ['merge.expertWeight', number(rules.expertWeight)],
    ['merge.publicWeight', number(rules.publicWeight)],
    ...Object.entries(rules.criterionWeights).map(
      ([id, weight]) => [`criteria.${id}.weight`, number(weight)] as [string, string | null],
    ),
    ['panel.trim.low', number(rules.trimLow)],
    ['panel.trim.high', number(rules.trimHigh)],
    ['panel.trim.atLeast', number(rules.trimAtLeast)],
    ['panel.severity', rules.severity],
    ['merge.panelScale', rules.panelScale],
    ['merge.publicScale', rules.publicScale],
    ['merge.tieBreak', rules.tieBreak.join(',')],
    ['counts.finalists', number(rules.finalists)],
  ]);
}
