import type { Fraction } from '../statistics/fraction.ts';

/** The exact figures of a candidate that has a panel score. */
export interface ScaledCandidate {
  /** Panel score as it is. */
  readonly panel: Fraction;
  /** Panel score on the round's `panelScale`. */
  readonly panelScaled: Fraction;
  /** Votes on the round's `publicScale`. */
  readonly public: Fraction;
  /** The weighted mean of the two. */
  readonly combined: Fraction;
}
