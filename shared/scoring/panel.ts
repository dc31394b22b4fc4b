import type { Criterion, PanelRules } from '../round/round.ts';
import { comparedPlaces, meanInOrder, roundHalfUp } from '../statistics/deviation.ts';
import { type Fraction, ascendingOrder, fraction, mean } from '../statistics/fraction.ts';
import type { Recusal, SubmittedScore } from './score.ts';
import { type RebasedTotals, rebaseTotals } from './severity.ts';
import { type ExpertTotal, type MarkedPair, expertTotals, markedPairs } from './total.ts';
import { type Dropped, chooseDropped, countedPlaces } from './trim.ts';

export type { Recusal, SubmittedScore } from './score.ts';

/** One total as it went into a candidate's panel score. */
export interface PanelTotal extends ExpertTotal {
  /** After z-score severity, rounded to nine decimals; null when the round does not re-base totals. */
  readonly rebased: Fraction | null;
  readonly dropped: Dropped;
}

/** A criterion's own panel score for one candidate. */
export interface CriterionScore {
  readonly criterion: string;
  /** Mean of the marks that count, in points (0 to the criterion's `max`); null when there is no mark. */
  readonly score: Fraction | null;
  /** Number of marks before trimming. */
  readonly marks: number;
  readonly dropped: number;
}

/** What the panel makes of one candidate. */
export interface PanelScore {
  readonly candidate: number;
  /** Mean of the totals that count, 0 to 100 (beyond with z-score severity); null when there is no total. */
  readonly score: Fraction | null;
  /** Every total, by expert id. */
  readonly totals: readonly PanelTotal[];
  /** In the order of the round's criteria. */
  readonly criteria: readonly CriterionScore[];
}

/** The panel scores of all candidates, and the figures of z-score severity where the round asks for it. */
export interface PanelResult {
  /** In ascending order of candidate. */
  readonly candidates: readonly PanelScore[];
  readonly severity: Pick<RebasedTotals, 'panel' | 'experts'> | null;
}

interface RebasedTotal extends ExpertTotal {
  /** Floating point, as severity gives it; null without severity. */
  readonly rebasedNumber: number | null;
}

/**
 * The totals of one candidate made one score. Without severity all is exact. With it the totals are compared for trimming
 * when rounded to nine decimals; those that count are summed as they are, in the order of expert id, and their mean is
 * rounded to nine decimals before anything is compared with it.
 */
function panelScore(
  totals: readonly RebasedTotal[],
  rules: PanelRules,
): Pick<PanelScore, 'score' | 'totals'> {
  const rebased = totals.map(({ rebasedNumber }) =>
    rebasedNumber === null ? null : roundHalfUp(rebasedNumber, comparedPlaces),
  );
  const ascending = ascendingOrder(totals.map(({ total }, index) => rebased[index] ?? total));
  const dropped = chooseDropped(ascending, rules.trim);
  const panelTotals = totals.map(({ expert, candidate, total }, index): PanelTotal => {
    return { expert, candidate, total, rebased: rebased[index] ?? null, dropped: dropped[index] ?? null };
  });
  const counted = totals.filter((_, index) => dropped[index] === null);
  if (counted.length === 0) return { score: null, totals: panelTotals };
  const numbers = counted.flatMap(({ rebasedNumber }) => (rebasedNumber === null ? [] : [rebasedNumber]));
  const score =
    numbers.length > 0
      ? roundHalfUp(meanInOrder(numbers), comparedPlaces)
      : mean(counted.map(({ total }) => total));
  return { score, totals: panelTotals };
}

/**
 * A criterion's own panel score: that criterion's marks, trimmed by the same rule as the totals; mean of the rest. Every
 * submitted mark of the criterion counts, also of a pair that lacks a mark elsewhere and so has no total; severity, which
 * is about totals, does not apply.
 */
function criterionScore(
  { id, place }: { readonly id: string; readonly place: number },
  pairs: readonly MarkedPair[],
  rules: PanelRules,
): CriterionScore {
  const marks = pairs.flatMap((pair) => pair.marks[place] ?? []).sort((first, second) => first - second);
  const { from, to } = countedPlaces(marks.length, rules.trim);
  const thousandths = marks.slice(from, to).reduce<number>((total, mark) => total + mark, 0);
  return {
    criterion: id,
    score: from === to ? null : fraction(thousandths, 1000 * (to - from)),
    marks: marks.length,
    dropped: marks.length - (to - from),
  };
}

/**
 * The panel's score of every candidate (DESIGN.md section 3): the experts' totals, re-based where the round asks for it,
 * trimmed, and their mean.
 *
 * @param candidates numbers in any order; marks of other candidates are left out
 * @param scores marks of submitted sheets in any order, each expert × candidate × criterion at most once
 * @throws RangeError when a mark occurs twice or all weights are 0: defects of the caller.
 */
export function panelScores(
  rules: { readonly criteria: readonly Criterion[]; readonly panel: PanelRules },
  candidates: readonly number[],
  scores: readonly SubmittedScore[],
  recusals: readonly Recusal[],
): PanelResult {
  const known = new Set(candidates);
  const submitted = scores.filter((score) => known.has(score.candidate));
  const pairs = markedPairs(rules.criteria, submitted, recusals);
  const totals = expertTotals(rules.criteria, pairs);
  const severity = rules.panel.severity === 'z-score' ? rebaseTotals(totals) : null;
  const totalsByCandidate = Map.groupBy(
    totals.map((total, index) => ({ ...total, rebasedNumber: severity?.totals[index] ?? null })),
    ({ candidate }) => candidate,
  );
  const pairsByCandidate = Map.groupBy(pairs, ({ candidate }) => candidate);
  const scoreOf = (candidate: number): PanelScore => ({
    candidate,
    ...panelScore(totalsByCandidate.get(candidate) ?? [], rules.panel),
    criteria: rules.criteria.map(({ id }, place) =>
      criterionScore({ id, place }, pairsByCandidate.get(candidate) ?? [], rules.panel),
    ),
  });
  const inOrder = [...known].sort((first, second) => first - second);
  return { candidates: inOrder.map(scoreOf), severity };
}
