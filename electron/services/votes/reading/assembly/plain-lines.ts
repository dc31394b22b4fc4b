import * as layout from './layout';
import { isNobody } from './nobody';
import { sipHash } from './siphash';

const lineFeed: u32 = 10;
const carriageReturn: u32 = 13;
const blank: u32 = 32;
const comma: u32 = 44;
const hyphen: u32 = 45;
const zero: u32 = 48;
const semicolon: u32 = 59;
const underscore: u32 = 95;
const letterA: u32 = 97;

/** The length of `2017-03-22 00:00:00`. */
const timeLength: usize = 19;
/** Behind every number that two digits can be. */
const noNumber: u32 = 10_000;
const notPlain: usize = 0;
/** From here on the longest list may have no room, and the 64 bytes after which its length is looked at. */
const lastChoices: usize = layout.choices + layout.choicesBytes - 2 * (layout.mostListed + 64);

let opens: f64 = 0;
let closes: f64 = 0;
let minChoices: u32 = 0;
let maxChoices: u32 = 0;
let outsideWindow: u32 = 0;
let tooFew: u32 = 0;
let tooMany: u32 = 0;
let unknownProject: u32 = 0;
let repeatedChoice: u32 = 0;
let good: u32 = 0;
/** Of the numbers below 64: a bit for each that is no candidate's. */
let unknownBits: u64 = 0;

/** Numbers the rows since the beginning, so that a number listed in one is not taken for listed in another. */
let rowMark: u32 = 0;

/** How many rows the page has after `takeLines`. */
export let rows: u32 = 0;
/** The place behind their choices. */
export let choicesEnd: usize = 0;
/** Not 0 where `takeLines` stopped because this day (year, month, day in digits of a date) is not known yet. */
export let unknownDay: u32 = 0;

/** The round's ballot rules; the ends of the window in epoch seconds, infinite where it is open. */
export function setRules(from: f64, to: f64, fewest: u32, most: u32): void {
  opens = from;
  closes = to;
  minChoices = fewest;
  maxChoices = most;
  unknownBits = 0;
  for (let number: u32 = 0; number < 64; number += 1)
    unknownBits |= (load<u8>(layout.unknownNumbers + number) as u64) << (number as u64);
}

/** The bytes that stand for verdicts. */
export function setVerdicts(
  outside: u32,
  few: u32,
  many: u32,
  unknown: u32,
  repeated: u32,
  noReason: u32,
): void {
  outsideWindow = outside;
  tooFew = few;
  tooMany = many;
  unknownProject = unknown;
  repeatedChoice = repeated;
  good = noReason;
}

/**
 * Takes lines `account,2017-03-22 00:00:00,1;2;3` from `start` on into the page that has `taken` rows, while they are plain and the
 * page has room; their choices go to `place`s from `choices` on. `end` lies behind a line feed.
 * Returns the place of the first line that was not taken.
 */
export function takeLines(start: usize, end: usize, taken: u32, choices: usize): usize {
  let place = start;
  let row = taken;
  let next = choices;
  unknownDay = 0;
  while (place < end && row < layout.rowsAPage && next <= lastChoices) {
    const accountEnd = endOfAccount(place);
    if (accountEnd == place || load<u8>(accountEnd) != comma || isNobody(place, accountEnd - place)) break;
    const second = secondAt(accountEnd + 1);
    if (second == Infinity) break;
    let at = takeList(accountEnd + 2 + timeLength, next);
    if (at == notPlain) break;
    if (load<u8>(at) == carriageReturn) at += 1;
    if (load<u8>(at) != lineFeed) break;
    store<u64>(layout.accounts + (row << 3), sipHash(place, accountEnd));
    store<u32>(layout.seconds + (row << 2), second as u32);
    store<u8>(layout.choiceLengths + row, (listEnd - next) as u32);
    store<u8>(layout.verdicts + row, verdictOf(second));
    row += 1;
    next = listEnd;
    place = at + 1;
  }
  rows = row;
  choicesEnd = next;
  return place;
}

/** What `takeList` found: where its choices end, how many there are, and whether they are all of candidates and each listed once. */
let listEnd: usize = 0;
let listed: u32 = 0;
let isUnknown: bool = false;
let isRepeated: bool = false;

/**
 * Writes the choices listed from `start` on at `choices`. Returns the place behind the list, or `notPlain`.
 *
 * Where numbers end is looked for in 64 bytes at once, and nothing waits for how many digits a number has: that comes as it likes, and a
 * processor would guess wrong every other time.
 */
function takeList(start: usize, choices: usize): usize {
  let from = start;
  let end = choices;
  let count: u32 = 0;
  let unknown: u32 = 0;
  let repeated: u32 = 0;
  let hasLeadingZero: u32 = 0;
  // Numbers below 64 by a bit each.
  let seenBits: u64 = 0;
  let repeatedBits: u64 = 0;
  let block = start;
  let stops = stopsIn(block);
  let at: usize = notPlain;
  rowMark += 1;
  while (true) {
    if (stops == 0) {
      if (count > layout.mostListed) return notPlain;
      block += 64;
      stops = stopsIn(block);
      continue;
    }
    at = block + (ctz(stops) as usize);
    stops &= stops - 1;
    const digits = (at - from) as u32;
    let number = ((load<u8>(at - 1) & 15) as u32) + ((load<u8>(at - 2) & 15) as u32) * 10 * (digits - 1);
    let smallest: u32 = 10 * (digits - 1);
    if (digits - 1 > 1) {
      if (digits != 3) {
        // Nothing listed; elsewhere a separator too many, which the general way passes over, or a long number.
        if (digits != 0 || count != 0 || load<u8>(at) == semicolon) return notPlain;
        break;
      }
      number = twoDigits(from) * 10 + ((load<u8>(at - 1) & 15) as u32);
      smallest = 100;
    }
    hasLeadingZero |= (number < smallest) as u32;
    count += 1;
    if (number < 64) {
      const bit = (1 as u64) << (number as u64);
      repeatedBits |= seenBits & bit;
      seenBits |= bit;
    } else {
      unknown |= load<u8>(layout.unknownNumbers + number);
      const mark = layout.listedIn + (number << 2);
      repeated |= (load<u32>(mark) == rowMark) as u32;
      store<u32>(mark, rowMark);
    }
    if (number > 127) {
      store<u8>(end, (number & 127) | 128);
      end += 1;
      number >>= 7;
    }
    store<u8>(end, number);
    end += 1;
    from = at + 1;
    if (load<u8>(at) != semicolon) break;
  }
  if (hasLeadingZero != 0 || count > layout.mostListed) return notPlain;
  listEnd = end;
  listed = count;
  isUnknown = unknown != 0 || (seenBits & unknownBits) != 0;
  isRepeated = repeated != 0 || repeatedBits != 0;
  return at;
}

/** A bit for each of 64 bytes: 1 where it is no digit. */
function stopsIn(start: usize): u64 {
  return (
    noDigits(start) |
    (noDigits(start + 16) << 16) |
    (noDigits(start + 32) << 32) |
    (noDigits(start + 48) << 48)
  );
}

function noDigits(start: usize): u64 {
  const figures = i8x16.sub(v128.load(start), i8x16.splat(zero as i8));
  return i8x16.bitmask(i8x16.gt_u(figures, i8x16.splat(9))) as u32 as u64;
}

/** In the order of DESIGN.md section 3. */
function verdictOf(second: f64): u32 {
  if (second < opens || second > closes) return outsideWindow;
  if (listed < minChoices) return tooFew;
  if (listed > maxChoices) return tooMany;
  if (isUnknown) return unknownProject;
  return isRepeated ? repeatedChoice : good;
}

/** `start` where no plain account begins there: letters, digits, `_` and `-`, the first of them no digit and no `-`. */
function endOfAccount(start: usize): usize {
  const first = load<u8>(start) as u32;
  if ((first | 0x20) - letterA > 25 && first != underscore) return start;
  let place = start;
  while (true) {
    const characters = v128.load(place);
    const letters = i8x16.le_u(
      i8x16.sub(v128.or(characters, i8x16.splat(0x20)), i8x16.splat(letterA as i8)),
      i8x16.splat(25),
    );
    const digits = i8x16.le_u(i8x16.sub(characters, i8x16.splat(zero as i8)), i8x16.splat(9));
    const marks = v128.or(
      i8x16.eq(characters, i8x16.splat(hyphen as i8)),
      i8x16.eq(characters, i8x16.splat(underscore as i8)),
    );
    const stops: u32 = i8x16.bitmask(v128.or(v128.or(letters, digits), marks)) ^ 0xffff;
    if (stops != 0) return place + ctz(stops);
    place += 16;
  }
}

/** The date looked at last, as its bytes `2017-03-22 `, and when it began. */
let lastDate: u64 = 0;
let lastDay: u32 = 0;
let lastMidnight: f64 = Infinity;

/** The epoch second of `2017-03-22 00:00:00,` at a place; infinite where that is not plain or the day not known. */
function secondAt(at: usize): f64 {
  const date = load<u64>(at);
  const day = load<u32>(at + 8) & 0xffffff;
  if (date != lastDate || day != lastDay) {
    lastMidnight = midnightAt(at);
    lastDate = date;
    // What is not known yet is asked for again.
    lastDay = unknownDay == 0 ? day : 0;
  }
  // Digits become their values and colons 0; anything else leaves a bit in an upper half or a value above nine.
  const time = load<u64>(at + 11) ^ 0x30303a30303a3030;
  const isNoTime = (time | (time + 0x0606000606000606)) & 0xf0f0fff0f0fff0f0;
  const hour = valueOf(time);
  const minute = valueOf(time >> 24);
  const second = valueOf(time >> 48);
  if (isNoTime || hour > 23 || minute > 59 || second > 59 || load<u8>(at + 19) != comma) return Infinity;
  return lastMidnight + (((hour * 60 + minute) * 60 + second) as f64);
}

/** Of two digits, the tens in the lowest byte. */
function valueOf(figures: u64): u32 {
  return ((figures & 15) as u32) * 10 + (((figures >> 8) & 15) as u32);
}

/** The midnight of `2017-03-22 ` at a place; infinite where that is not plain or the day not known. */
function midnightAt(at: usize): f64 {
  if (load<u8>(at + 4) != hyphen || load<u8>(at + 7) != hyphen || load<u8>(at + 10) != blank) return Infinity;
  const year = twoDigits(at) * 100 + twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  // What is no number is above every bound.
  if (year < layout.firstYear || year >= layout.firstYear + layout.years || month > 12 || day > 31)
    return Infinity;
  const midnight = load<f64>(
    layout.midnights + ((((year - layout.firstYear) << 9) + (month << 5) + day) << 3),
  );
  if (midnight != 0) return midnight;
  unknownDay = (year * 100 + month) * 100 + day;
  return Infinity;
}

function twoDigits(at: usize): u32 {
  const tens = (load<u8>(at) as u32) - zero;
  const ones = (load<u8>(at + 1) as u32) - zero;
  return tens > 9 || ones > 9 ? noNumber : tens * 10 + ones;
}
