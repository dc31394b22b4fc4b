import type { Criterion } from '../round/round.ts';
import { type Fraction, divide, fraction, fromDecimal, multiply, sum, zero } from '../statistics/fraction.ts';
import type { Mark } from './mark.ts';
import type { Recusal, SubmittedScore } from './score.ts';

/** One expert's total for one candidate, 0 to 100. */
export interface ExpertTotal {
  readonly expert: number;
  readonly candidate: number;
  readonly total: Fraction;
}

/** The marks that count of one pair expert × candidate. */
export interface MarkedPair {
  readonly expert: number;
  readonly candidate: number;
  /** In the order of the round's criteria; null where there is no mark. */
  readonly marks: readonly (Mark | null)[];
}

/**
 * The submitted marks put together by pair, in the order of candidate, then expert id, whatever order they come in.
 * Marks of recused pairs, and of criteria that the round does not have, are left out.
 * @throws RangeError when one expert marks one criterion of one candidate twice, which is a defect of the caller.
 */
export function markedPairs(
  criteria: readonly Pick<Criterion, 'id'>[],
  scores: readonly SubmittedScore[],
  recusals: readonly Recusal[],
): readonly MarkedPair[] {
  const places = new Map(criteria.map(({ id }, place) => [id, place]));
  const recused = Map.groupBy(recusals, ({ candidate }) => candidate);
  const pairs: { expert: number; candidate: number; marks: (Mark | null)[] }[] = [];
  const byCandidate = new Map<number, Map<number, (Mark | null)[]>>();
  for (const { candidate, expert, criterion, mark } of scores) {
    const place = places.get(criterion);
    if (place === undefined) continue;
    let byExpert = byCandidate.get(candidate);
    if (byExpert === undefined) byCandidate.set(candidate, (byExpert = new Map<number, (Mark | null)[]>()));
    let marks = byExpert.get(expert);
    if (marks === undefined) {
      byExpert.set(expert, (marks = criteria.map(() => null)));
      const isRecused = recused.get(candidate)?.some((recusal) => recusal.expert === expert) ?? false;
      if (!isRecused) pairs.push({ expert, candidate, marks });
    }
    if (marks[place] !== null)
      throw new RangeError(`expert ${expert} marks ${criterion} of candidate ${candidate} twice`);
    marks[place] = mark;
  }
  return pairs.sort((first, second) => first.candidate - second.candidate || first.expert - second.expert);
}

/**
 * The rule of totals for a list of criteria: `100 × Σ(weight × mark / max) / Σ weight` (DESIGN.md section 3). Weights are
 * relative, so that doubling all of them changes nothing.
 *
 * @returns a function from the marks of a pair, in the order of the criteria, to its total, 0 to 100, or null when a
 * criterion is not marked: an absent mark is absent, never 0. A criterion of weight 0 has to be marked too.
 * @throws RangeError when all weights are 0, which `roundSchema` does not let pass.
 */
export function totalRule(
  criteria: readonly Pick<Criterion, 'weight' | 'max'>[],
): (marks: readonly (Mark | null)[]) => Fraction | null {
  const weights = criteria.map(({ weight }) => fromDecimal(weight));
  const allWeights = sum(weights);
  // A thousandth of a point of a criterion is worth 100 × weight / (1000 × max × Σ weight). Brought to one common
  // denominator, totals are sums of whole numbers.
  const worths = criteria.map(({ max }, place) => {
    const divisor = multiply(fromDecimal(max), multiply(allWeights, fraction(10)));
    return divide(weights[place] ?? zero, divisor);
  });
  const denominator = worths.reduce((multiple, worth) => commonMultiple(multiple, worth.denominator), 1n);
  const factors = worths.map((worth) => worth.numerator * (denominator / worth.denominator));
  return (marks) => {
    let numerator = 0n;
    for (const [place, factor] of factors.entries()) {
      const mark = marks[place] ?? null;
      if (mark === null) return null;
      numerator += factor * BigInt(mark);
    }
    return fraction(numerator, denominator);
  };
}

/** Least common multiple of two positive numbers: the reduced denominator of their ratio says what is missing. */
function commonMultiple(first: bigint, second: bigint): bigint {
  return first * fraction(first, second).denominator;
}

/** The totals of all pairs that are marked in every criterion, in the order of candidate, then expert id. */
export function expertTotals(
  criteria: readonly Criterion[],
  pairs: readonly MarkedPair[],
): readonly ExpertTotal[] {
  const totalOf = totalRule(criteria);
  const totals: ExpertTotal[] = [];
  for (const { expert, candidate, marks } of pairs) {
    const total = totalOf(marks);
    if (total !== null) totals.push({ expert, candidate, total });
  }
  return totals;
}
