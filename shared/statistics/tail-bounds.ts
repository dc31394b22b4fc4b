/**
 * Upper bounds of the chance that a count is as large as it is, as natural logarithms: chances of 10^-400 are no number.
 * A bound never makes a count look rarer than it is, so that a flag errs on the side of silence.
 */

/**
 * Bound of ln P(X ≥ count) for a Poisson count with the mean `mean`; 0 where the count is not above the mean.
 * Chernoff's bound: Mitzenmacher and Upfal, Probability and Computing, 2nd ed., Theorem 5.4.
 * @param count 0 or more
 * @param mean 0 or more
 */
export function logPoissonTail(count: number, mean: number): number {
  if (count <= mean) return 0;
  if (mean === 0) return -Infinity;
  return count - mean - count * Math.log(count / mean);
}

/**
 * Bound of ln P(X ≥ successes) for a binomial count of `trials` with the chance `chance`; 0 where the share is not above the
 * chance. Hoeffding, Probability inequalities for sums of bounded random variables, JASA 58 (1963), Theorem 1: the trials
 * times the relative entropy.
 * @param chance 0 to 1
 */
export function logBinomialTail(successes: number, trials: number, chance: number): number {
  const share = trials === 0 ? 0 : successes / trials;
  if (share <= chance) return 0;
  if (chance === 0) return -Infinity;
  const without = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - chance));
  return -trials * (share * Math.log(share / chance) + without);
}
