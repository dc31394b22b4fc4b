import type { Criterion } from '../../../shared/round/round.ts';
import { parseMark } from '../../../shared/scoring/mark.ts';
import { totalRule } from '../../../shared/scoring/total.ts';
import { toDecimal } from '../../../shared/statistics/fraction.ts';

/** The expert's own total by the rule of the round, with two decimals; null until every criterion has a mark. */
export function ownTotal(
  criteria: readonly Criterion[],
  textOf: (criterion: string) => string,
): string | null {
  const total = totalRule(criteria)(criteria.map((criterion) => parseMark(textOf(criterion.id), criterion)));
  return total === null ? null : toDecimal(total, 2);
}
