import type { VoteTime } from './mapping.ts';
import { parseTime } from './time.ts';
import { zoneOffset } from './time-zone.ts';

/**
 * Times as vendors and spreadsheets write them, rewritten into the forms of `parseInstant`. What is not understood without a
 * guess stays the text that it is, and the row becomes unreadable by the rules.
 */

const noonWords = '上午|下午|中午|凌晨|清晨|早上|傍晚|晚上|[AaPp]\\.?[Mm]\\.?';
const weekday = '(?:(?:星期|周)[一二三四五六日天]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';

/** `2017年3月22日`. */
const chineseDate = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/;
/** `2017-3-22`, `2017/3/22`, `2017.3.22`. */
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
/** `02-Feb-2021`, `2 February 2021`. */
const dayAndWord = new RegExp(`^(\\d{1,2})[-/ ](${monthWord})[-/ ,]\\s?(\\d{4})`, 'i');
/** `Feb 2, 2021`. */
const wordAndDay = new RegExp(`^(${monthWord})\\.? (\\d{1,2}),? (\\d{4})`, 'i');
/** `22/03/2017`, `03/22/2017`. */
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;

const clock = new RegExp(
  `^(?:[Tt]|,?\\s*)(?:${weekday},?\\s*)?(${noonWords})?\\s*(\\d{1,2})\\s?[:时点]\\s?(\\d{1,2})(?:\\s?[:分]\\s?(\\d{1,2})(?:[.,](\\d{1,9}))?\\s?秒?|\\s?分)?\\s*(${noonWords})?\\s*(Z|UTC|GMT|(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?)?$`,
  'i',
);
const leadingWeekday = new RegExp(`^${weekday},?\\s*`, 'i');
const bareNumber = /^\d{1,16}(?:\.\d+)?$/;

const longestTime = 80;
const two = (number: number | string): string => String(number).padStart(2, '0');

interface WrittenDate {
  readonly year: string;
  readonly month: string | number;
  readonly day: string;
  /** What follows the date. */
  readonly rest: string;
}

/**
 * A time cell in a form that `parseInstant` reads to the same instant in the round's zone; times that are in such a form
 * already come back as they are. Seconds that the cell does not name are not made up.
 *
 * @param reading what a person or the recognition said of the whole column
 * @returns the cell itself where it names no time
 */
export function canonicalTime(cell: string, reading: VoteTime): string {
  const text = cell.trim();
  if (text === '' || text.length > longestTime) return cell;
  const written = isCanonical(text) ? text : (numberTime(text, reading) ?? wordedTime(text, reading));
  if (written === null) return cell;
  if (reading.zone === null) return written === text ? cell : written;
  return withZone(written, reading.zone);
}

/** Where the zone does not matter any zone tells whether it is a time. */
function isCanonical(text: string): boolean {
  return parseTime(text, 'UTC') !== null;
}

/** Milliseconds from Excel's day 0 (30 December 1899, as counted from March 1900 on) to 1970. */
const excelEpoch = Date.UTC(1899, 11, 30);
/** 1 March 1900 to 31 December 9999. */
const excelDays = [61, 2_958_465] as const;
const lastInstant = Date.UTC(9999, 11, 31);

function numberTime(text: string, { numbers }: VoteTime): string | null {
  if (numbers === null || !bareNumber.test(text)) return null;
  const number = Number(text);
  if (numbers === 'excel-serial') {
    const [first, last] = excelDays;
    if (number < first || number > last) return null;
    // A fifteen-digit fraction of a day names no exact millisecond; spreadsheets show the second.
    const instant = excelEpoch + Math.round(number * 86_400) * 1000;
    return new Date(instant).toISOString().slice(0, 19);
  }
  const instant = Math.trunc(numbers === 'epoch-seconds' ? number * 1000 : number);
  return instant > lastInstant ? null : new Date(instant).toISOString();
}

function wordedTime(text: string, reading: VoteTime): string | null {
  const date = writtenDate(text.normalize('NFKC').replace(leadingWeekday, ''), reading);
  if (date === null) return null;
  const parts = clock.exec(date.rest);
  if (parts === null) return null;
  const [, before, hourText = '', minute = '', second, fraction, after, zone, sign, zoneHours, zoneMinutes] =
    parts;
  if (before !== undefined && after !== undefined) return null;
  const hour = hourOfDay(Number(hourText), before ?? after);
  if (hour === null) return null;
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`;
  const seconds =
    second === undefined ? '' : `:${two(second)}${fraction === undefined ? '' : `.${fraction}`}`;
  const offset =
    zone === undefined
      ? ''
      : zoneHours === undefined
        ? 'Z'
        : `${sign ?? '+'}${two(zoneHours)}:${zoneMinutes ?? '00'}`;
  return `${day} ${two(hour)}:${two(minute)}${seconds}${offset}`;
}

function writtenDate(text: string, { dayOrder }: VoteTime): WrittenDate | null {
  const year = chineseDate.exec(text) ?? yearFirst.exec(text);
  if (year !== null) {
    const [all, first = '', month = '', day = ''] = year;
    return { year: first, month, day, rest: text.slice(all.length) };
  }
  const dayWord = dayAndWord.exec(text);
  if (dayWord !== null) {
    const [all, day = '', word = '', last = ''] = dayWord;
    return { year: last, month: monthOf(word), day, rest: text.slice(all.length) };
  }
  const wordDay = wordAndDay.exec(text);
  if (wordDay !== null) {
    const [all, word = '', day = '', last = ''] = wordDay;
    return { year: last, month: monthOf(word), day, rest: text.slice(all.length) };
  }
  const numbers = yearLast.exec(text);
  if (numbers === null || dayOrder === null) return null;
  const [all, first = '', , second = '', last = ''] = numbers;
  const [day, month] = dayOrder === 'day-first' ? [first, second] : [second, first];
  return { year: last, month, day, rest: text.slice(all.length) };
}

function monthOf(word: string): number {
  return monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** The hour of 24, or null where hour and word do not go together or could mean two hours. */
function hourOfDay(hour: number, word: string | undefined): number | null {
  if (word === undefined) return hour;
  const kind = word.replaceAll('.', '').toLowerCase();
  if (kind === '中午') return hour === 11 || hour === 12 ? hour : hour === 1 || hour === 2 ? hour + 12 : null;
  const isMorning = kind === 'am' || ['上午', '凌晨', '清晨', '早上'].includes(kind);
  if (isMorning) return hour > 12 ? null : hour % 12;
  if (hour > 12) return hour;
  if (kind === '晚上' || kind === '傍晚') return hour >= 5 && hour < 12 ? hour + 12 : null;
  return hour === 0 ? null : (hour % 12) + 12;
}

/** A text without a zone of its own, with the offset that the file's zone had at that time. */
function withZone(written: string, zone: string): string {
  const asIfUtc = parseTime(written, 'UTC');
  const elsewhere = parseTime(written, 'Etc/GMT-1');
  // A zone of its own makes the round's, or any other, unimportant.
  if (asIfUtc === null || elsewhere === null || asIfUtc.instant === elsewhere.instant) return written;
  if (/^[+-]/.test(zone)) return `${written}${zone}`;
  const read = parseTime(written, zone);
  // Where clocks went forward the time never came: with the zone's name behind it, it is a time in no other zone either.
  return read === null ? `${written} ${zone}` : `${written}${offsetText(zoneOffset(read.instant, zone))}`;
}

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}
