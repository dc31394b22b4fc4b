import * as layout from './layout';

/** Where the choices of the next row begin. */
let next: usize = layout.choices;

/**
 * Counts what the rows of the page at hand list, from row `from` to before `rows`, where their verdict is `counting`. Returns the row
 * at which it stopped: `rows`, or one that lists a number too large to be counted here, of which it has counted nothing.
 */
export function addRows(from: u32, rows: u32, counting: u32): u32 {
  let place = from == 0 ? layout.choices : next;
  for (let row = from; row < rows; row += 1) {
    const end = place + (load<u8>(layout.choiceLengths + row) as usize);
    if (load<u8>(layout.verdicts + row) == counting) {
      const stop = addList(place, end, 1);
      if (stop != end) {
        addList(place, stop, -1);
        next = end;
        return row;
      }
    }
    place = end;
  }
  return rows;
}

/** Returns where it stopped: at the end, or at a number that is too large. */
function addList(from: usize, end: usize, difference: i32): usize {
  for (let place = from; place < end;) {
    // LEB128, of which two bytes hold more than enough.
    let number = load<u8>(place) as u32;
    let behind = place + 1;
    if (number > 127) {
      number = (number & 127) | ((load<u8>(behind) as u32) << 7);
      if (number >= layout.numbers) return place;
      behind += 1;
    }
    const counter = layout.votes + (number << 2);
    store<i32>(counter, load<i32>(counter) + difference);
    place = behind;
  }
  return end;
}
