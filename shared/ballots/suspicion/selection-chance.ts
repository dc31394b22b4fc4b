/**
 * How many ballots with exactly one selection are to be expected from the candidates' popularity alone: voters who choose
 * each candidate independently with the odds that follow from its share, given how many they choose. The chance of a set S of
 * n is then ∏ odds / e_n(odds), e_n the elementary symmetric polynomial (the conditional Bernoulli distribution: Chen,
 * Dempster and Liu, Weighted finite population sampling to maximize entropy, Biometrika 81 (1994)). In logarithms, because
 * the sums over all sets of thirty out of a thousand are no numbers.
 */

/** ln(e^first + e^second). */
function addLogarithms(first: number, second: number): number {
  const greater = Math.max(first, second);
  if (greater === -Infinity) return -Infinity;
  return greater + Math.log1p(Math.exp(Math.min(first, second) - greater));
}

/** ln of the elementary symmetric polynomials of degree 0 to `most`. */
function logSymmetricPolynomials(logOdds: readonly number[], most: number): Float64Array {
  const sums = new Float64Array(most + 1).fill(-Infinity);
  sums[0] = 0;
  for (const odds of logOdds) {
    for (let degree = most; degree > 0; degree -= 1) {
      sums[degree] = addLogarithms(sums[degree] ?? 0, odds + (sums[degree - 1] ?? 0));
    }
  }
  return sums;
}

/**
 * @param votes ballots that choose each candidate, by index
 * @param ballots number of all ballots
 * @param ballotsBySize how many ballots choose n candidates, by n
 * @returns the number of ballots expected with exactly the candidates at these indexes
 */
export function expectedSelections(
  votes: Uint32Array,
  ballots: number,
  ballotsBySize: readonly number[],
): (selection: ArrayLike<number>) => number {
  // Half a ballot from 0 and from all: nobody is certain to be chosen, nor certain not to be.
  const logOdds = Array.from(votes, (count) => Math.log((count + 0.5) / (ballots - count + 0.5)));
  const sums = logSymmetricPolynomials(logOdds, Math.max(0, ballotsBySize.length - 1));
  return (selection) => {
    let chance = -(sums[selection.length] ?? Infinity);
    for (let each = 0; each < selection.length; each += 1) chance += logOdds[selection[each] ?? -1] ?? 0;
    return (ballotsBySize[selection.length] ?? 0) * Math.exp(chance);
  };
}
