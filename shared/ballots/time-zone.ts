/** Offsets of IANA time zones, from the tables that come with the JavaScript engine. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function offsetFromTables(instant: number, timeZone: string): number {
  const wholeSeconds = Math.floor(instant / 1000) * 1000;
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(wholeSeconds)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const wallClock = new Date(0);
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year');
  wallClock.setUTCFullYear(year, read('month') - 1, read('day'));
  wallClock.setUTCHours(read('hour'), read('minute'), read('second'));
  return wallClock.getTime() - wholeSeconds;
}

/** Milliseconds. Since 1973 no zone has changed its offset but on a quarter of an hour, so one look-up serves the whole quarter. */
export const quarterHour = 900_000;
const quartersSince = Date.UTC(1973, 0, 1);
const rememberedQuarters = 50_000;
const offsetsByZone = new Map<string, Map<number, number>>();

function rememberedOffset(instant: number, timeZone: string): number {
  let offsets = offsetsByZone.get(timeZone);
  if (offsets === undefined) {
    offsets = new Map();
    offsetsByZone.set(timeZone, offsets);
  }
  const quarter = Math.floor(instant / quarterHour);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    offset = offsetFromTables(quarter * quarterHour, timeZone);
    if (offsets.size >= rememberedQuarters) offsets.clear();
    offsets.set(quarter, offset);
  }
  return offset;
}

/** China's last summer time ended in September 1991; from 1992 on its clocks are eight hours ahead of Greenwich. */
const chinaSteadySince = Date.UTC(1992, 0, 1);
const eightHours = 8 * 3_600_000;

/**
 * Milliseconds that the clocks of a time zone are ahead of Greenwich at an instant.
 * @param instant epoch milliseconds
 * @param timeZone IANA name
 * @throws RangeError when the time zone does not exist.
 */
export function zoneOffset(instant: number, timeZone: string): number {
  if (timeZone === 'Asia/Shanghai' && instant >= chinaSteadySince) return eightHours;
  if (timeZone === 'UTC') return 0;
  if (instant < quartersSince) return offsetFromTables(instant, timeZone);
  return rememberedOffset(instant, timeZone);
}
