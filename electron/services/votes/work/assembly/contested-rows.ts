import * as layout from './layout';

const quarterHour: f64 = 900_000;
/** 1973 in quarters of an hour: since then no zone has begun a day but on one of them. */
const firstQuarter: i32 = 105_216;

let isByDay: bool = false;
let onlyVerdict: i32 = -1;
let withoutVerdict: i32 = -1;
/** How far a print is moved to be the number of its bit. */
let shift: u32 = 0;

/** Behind the bits, where the prints of all rows stand in their order, 0 for a row to which no other matters. */
export let prints: usize = layout.seen;
/** How many prints of the page at hand are suspected, after `addRows`. */
export let suspected: u32 = 0;
/** Not 0 where `addRows` stopped because nobody has said yet on which day this quarter of an hour falls. */
export let unknownQuarter: i32 = 0;

let table: usize = 0;
let lastPlace: u32 = 0;

/**
 * `byDay`: rows of different days have nothing to do with each other. `only`: the verdict of rows that matter, or -1 for all but
 * `without`. Two to the power of `bits` bits tell which prints were seen.
 */
export function begin(byDay: bool, only: i32, without: i32, bits: u32): void {
  isByDay = byDay;
  onlyVerdict = only;
  withoutVerdict = without;
  shift = 32 - bits;
  prints = layout.seen + ((1 as usize) << (bits - 3));
}

/** Says on which calendar day a quarter of an hour falls. */
export function setDay(quarter: i32, day: i32): void {
  const at = placeOfQuarter(quarter);
  store<i32>(at, quarter);
  store<i32>(at + 4, day);
}

/**
 * Takes the rows of the page at hand, from row `from` to before `rows`; `first` is the number of the page's first row over all
 * pages. Returns the row at which it stopped: `rows`, or one whose day nobody has said yet.
 */
export function addRows(from: u32, rows: u32, first: u32): u32 {
  if (from == 0) suspected = 0;
  unknownQuarter = 0;
  let lastQuarter: i32 = 0;
  let day: i32 = 0;
  for (let row = from; row < rows; row += 1) {
    const verdict = load<u8>(layout.verdicts + row) as i32;
    if (onlyVerdict >= 0 ? verdict != onlyVerdict : verdict == withoutVerdict) continue;
    if (isByDay) {
      const instant = load<f64>(layout.instants + (row << 3));
      // A row without a time is of no day; those before 1973 are all of one, which does no harm.
      const quarter: i32 = instant == instant ? (Math.floor(instant / quarterHour) as i32) : 0;
      if (quarter != lastQuarter) {
        lastQuarter = quarter;
        day = 0;
        if (quarter >= firstQuarter) {
          const at = placeOfQuarter(quarter);
          if (load<i32>(at) != quarter) {
            unknownQuarter = quarter;
            return row;
          }
          day = load<i32>(at + 4);
        }
      }
    }
    const account = layout.accounts + (row << 3);
    const print = printOf(load<u32>(account), load<u32>(account + 4), day);
    store<u32>(prints + ((first + row) << 2), print);
    const bit = print >> shift;
    const at = layout.seen + ((bit >> 5) << 2);
    const word = load<u32>(at);
    const mask: u32 = (1 as u32) << (bit & 31);
    store<u32>(layout.suspects + (suspected << 2), print);
    suspected += ((word & mask) != 0) as u32;
    store<u32>(at, word | mask);
  }
  return rows;
}

/** Makes ready for `suspect`: an empty table of `places`, a power of two, at a place behind everything else. */
export function beginTable(at: usize, places: u32): void {
  table = at;
  lastPlace = places - 1;
}

/** Says that this print may be that of several rows. */
export function suspect(print: u32): void {
  store<u32>(placeOf(print), print);
}

/**
 * Sets the byte at `marks` of each row whose print is that of another one of the `rows`, and returns how many there are. Every
 * print that occurs twice is among the suspected.
 */
export function markShared(marks: usize, rows: u32): u32 {
  let marked: u32 = 0;
  for (let row: u32 = 0; row < rows; row += 1) {
    const print = load<u32>(prints + (row << 2));
    if (print == 0) continue;
    const at = placeOf(print);
    if (load<u32>(at) != print) continue;
    const earlier = load<u32>(at + 4);
    if (earlier == 0) {
      store<u32>(at + 4, row + 1);
      continue;
    }
    marked += 2 - (load<u8>(marks + earlier - 1) as u32);
    store<u8>(marks + earlier - 1, 1);
    store<u8>(marks + row, 1);
  }
  return marked;
}

/** Where a print is in the table, or the free place where it would be: a print, and the first row that has it, from 1. */
function placeOf(print: u32): usize {
  let place: u32 = (print * 0x9e3779b1) >> clz<u32>(lastPlace);
  let at: usize = table + (place << 3);
  for (let there = load<u32>(at); there != 0 && there != print; there = load<u32>(at)) {
    place = (place + 1) & lastPlace;
    at = table + (place << 3);
  }
  return at;
}

/** 32 bits of an account and a day, evenly spread; not 0. */
function printOf(low: u32, high: u32, day: i32): u32 {
  let print = low ^ (high * 0x85ebca6b) ^ ((day as u32) * 0xc2b2ae35);
  print = (print ^ (print >> 15)) * 0x2c1b3c6d;
  print = (print ^ (print >> 12)) * 0x297a2d39;
  print ^= print >> 15;
  return print == 0 ? 1 : print;
}

function placeOfQuarter(quarter: i32): usize {
  return layout.quarters + (((quarter as u32) & (layout.rememberedQuarters - 1)) << 3);
}
