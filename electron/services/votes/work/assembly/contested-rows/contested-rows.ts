import * as layout from './layout';

const secondsAQuarter: u32 = 900;
const millisecondsAQuarter: f64 = 900_000;
/** 1973 in quarters of an hour: since then no zone has begun a day but on one of them. */
const firstQuarter: i32 = 105_216;

let isByDay: bool = false;
let onlyVerdict: i32 = -1;
let withoutVerdict: i32 = -1;
/** Not 0 where `addRows` stopped because nobody has said yet on which day this quarter of an hour falls. */
export let unknownQuarter: i32 = 0;

/** `byDay`: rows of different days have nothing to do with each other. `only`: the verdict of rows that matter, or -1 for all but `without`. */
export function begin(byDay: bool, only: i32, without: i32): void {
  isByDay = byDay;
  onlyVerdict = only;
  withoutVerdict = without;
}

/** Says on which calendar day a quarter of an hour falls. */
export function setDay(quarter: i32, day: i32): void {
  const at = placeOfQuarter(quarter);
  store<i32>(at, quarter);
  store<i32>(at + 4, day);
}

/**
 * Takes the rows of the page at hand, from row `from` to before `rows`; `first` is the number of the page's first row over all
 * pages; `areSeconds`: of what form its instants are. Returns the row at which it stopped: `rows`, or one whose day nobody has said yet.
 */
export function addRows(from: u32, rows: u32, first: u32, areSeconds: bool): u32 {
  unknownQuarter = 0;
  let lastQuarter: i32 = 0;
  let day: i32 = 0;
  for (let row = from; row < rows; row += 1) {
    const verdict = load<u8>(layout.verdicts + row) as i32;
    if (onlyVerdict >= 0 ? verdict != onlyVerdict : verdict == withoutVerdict) continue;
    if (isByDay) {
      // Those before 1973 are all of one day, which does no harm.
      const quarter = areSeconds
        ? ((load<u32>(layout.instants + (row << 2)) / secondsAQuarter) as i32)
        : quarterOf(load<f64>(layout.instants + (row << 3)));
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
    store<u32>(layout.prints + ((first + row) << 2), print);
  }
  return rows;
}

/** A row without a time is of no day. */
function quarterOf(instant: f64): i32 {
  return instant == instant ? (Math.floor(instant / millisecondsAQuarter) as i32) : 0;
}

const lastPart: u32 = (1 << layout.partBits) - 1;

/** The passes: this one looks at the prints of which the lowest bits are `pass`. */
let pass: u32 = 0;
let passMask: u32 = 0;
/** Two numbers for each print that the pass looks at: it, and its row. Parted, each part in the order of the rows. */
let parted: usize = 0;
/** How many prints the pass looks at, after `layOutParts`. */
export let laidOut: u32 = 0;

/** Begins a pass over all prints; `passes` is a power of two. */
export function beginPass(which: u32, passes: u32): void {
  pass = which;
  passMask = passes - 1;
  memory.fill(layout.parts, 0, ((lastPart + 2) as usize) << 2);
}

/** Counts the prints of each part, of rows `from` to before `to`: each part's count where the next one begins. */
export function countParts(from: u32, to: u32): void {
  for (let row = from; row < to; row += 1) {
    const print = load<u32>(layout.prints + (row << 2));
    if (print == 0 || (print & passMask) != pass) continue;
    const next = partOf(print) + 4;
    store<u32>(next, load<u32>(next) + 1);
  }
}

/** Lays the parts out from `place` on. Returns how many prints the largest part has. */
export function layOutParts(place: usize): u32 {
  parted = place;
  let largest: u32 = 0;
  let begin: u32 = 0;
  for (let part: u32 = 0; part <= lastPart; part += 1) {
    const next = layout.parts + ((part + 1) << 2);
    const count = load<u32>(next);
    store<u32>(layout.parts + (part << 2), begin);
    begin += count;
    if (count > largest) largest = count;
  }
  laidOut = begin;
  return largest;
}

/** Puts the prints of rows `from` to before `to` into their parts; a part's beginning moves to its end by it. */
export function fillParts(from: u32, to: u32): void {
  for (let row = from; row < to; row += 1) {
    const print = load<u32>(layout.prints + (row << 2));
    if (print == 0 || (print & passMask) != pass) continue;
    const part = partOf(print);
    const at = load<u32>(part);
    store<u32>(part, at + 1);
    const pair = parted + (at << 3);
    store<u32>(pair, print);
    store<u32>(pair + 4, row);
  }
}

/**
 * Sets the byte at `marks` of each row of a part whose print is that of another one, and returns how many were set. `table` has
 * room for a table of twice as many places as the largest part has prints, or more.
 */
export function markShared(part: u32, marks: usize, table: usize): u32 {
  const begin: u32 = part == 0 ? 0 : load<u32>(layout.parts + ((part - 1) << 2));
  const end = load<u32>(layout.parts + (part << 2));
  if (end - begin < 2) return 0;
  // A table of open addressing: a print, and the first row that has it.
  const bits: u32 = 33 - clz<u32>(end - begin);
  const last: u32 = ((1 as u32) << bits) - 1;
  memory.fill(table, 0, (8 as usize) << bits);
  let marked: u32 = 0;
  for (let at = begin; at < end; at += 1) {
    const print = load<u32>(parted + (at << 3));
    const row = load<u32>(parted + (at << 3) + 4);
    let place: u32 = (print * 0x9e3779b1) >> (32 - bits);
    let there = load<u32>(table + (place << 3));
    while (there != 0 && there != print) {
      place = (place + 1) & last;
      there = load<u32>(table + (place << 3));
    }
    if (there == 0) {
      store<u32>(table + (place << 3), print);
      store<u32>(table + (place << 3) + 4, row);
      continue;
    }
    const first = load<u32>(table + (place << 3) + 4);
    marked += 2 - (load<u8>(marks + first) as u32);
    store<u8>(marks + first, 1);
    store<u8>(marks + row, 1);
  }
  return marked;
}

function partOf(print: u32): usize {
  return layout.parts + ((print >> (32 - layout.partBits)) << 2);
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
