import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, calendarDayText, parseInstant } from '../../../shared/ballots/time.ts';
import { zoneOffset } from '../../../shared/ballots/time-zone.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const dayIn = (text: string, timeZone: string): string =>
  calendarDayText(calendarDay(Date.parse(text), timeZone));

describe('a text that names an instant', () => {
  it.each([
    ['2017-03-22 00:00:00', '2017-03-21T16:00:00Z'],
    ['2017/3/22 0:00', '2017-03-21T16:00:00Z'],
    ['2017/03/22 08:05', '2017-03-22T00:05:00Z'],
    ['2017-3-2 9:07:05', '2017-03-02T01:07:05Z'],
    [' 2017-03-22\u00a0 10:11:12 ', '2017-03-22T02:11:12Z'],
    ['2017-03-22T10:11:12', '2017-03-22T02:11:12Z'],
    ['2017-03-22T10:11', '2017-03-22T02:11:00Z'],
    ['2017-03-22T10:11:12.5', '2017-03-22T02:11:12.500Z'],
    ['2017-03-22T10:11:12,25', '2017-03-22T02:11:12.250Z'],
    ['2017-03-22T10:11:12.9999', '2017-03-22T02:11:12.999Z'],
    ['2017-03-22T10:11:12Z', '2017-03-22T10:11:12Z'],
    ['2017-03-22t10:11:12z', '2017-03-22T10:11:12Z'],
    ['2017-03-22T10:11:12+08:00', '2017-03-22T02:11:12Z'],
    ['2017-03-22T10:11:12+0800', '2017-03-22T02:11:12Z'],
    ['2017-03-22T10:11:12-05', '2017-03-22T15:11:12Z'],
    ['2017-03-22T10:11:12.000+05:45', '2017-03-22T04:26:12Z'],
    ['2017-03-22 10:11:12 +0800', '2017-03-22T02:11:12Z'],
    ['20170322T101112Z', '2017-03-22T10:11:12Z'],
    ['20170322T1011', '2017-03-22T02:11:00Z'],
    ['2016-02-29 12:00:00', '2016-02-29T04:00:00Z'],
    ['2000-02-29 12:00:00', '2000-02-29T04:00:00Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59Z'],
  ])('%j', (text, instant) => {
    expect(parseInstant(text, shanghai)).toBe(Date.parse(instant));
  });
});

describe('a text that names none', () => {
  it.each([
    '',
    ' ',
    '昨天',
    '2017-02-30 00:00:00',
    '2017-02-29 00:00:00',
    '1900-02-29 00:00:00',
    '2017-04-31 00:00:00',
    '2017-13-01 00:00:00',
    '2017-00-10 00:00:00',
    '2017-03-00 00:00:00',
    '2017-03-22 24:00:00',
    '2017-03-22 12:60:00',
    '2017-03-22 12:00:60',
    '2017-03-22 1:2',
    '2017-03-22',
    '2017-03/22 00:00',
    '17-03-22 00:00:00',
    '22/03/2017 00:00:00',
    '2017-03-22T00:00:00+24:00',
    '2017-03-22T00:00:00+08:60',
    '2017-03-22T00:00:00+8',
    '2017-03-22T00:00:00.',
    '2017-03-22 00:00:00 下午',
    '２０１７-03-22 00:00:00',
    '1490112000000',
    `2017-03-22 00:00:00.${'0'.repeat(100)}`,
  ])('%j', (text) => {
    expect(parseInstant(text, shanghai)).toBeNull();
  });
});

describe('a text without a zone', () => {
  it('is wall-clock time in the round’s time zone, summer time included', () => {
    expect(parseInstant('2017-01-15 12:00:00', newYork)).toBe(Date.parse('2017-01-15T17:00:00Z'));
    expect(parseInstant('2017-07-15 12:00:00', newYork)).toBe(Date.parse('2017-07-15T16:00:00Z'));
    expect(parseInstant('2017-07-15 12:00:00', 'UTC')).toBe(Date.parse('2017-07-15T12:00:00Z'));
    expect(parseInstant('2017-07-15 12:00:00', 'Asia/Kathmandu')).toBe(Date.parse('2017-07-15T06:15:00Z'));
  });

  it('knows China’s summer time of 1986 to 1991', () => {
    expect(parseInstant('1988-07-01 12:00:00', shanghai)).toBe(Date.parse('1988-07-01T03:00:00Z'));
    expect(parseInstant('1991-12-01 12:00:00', shanghai)).toBe(Date.parse('1991-12-01T04:00:00Z'));
  });

  it('is the earlier instant where clocks went back, and none where they went forward', () => {
    expect(parseInstant('2017-11-05 01:30:00', newYork)).toBe(Date.parse('2017-11-05T05:30:00Z'));
    expect(parseInstant('2017-11-05 02:00:00', newYork)).toBe(Date.parse('2017-11-05T07:00:00Z'));
    expect(parseInstant('2017-03-12 02:30:00', newYork)).toBeNull();
    expect(parseInstant('2017-03-12 03:00:00', newYork)).toBe(Date.parse('2017-03-12T07:00:00Z'));
  });

  it('knows an offset that changed within a quarter of an hour', () => {
    // Liberia went from 44 minutes 30 seconds behind Greenwich to Greenwich time on 1972-01-07 at midnight there.
    expect(zoneOffset(Date.parse('1972-01-07T00:44:29Z'), 'Africa/Monrovia')).toBe(-(44 * 60 + 30) * 1000);
    expect(zoneOffset(Date.parse('1972-01-07T00:44:30Z'), 'Africa/Monrovia')).toBe(0);
  });

  it('fails for a time zone that does not exist', () => {
    expect(() => parseInstant('2017-03-22 00:00:00', 'Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('the calendar day', () => {
  it('begins at midnight of the round’s time zone', () => {
    expect(dayIn('2017-03-22T15:59:59.999Z', shanghai)).toBe('2017-03-22');
    expect(dayIn('2017-03-22T16:00:00Z', shanghai)).toBe('2017-03-23');
    expect(dayIn('2017-03-22T16:00:00Z', newYork)).toBe('2017-03-22');
    expect(dayIn('2017-03-22T03:59:59Z', newYork)).toBe('2017-03-21');
    expect(dayIn('1969-12-31T15:59:59Z', shanghai)).toBe('1969-12-31');
  });
});

describe('whatever the instant', () => {
  const instants = fc.integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2100, 0, 1) });
  const zones = fc.constantFrom(
    shanghai,
    newYork,
    'UTC',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Apia',
  );

  it('its ISO text reads back as the same instant', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        expect(parseInstant(new Date(instant).toISOString(), timeZone)).toBe(instant);
      }),
    );
  });

  it('its wall-clock text reads back as an instant with the same wall clock, never a later one', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const wallClock = instant + zoneOffset(instant, timeZone);
        const parsed = parseInstant(new Date(wallClock).toISOString().slice(0, -1), timeZone) ?? NaN;
        expect(parsed + zoneOffset(parsed, timeZone)).toBe(wallClock);
        expect(parsed).toBeLessThanOrEqual(instant);
      }),
    );
  });

  it('its day is the one that a calendar of the time zone shows', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
        expect(calendarDayText(calendarDay(instant, timeZone))).toBe(shown);
      }),
    );
  });
});
