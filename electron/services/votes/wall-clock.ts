import { zoneOffset } from '../../../shared/ballots/time-zone.ts';

/** An instant as the clocks of a time zone showed it: `2017-03-22 00:00:00`. */
export function wallClockText(instant: number, timeZone: string): string {
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}
