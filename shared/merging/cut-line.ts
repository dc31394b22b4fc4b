import { type Fraction, subtract } from '../statistics/fraction.ts';
import type { Placing } from './ties.ts';

/** Where the finalists end. */
export interface CutLine {
  /** Combined score of the last inside minus that of the first outside; null when nobody is inside or outside. */
  readonly margin: Fraction | null;
  /** The candidates of an open tie across the line, ascending; empty when the line is clear. */
  readonly open: readonly number[];
  /** True inside, false outside, null in an open tie across the line. */
  readonly finalist: ReadonlyMap<number, boolean | null>;
}

/**
 * Draws the line after the first `places` candidates. A shared rank that would have members on both sides is open: nobody
 * in it is a finalist yet. Candidates without a rank are on neither side and do not make a margin.
 *
 * @param placings in rank order, as `rankContenders` gives them
 * @param combined combined score of every candidate placed
 */
export function drawCutLine(
  placings: readonly Placing[],
  places: number,
  combined: ReadonlyMap<number, Fraction>,
): CutLine {
  const finalist = new Map<number, boolean | null>();
  let open: readonly number[] = [];
  for (const { rank, members } of placings) {
    const candidates = members.map(({ candidate }) => candidate);
    const isInside = rank + members.length - 1 <= places;
    const isOutside = rank > places;
    if (!isInside && !isOutside) open = candidates;
    for (const candidate of candidates) finalist.set(candidate, isInside ? true : isOutside ? false : null);
  }
  const inOrder = placings.flatMap(({ members }) => members.map(({ candidate }) => combined.get(candidate)));
  const lastInside = inOrder[places - 1];
  const firstOutside = inOrder[places];
  const margin =
    lastInside === undefined || firstOutside === undefined ? null : subtract(lastInside, firstOutside);
  return { margin, open, finalist };
}
