import { zoneOffset } from './time-zone.ts';

/**
 * Times of ballots: text into an instant (epoch milliseconds) and an instant into a calendar day. A text without a zone is
 * wall-clock time in the round's time zone.
 */

/** Days since 1970-01-01 on the calendar of a time zone: a whole number, negative before 1970. */
export type CalendarDay = number;

const millisecondsADay = 86_400_000;

/** `2017-03-22 00:00:00`, `2017/3/22 0:00`, `2017-03-22T00:00:00.5+08:00`: seconds, fraction and zone may be absent. */
const extendedForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** ISO 8601 without separators: `20170322T000000Z`. The empty group keeps the numbering of `extendedForm`. */
const basicForm =
  /^(\d{4})()(\d{2})(\d{2})[Tt](\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?([Zz]|[+-]\d{2}(?:\d{2})?)?$/;

const longestTime = 60;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar. Years are counted from March, so that the leap day is a
 * year's last day and the months before it follow the pattern of 153 days in five months.
 */
function daysFromDate(year: number, month: number, day: number): number {
  const years = month <= 2 ? year - 1 : year;
  const monthsFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthsFromMarch + 2) / 5) + day - 1;
  return (
    years * 365 +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    dayOfYear -
    719_468
  );
}

/** Minutes east of Greenwich for `Z`, `+08`, `+0800` or `+08:00`; null for an impossible one. */
function minutesOfZone(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function instantAtOffset(wallClock: number, zone: string): number | null {
  const offset = minutesOfZone(zone);
  return offset === null ? null : wallClock - offset * 60_000;
}

/**
 * The instant of a wall-clock time (as if it were UTC) in a zone. Where clocks went back and the time came twice, the
 * earlier instant; where they went forward and the time never came, null.
 */
function instantOfWallClock(wallClock: number, timeZone: string): number | null {
  const dayBefore = wallClock - zoneOffset(wallClock - millisecondsADay, timeZone);
  const dayAfter = wallClock - zoneOffset(wallClock + millisecondsADay, timeZone);
  const [earlier, later] = dayBefore <= dayAfter ? [dayBefore, dayAfter] : [dayAfter, dayBefore];
  if (earlier + zoneOffset(earlier, timeZone) === wallClock) return earlier;
  if (later + zoneOffset(later, timeZone) === wallClock) return later;
  return null;
}

/** How exactly a text names its time: to the second (or a fraction of it), or only to the minute. */
export type TimePrecision = 'second' | 'minute';

/** A time as a text names it: epoch milliseconds (of a text without seconds: the minute's first), and how exactly. */
export interface ReadTime {
  readonly instant: number;
  readonly precision: TimePrecision;
}

/**
 * The instant that a text names, in epoch milliseconds, or null when it names none: another form, a date or time that
 * does not exist (2017-02-30, 24:00), a date without a time of day. Digits beyond the millisecond are cut off.
 *
 * @param timeZone IANA name; applies to texts without a zone of their own.
 * @throws RangeError when the time zone does not exist.
 */
export function parseInstant(text: string, timeZone: string): number | null {
  return parseTime(text, timeZone)?.instant ?? null;
}

/** As `parseInstant`, and how exactly the text names it. */
export function parseTime(text: string, timeZone: string): ReadTime | null {
  const trimmed = text.trim();
  if (trimmed.length > longestTime) return null;
  const parts = extendedForm.exec(trimmed) ?? basicForm.exec(trimmed);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const month = Number(parts[3]);
  const day = Number(parts[4]);
  const hour = Number(parts[5]);
  const minute = Number(parts[6]);
  const second = Number(parts[7] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = parts[8] === undefined ? 0 : Number(parts[8].slice(0, 3).padEnd(3, '0'));
  const wallClock =
    daysFromDate(year, month, day) * millisecondsADay +
    ((hour * 60 + minute) * 60 + second) * 1000 +
    milliseconds;
  const zone = parts[9];
  const instant =
    zone === undefined ? instantOfWallClock(wallClock, timeZone) : instantAtOffset(wallClock, zone);
  return instant === null ? null : { instant, precision: parts[7] === undefined ? 'minute' : 'second' };
}

/**
 * The calendar day on which an instant falls in a time zone.
 * @throws RangeError when the time zone does not exist.
 */
export function calendarDay(instant: number, timeZone: string): CalendarDay {
  return Math.floor((instant + zoneOffset(instant, timeZone)) / millisecondsADay);
}

/** A calendar day as `2017-03-22`. */
export function calendarDayText(day: CalendarDay): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}
