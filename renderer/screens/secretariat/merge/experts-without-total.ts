import type { Progress } from '../../../../shared/contract/experts.ts';
import type { DetailedCandidate } from '../../../../shared/merging/detail.ts';

export interface ExpertWithoutTotal {
  readonly expert: number;
  readonly name: string;
  readonly reason: 'recused' | 'incomplete' | 'open';
}

/** Everybody on the panel whose total is not among a candidate's, and why, so that no name is missing without a word. */
export function expertsWithoutTotal(
  { experts, candidates }: Progress,
  { candidate, totals }: Pick<DetailedCandidate, 'candidate' | 'totals'>,
): readonly ExpertWithoutTotal[] {
  const position = candidates.findIndex((each) => each.candidate === candidate);
  const known = new Set(totals.map(({ expert }) => expert));
  return experts
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, cells, submittedAt }) => {
      const isRecused = (cells[position] ?? 0) < 0;
      return {
        expert: id,
        name,
        reason: isRecused ? 'recused' : submittedAt === null ? 'open' : 'incomplete',
      };
    });
}
