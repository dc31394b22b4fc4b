import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VoteTime } from '../../../shared/ballots/mapping.ts';
import { parseInstant, parseTime } from '../../../shared/ballots/time.ts';
import { canonicalTime } from '../../../shared/ballots/written-time.ts';

const shanghai = 'Asia/Shanghai';
const plain: VoteTime = { zone: null, numbers: null, dayOrder: null };

function instantOf(cell: string, reading: Partial<VoteTime> = {}): string | null {
  const instant = parseInstant(canonicalTime(cell, { ...plain, ...reading }), shanghai);
  return instant === null ? null : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19);
}

describe('a time as vendors write it', () => {
  it.each([
    ['2017年3月22日 8时05分', '2017-03-22T08:05:00'],
    ['2017年3月22日8时5分7秒', '2017-03-22T08:05:07'],
    ['2017年03月22日 星期三 08:05', '2017-03-22T08:05:00'],
    ['2017.3.22 8:05:09', '2017-03-22T08:05:09'],
    ['２０１７－０３－２２　０８：０５', '2017-03-22T08:05:00'],
    ['02-Feb-2021 20:26:58', '2021-02-02T20:26:58'],
    ['2 February 2021 20:26', '2021-02-02T20:26:00'],
    ['Feb 2, 2021 8:26:58 PM', '2021-02-02T20:26:58'],
    ['Tue, 02 Feb 2021 20:26:58 GMT', '2021-02-03T04:26:58'],
    ['2017/3/22 下午3:05', '2017-03-22T15:05:00'],
    ['2017/3/22 下午 12:05:06', '2017-03-22T12:05:06'],
    ['2017/3/22 上午12:05', '2017-03-22T00:05:00'],
    ['2017/3/22 凌晨1:05', '2017-03-22T01:05:00'],
    ['2017/3/22 中午12:05', '2017-03-22T12:05:00'],
    ['2017/3/22 中午1:05', '2017-03-22T13:05:00'],
    ['2017/3/22 晚上8:05', '2017-03-22T20:05:00'],
    ['2017/3/22 下午15:05', '2017-03-22T15:05:00'],
    ['2017/3/22 12:05 AM', '2017-03-22T00:05:00'],
    ['2017/3/22 11:05 p.m.', '2017-03-22T23:05:00'],
    ['2017-03-22 09:05:00 GMT+9', '2017-03-22T08:05:00'],
  ])('%j is %s in Shanghai', (cell, wallClock) => {
    expect(instantOf(cell)).toBe(wallClock);
  });

  it.each([
    '昨天',
    '2017-03-22',
    '2017年2月30日 8时05分',
    '03/04/2017 08:00',
    '22/03/2017 08:00',
    '1490140800000',
    '1490140800',
    '42816.5',
    '2017/3/22 上午13:05',
    '2017/3/22 晚上12:05',
    '2017/3/22 下午0:05',
    '2017/3/22 上午8:05 PM',
    '2017年3 22日 8:05',
  ])('%j could be several times or none, and stays as it is', (cell) => {
    expect(instantOf(cell)).toBeNull();
  });

  it('keeps a cell that the rules read already to the letter', () => {
    for (const cell of ['2017-03-22 00:00:00', ' 2017/3/22 0:00 ', '20170322T000000Z', '2017-03-22T00:00+08'])
      expect(canonicalTime(cell, plain)).toBe(cell);
  });

  it('makes up no seconds where the cell names none', () => {
    const precisionOf = (cell: string) => parseTime(canonicalTime(cell, plain), shanghai)?.precision;
    expect(precisionOf('2017年3月22日 8时05分')).toBe('minute');
    expect(precisionOf('2017/3/22 下午3:05')).toBe('minute');
    expect(precisionOf('2017/3/22 下午3:05:00')).toBe('second');
  });
});

describe('a number in the time column', () => {
  it('is what the mapping says that it is', () => {
    expect(instantOf('1490140800', { numbers: 'epoch-seconds' })).toBe('2017-03-22T08:00:00');
    expect(instantOf('1490140800999', { numbers: 'epoch-milliseconds' })).toBe('2017-03-22T08:00:00');
    // 42816 is 22 March 2017 in Excel's calendar of 1900.
    expect(instantOf('42816.3333333333', { numbers: 'excel-serial' })).toBe('2017-03-22T08:00:00');
    expect(instantOf('42816', { numbers: 'excel-serial' })).toBe('2017-03-22T00:00:00');
  });

  it('is no time beyond the calendar', () => {
    expect(instantOf('12', { numbers: 'excel-serial' })).toBeNull();
    expect(instantOf('9999999999999999', { numbers: 'epoch-milliseconds' })).toBeNull();
  });
});

describe('the zone of a file', () => {
  it('holds for times without one of their own', () => {
    expect(instantOf('2017-03-22 09:00:00', { zone: 'Asia/Tokyo' })).toBe('2017-03-22T08:00:00');
    expect(instantOf('2017-03-22 00:00:00', { zone: '+00:00' })).toBe('2017-03-22T08:00:00');
    expect(instantOf('2017-03-22 00:00:00Z', { zone: 'Asia/Tokyo' })).toBe('2017-03-22T08:00:00');
    expect(instantOf('2017-07-01 12:00:00', { zone: 'America/New_York' })).toBe('2017-07-02T00:00:00');
  });

  it('has no time where its clocks went forward', () => {
    expect(instantOf('2017-03-12 02:30:00', { zone: 'America/New_York' })).toBeNull();
  });
});

describe('03/04/2017', () => {
  it('is the day that a person says', () => {
    expect(instantOf('03/04/2017 08:00', { dayOrder: 'day-first' })).toBe('2017-04-03T08:00:00');
    expect(instantOf('03/04/2017 08:00', { dayOrder: 'month-first' })).toBe('2017-03-04T08:00:00');
    expect(instantOf('22/03/2017 08:00', { dayOrder: 'month-first' })).toBeNull();
  });
});

describe('whatever the moment', () => {
  const moments = fc.integer({ min: Date.UTC(1992, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });
  const two = (number: number): string => String(number).padStart(2, '0');

  it('every way of writing it reads back as the same instant', () => {
    fc.assert(
      fc.property(moments, (seconds) => {
        const clock = new Date((seconds + 8 * 3600) * 1000);
        const [year, month, day] = [clock.getUTCFullYear(), clock.getUTCMonth() + 1, clock.getUTCDate()];
        const [hour, rest] = [
          clock.getUTCHours(),
          `${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())}`,
        ];
        const noon = hour < 12 ? '上午' : '下午';
        const english = clock.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' }).slice(0, 3);
        const serial =
          (Date.UTC(year, month - 1, day, hour, clock.getUTCMinutes(), clock.getUTCSeconds()) -
            Date.UTC(1899, 11, 30)) /
          86_400_000;
        const written: readonly (readonly [string, Partial<VoteTime>])[] = [
          [`${year}年${month}月${day}日 ${hour}:${rest}`, {}],
          [`${year}/${month}/${day} ${noon}${hour % 12 === 0 ? 12 : hour % 12}:${rest}`, {}],
          [`${two(day)}-${english}-${year} ${two(hour)}:${rest}`, {}],
          [`${day}/${month}/${year} ${hour}:${rest}`, { dayOrder: 'day-first' }],
          [String(seconds), { numbers: 'epoch-seconds' }],
          [String(seconds * 1000), { numbers: 'epoch-milliseconds' }],
          [serial.toFixed(10), { numbers: 'excel-serial' }],
        ];
        for (const [cell, reading] of written)
          expect(parseInstant(canonicalTime(cell, { ...plain, ...reading }), shanghai)).toBe(seconds * 1000);
      }),
    );
  });
});
