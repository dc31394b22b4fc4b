import type { MergeRulesInForce } from '../../../../shared/merging/report.ts';
import type { Failure } from '../../../client/outcome.ts';
import { text } from '../../../text/text.ts';

type Criteria = MergeRulesInForce['criteria'];

/** The rules as the secretariat says them. */

export function tieBreakName(rule: string, criteria: Criteria): string {
  return text.merge.tieBreakRules[rule] ?? criteria.find(({ id }) => id === rule)?.name ?? rule;
}

export function tieBreakNames(rules: readonly string[], criteria: Criteria): string {
  if (rules.length === 0) return text.merge.tieBreakNone;
  return rules.map((rule) => tieBreakName(rule, criteria)).join('，再');
}

/** A rule by its name in the round file, such as `merge.expertWeight`. */
export function ruleName(rule: string, criteria: Criteria): string {
  const { merge } = text;
  const known: Readonly<Record<string, string>> = {
    // What is wrong with several fields together is said of their group.
    merge: merge.weights,
    criteria: merge.criteria,
    'panel.trim': merge.trim,
    'merge.expertWeight': merge.expertWeight,
    'merge.publicWeight': merge.publicWeight,
    'panel.trim.low': merge.trimLow,
    'panel.trim.high': merge.trimHigh,
    'panel.trim.atLeast': merge.trimAtLeast,
    'panel.severity': merge.severity,
    'merge.panelScale': merge.panelScale,
    'merge.publicScale': merge.publicScale,
    'merge.tieBreak': merge.tieBreak,
    'counts.finalists': merge.finalists,
  };
  const criterion = /^criteria\.(.+)\.weight$/.exec(rule)?.[1];
  if (criterion !== undefined)
    return merge.criterionWeight(criteria.find(({ id }) => id === criterion)?.name ?? criterion);
  return known[rule] ?? rule;
}

/** A rule's value as it is read, not as it is written. */
export function ruleValue(rule: string, value: string, criteria: Criteria): string {
  const { severities, scales } = text.merge;
  if (rule === 'merge.tieBreak') return tieBreakNames(value === '' ? [] : value.split(','), criteria);
  if (rule === 'panel.severity') return (severities as Readonly<Record<string, string>>)[value] ?? value;
  if (rule.endsWith('Scale')) return (scales as Readonly<Record<string, string>>)[value] ?? value;
  return value;
}

/** Why a trial was refused, with the field by the name it has on the screen instead of the one in the round file. */
export function trialFailure({ code, message, details }: Failure, criteria: Criteria): string {
  if (code !== 'invalid-input' || typeof details !== 'object' || details === null) return message;
  const field: unknown = Reflect.get(details, 'field');
  const problem: unknown = Reflect.get(details, 'problem');
  if (typeof field !== 'string' || typeof problem !== 'string') return message;
  return text.merge.refusal(ruleName(field, criteria), problem);
}
