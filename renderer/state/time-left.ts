/** How long running work will take in all, from the pace so far; kept from picture to picture so that it stays steady. */
export interface PaceEstimate {
  /** Milliseconds from the beginning to the end, as now thought. */
  readonly total: number;
  /** Milliseconds until the end. */
  readonly left: number;
}

/** Before that the pace says nothing: files are being opened, the first rows read. */
const leastElapsed = 1_500;
const leastFraction = 0.02;
/** Weight of the newest picture. */
const renewal = 0.15;

/**
 * The estimate after another picture of the progress; null while nothing can be said.
 *
 * @param elapsed milliseconds since the work began
 * @param fraction what is done of the whole, 0 to 1; null while unknown
 */
export function nextEstimate(
  earlier: PaceEstimate | null,
  elapsed: number,
  fraction: number | null,
): PaceEstimate | null {
  if (fraction === null || fraction < leastFraction || elapsed < leastElapsed) return earlier;
  const now = elapsed / Math.min(fraction, 1);
  const total = Math.max(elapsed, earlier === null ? now : earlier.total + renewal * (now - earlier.total));
  return { total, left: total - elapsed };
}

/** Whole seconds to show: in steps of five beyond twenty, so that the number does not flicker. */
export function shownSeconds(left: number): number {
  const seconds = Math.max(1, Math.ceil(left / 1_000));
  return seconds <= 20 ? seconds : Math.ceil(seconds / 5) * 5;
}
