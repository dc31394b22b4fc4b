import { zoneOffset } from './time-zone.ts';

/**
 * An instant (epoch milliseconds) as the clocks of a time zone showed it: `2017-03-22 00:00:00`, with milliseconds only where
 * there are any.
 * @param timeZone IANA name
 * @throws RangeError when the time zone does not exist.
 */
export function wallClockText(instant: number, timeZone: string): string {
  const text = new Date(instant + zoneOffset(instant, timeZone)).toISOString();
  return text.slice(0, instant % 1000 === 0 ? 19 : 23).replace('T', ' ');
}
