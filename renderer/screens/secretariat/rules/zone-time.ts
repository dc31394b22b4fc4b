import { parseInstant } from '../../../../shared/ballots/time.ts';
import { zoneOffset } from '../../../../shared/ballots/time-zone.ts';

const minute = 60_000;

/** An instant as the clock of the round's time zone shows it, `2017-03-22 00:00` (seconds only where there are any). */
export function wallClock(instantText: string, timeZone: string): string {
  const instant = Date.parse(instantText);
  const shown = new Date(instant + zoneOffset(instant, timeZone)).toISOString();
  const seconds = shown.slice(17, 19);
  return `${shown.slice(0, 10)} ${shown.slice(11, 16)}${seconds === '00' ? '' : `:${seconds}`}`;
}

/** The way back, as the round file writes it: ISO 8601 with the zone's offset. Null when the text is no time. */
export function instantTextOf(wallClockText: string, timeZone: string): string | null {
  const instant = parseInstant(wallClockText, timeZone);
  if (instant === null) return null;
  const offset = zoneOffset(instant, timeZone);
  const shown = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / minute;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${shown}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
