import { expertTotals, markedPairs } from '../scoring/total.ts';
import { fraction } from '../statistics/fraction.ts';
import type { MergeInput } from './merge.ts';

/** A candidate with fewer totals than the round asks for. Warnings never change the ranking. */
export interface PanelWarning {
  readonly kind: 'minimum-marks' | 'quorum';
  readonly candidate: number;
  /** Totals there are. */
  readonly totals: number;
  /** Totals there should be at least. */
  readonly needed: number;
}

/** The least whole number of experts that is at least the share `2/3` of `experts`. */
function quorumOf(share: string, experts: number): number {
  const [above = '', below = ''] = share.split('/');
  const { numerator, denominator } = fraction(BigInt(above) * BigInt(experts), BigInt(below));
  return Number((numerator + denominator - 1n) / denominator);
}

/**
 * The candidates that fall short of `panel.minimumMarks` or of `panel.quorum`, in the order of candidate number. The rules
 * do not say what follows from either, so the ranking takes no notice of them and the panel has to look at the list.
 * The quorum is a share of the experts who may mark the candidate: those who stepped aside from it are not counted.
 *
 * @param experts number of experts on the panel, those without a submitted sheet included
 */
export function panelWarnings(
  input: Pick<MergeInput, 'round' | 'candidates' | 'scores' | 'recusals'>,
  experts: number,
): readonly PanelWarning[] {
  const { criteria, panel } = input.round;
  const totals = Map.groupBy(
    expertTotals(criteria, markedPairs(criteria, input.scores, input.recusals)),
    ({ candidate }) => candidate,
  );
  const recusals = Map.groupBy(input.recusals, ({ candidate }) => candidate);
  const candidates = input.candidates
    .map(({ candidate }) => candidate)
    .sort((first, second) => first - second);
  return candidates.flatMap((candidate) => {
    const count = totals.get(candidate)?.length ?? 0;
    const recused = new Set(recusals.get(candidate)?.map(({ expert }) => expert)).size;
    const limits = [
      { kind: 'minimum-marks', needed: panel.minimumMarks ?? 0 },
      {
        kind: 'quorum',
        needed: panel.quorum === undefined ? 0 : quorumOf(panel.quorum, Math.max(0, experts - recused)),
      },
    ] as const;
    return limits
      .filter(({ needed }) => count < needed)
      .map(({ kind, needed }): PanelWarning => ({ kind, candidate, totals: count, needed }));
  });
}
