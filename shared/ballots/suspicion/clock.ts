import { zoneOffset } from '../time-zone.ts';

/** Minutes and hours as the clocks of the round's time zone show them, counted from 1970-01-01 00:00 on that clock. */

const minuteMilliseconds = 60_000;

/** The minute of each instant; NaN where there is no time. */
export function clockMinutes(instants: Float64Array, timeZone: string): Float64Array {
  return instants.map((instant) =>
    Number.isNaN(instant) ? NaN : Math.floor((instant + zoneOffset(instant, timeZone)) / minuteMilliseconds),
  );
}

export function hourOfMinute(minute: number): number {
  return Math.floor(minute / 60);
}

/** `2017-03-22 08:15` */
export function minuteText(minute: number): string {
  return new Date(minute * minuteMilliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2017-03-22 08:00` */
export function hourText(hour: number): string {
  return minuteText(60 * hour);
}

/** Neighbours put together: each list holds numbers that follow one another without a gap. `numbers` ascend. */
export function runs(numbers: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === number - 1) last.push(number);
    else found.push([number]);
  }
  return found;
}
