/**
 * Instants of ballots of which only the minute is known, and of which somebody confirmed that they may be ballots known to the
 * second. An exclusion keeps such an instant with half a millisecond added: every other instant is whole milliseconds, so it
 * says of itself that it stands for its minute.
 */

const minute = 60_000;
const mark = 0.5;

/**
 * @param instant epoch milliseconds; NaN stays NaN
 * @returns the same instant, marked as that of a whole minute.
 */
export function asWholeMinute(instant: number): number {
  return Math.floor(instant) + mark;
}

/** Whether the instant is marked as that of a whole minute. False for NaN. */
export function isWholeMinute(instant: number): boolean {
  return instant % 1 === mark || instant % 1 === -mark;
}

/** The instant without the mark. */
export function unmarked(instant: number): number {
  return Math.floor(instant);
}

/**
 * The minute that an instant lies in, marked or not. All zones of today differ by whole minutes.
 * @param instant epoch milliseconds
 * @returns minutes since the epoch; NaN for NaN.
 */
export function minuteOfInstant(instant: number): number {
  return Math.floor(instant / minute);
}
