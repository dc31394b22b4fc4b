import type { Criterion } from '../../../../shared/round/round.ts';
import { text } from '../../../text/text.ts';

/** `expert`, `public` or a criterion's id, as a person says it. */
export function tieRuleName(rule: string, criteria: readonly Pick<Criterion, 'id' | 'name'>[]): string {
  if (rule === 'expert') return text.rules.merge.expert;
  if (rule === 'public') return text.rules.merge.public;
  return criteria.find((criterion) => criterion.id === rule)?.name ?? rule;
}
