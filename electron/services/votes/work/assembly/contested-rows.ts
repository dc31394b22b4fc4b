import * as layout from './layout';

const quarterHour: f64 = 900_000;
/** 1973 in quarters of an hour: since then no zone has begun a day but on one of them. */
const firstQuarter: i32 = 105_216;

let places: u32 = 0;
let isByDay: bool = false;
let onlyVerdict: i32 = -1;
let withoutVerdict: i32 = -1;

/** How many rows the page shares with others, after `lookForRows`. */
export let found: u32 = 0;
/** Not 0 where `lookForRows` stopped because nobody has said yet on which day this quarter of an hour falls. */
export let unknownQuarter: i32 = 0;

/**
 * `byDay`: rows of different days have nothing to do with each other. `only`: the verdict of rows that matter, or -1 for all but
 * `without`.
 */
export function begin(byDay: bool, only: i32, without: i32): void {
  isByDay = byDay;
  onlyVerdict = only;
  withoutVerdict = without;
}

/** Makes the table `size` places large, a power of two; the memory must reach as far behind it as the old table is long. */
export function setPlaces(size: u32): void {
  const oldBytes: usize = (places as usize) << 3;
  const bytes: usize = (size as usize) << 3;
  const old = layout.table + bytes;
  memory.copy(old, layout.table, oldBytes);
  // What was never used is empty already.
  if (places > 0) memory.fill(layout.table, 0, bytes);
  places = size;
  for (let at = old; at < old + oldBytes; at += 8) {
    const print = load<u32>(at);
    if (print == 0) continue;
    const place = placeOf(print);
    store<u32>(place, print);
    store<u32>(place + 4, load<u32>(at + 4));
  }
}

/** Says on which calendar day a quarter of an hour falls. */
export function setDay(quarter: i32, day: i32): void {
  const at = placeOfQuarter(quarter);
  store<i32>(at, quarter);
  store<i32>(at + 4, day);
}

/**
 * Looks for the rows of the page at hand, from row `from` to before `rows`; `first` is the number of the page's first row over all
 * pages. Returns the row at which it stopped: `rows`, or one whose day nobody has said yet.
 */
export function lookForRows(from: u32, rows: u32, first: u32): u32 {
  if (from == 0) found = 0;
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
    look(
      printOf(load<u32>(layout.accounts + (row << 3)), load<u32>(layout.accounts + (row << 3) + 4), day),
      first,
      row,
    );
  }
  return rows;
}

function look(print: u32, first: u32, row: u32): void {
  const at = placeOf(print);
  if (load<u32>(at) == print) {
    const pair = layout.shared + (found << 3);
    store<u32>(pair, load<u32>(at + 4));
    store<u32>(pair + 4, row);
    found += 1;
    return;
  }
  store<u32>(at, print);
  store<u32>(at + 4, first + row);
}

/** Where a print is in the table, or the free place where it would be. */
function placeOf(print: u32): usize {
  const last = places - 1;
  let place: u32 = (print * 0x9e3779b1) >> clz<u32>(last);
  let at: usize = layout.table + (place << 3);
  for (let there = load<u32>(at); there != 0 && there != print; there = load<u32>(at)) {
    place = (place + 1) & last;
    at = layout.table + (place << 3);
  }
  return at;
}

/** Not 0, which marks a free place. */
function printOf(low: u32, high: u32, day: i32): u32 {
  let print = low ^ (high * 0x85ebca6b) ^ ((day as u32) * 0xc2b2ae35);
  print = (print ^ (print >> 15)) * 0x2c1b3c6d;
  print ^= print >> 13;
  return print == 0 ? 1 : print;
}

function placeOfQuarter(quarter: i32): usize {
  return layout.quarters + (((quarter as u32) & (layout.rememberedQuarters - 1)) << 3);
}
