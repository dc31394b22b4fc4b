import * as layout from './layout';
import { sipHash } from './siphash';

const lineFeed: u32 = 10;
const carriageReturn: u32 = 13;
const blank: u32 = 32;
const comma: u32 = 44;
const hyphen: u32 = 45;
const zero: u32 = 48;
const colon: u32 = 58;
const semicolon: u32 = 59;

/** The length of `2017-03-22 00:00:00`. */
const timeLength: usize = 19;
/** Behind every number that two digits can be. */
const noNumber: u32 = 10_000;

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

/** Numbers the rows since the beginning, so that a number listed in one is not taken for listed in another. */
let rowMark: u32 = 0;

/** How many rows the page has after `takeLines`. */
export let rows: u32 = 0;
/** Not 0 where `takeLines` stopped because this day (year, month, day in digits of a date) is not known yet. */
export let unknownDay: u32 = 0;

/** The round's ballot rules; an end of the window that is open is infinite. */
export function setRules(from: f64, to: f64, fewest: u32, most: u32): void {
  opens = from;
  closes = to;
  minChoices = fewest;
  maxChoices = most;
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
 * page has room. `end` lies behind a line feed; `line` is the number of the first line.
 * Returns the place of the first line that was not taken.
 */
export function takeLines(start: usize, end: usize, line: u32, taken: u32): usize {
  let place = start;
  let row = taken;
  let choicesEnd = layout.choices;
  if (row > 0) choicesEnd += load<u32>(layout.choiceEnds + ((row - 1) << 2));
  unknownDay = 0;
  while (place < end && row < layout.rowsAPage) {
    const accountEnd = endOfAccount(place);
    if (accountEnd == place || load<u8>(accountEnd) != comma) break;
    const instant = instantAt(accountEnd + 1);
    if (instant == Infinity) break;
    let at = accountEnd + 2 + timeLength;
    const choicesStart = choicesEnd;
    let listed: u32 = 0;
    let isUnknown: u32 = 0;
    let isRepeated: u32 = 0;
    let isPlain = false;
    rowMark += 1;
    // One digit or two comes as it likes, so nothing here branches on it: a processor would guess wrong every other time.
    for (;;) {
      const first = (load<u8>(at) as u32) - zero;
      if (first > 9) {
        // Nothing listed; elsewhere a separator too many, which the general way passes over.
        isPlain = listed == 0 && load<u8>(at) != semicolon;
        break;
      }
      const second = (load<u8>(at + 1) as u32) - zero;
      const hasTwo: u32 = (second < 10) as u32;
      let number = select<u32>(first * 10 + second, first, hasTwo);
      at += 1 + hasTwo;
      let ending = load<u8>(at) as u32;
      if (ending - zero < 10 && hasTwo) {
        number = number * 10 + ending - zero;
        at += 1;
        ending = load<u8>(at);
      }
      // A fourth digit, a zero in front or a list too long.
      if (ending - zero < 10 || (hasTwo && first == 0) || listed == layout.mostListed) break;
      listed += 1;
      isUnknown |= load<u8>(layout.unknownNumbers + number);
      const mark = layout.listedIn + (number << 2);
      isRepeated |= (load<u32>(mark) == rowMark) as u32;
      store<u32>(mark, rowMark);
      if (number > 127) {
        store<u8>(choicesEnd, (number & 127) | 128);
        choicesEnd += 1;
        number >>= 7;
      }
      store<u8>(choicesEnd, number);
      choicesEnd += 1;
      if (ending != semicolon) {
        isPlain = true;
        break;
      }
      at += 1;
    }
    if (load<u8>(at) == carriageReturn) at += 1;
    if (!isPlain || load<u8>(at) != lineFeed) {
      choicesEnd = choicesStart;
      break;
    }
    store<u64>(layout.accounts + (row << 3), sipHash(place, accountEnd));
    store<f64>(layout.instants + (row << 3), instant);
    store<u32>(layout.lines + (row << 2), line);
    store<u32>(layout.choiceEnds + (row << 2), (choicesEnd - layout.choices) as u32);
    store<u8>(layout.verdicts + row, verdictOf(instant, listed, isUnknown, isRepeated));
    row += 1;
    line += 1;
    place = at + 1;
  }
  rows = row;
  return place;
}

/** In the order of DESIGN.md section 3. */
function verdictOf(instant: f64, listed: u32, isUnknown: u32, isRepeated: u32): u32 {
  if (instant < opens || instant > closes) return outsideWindow;
  if (listed < minChoices) return tooFew;
  if (listed > maxChoices) return tooMany;
  if (isUnknown) return unknownProject;
  return isRepeated ? repeatedChoice : good;
}

/** `start` where no plain account begins there. */
function endOfAccount(start: usize): usize {
  let place = start;
  if (!load<u8>(layout.firstCharacters + load<u8>(place))) return start;
  do place += 1;
  while (load<u8>(layout.plainCharacters + load<u8>(place)));
  return place;
}

/** The instant of `2017-03-22 00:00:00,` at a place; infinite where that is not plain or the day not known. */
function instantAt(at: usize): f64 {
  if (
    load<u8>(at + 4) != hyphen ||
    load<u8>(at + 7) != hyphen ||
    load<u8>(at + 10) != blank ||
    load<u8>(at + 13) != colon ||
    load<u8>(at + 16) != colon ||
    load<u8>(at + 19) != comma
  )
    return Infinity;
  const year = twoDigits(at) * 100 + twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  const hour = twoDigits(at + 11);
  const minute = twoDigits(at + 14);
  const second = twoDigits(at + 17);
  // What is no number is above every bound.
  if (year < layout.firstYear || year >= layout.firstYear + layout.years || month > 12 || day > 31)
    return Infinity;
  if (hour > 23 || minute > 59 || second > 59) return Infinity;
  const midnight = load<f64>(
    layout.midnights + ((((year - layout.firstYear) << 9) + (month << 5) + day) << 3),
  );
  if (midnight == 0) {
    unknownDay = (year * 100 + month) * 100 + day;
    return Infinity;
  }
  return (midnight + ((hour * 60 + minute) * 60 + second) * 1000) as f64;
}

function twoDigits(at: usize): u32 {
  const tens = (load<u8>(at) as u32) - zero;
  const ones = (load<u8>(at + 1) as u32) - zero;
  return tens > 9 || ones > 9 ? noNumber : tens * 10 + ones;
}
