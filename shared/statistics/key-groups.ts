/** Rows by a key of 64 bits, where there are too many for objects. */
export interface KeyGroups {
  /** Number of different keys. */
  readonly groups: number;
  /** The group of each row: 0 to `groups` - 1, in the order of first occurrence. */
  readonly groupOf: Uint32Array;
  /** Rows in each group. */
  readonly sizes: Uint32Array;
}

/** Spreads a key over the table (the finishing step of MurmurHash3). */
function slotHash(low: number, high: number): number {
  let hash = low ^ Math.imul(high, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Groups rows of equal keys, by open addressing in a table at most half full.
 * @param keys two entries a row: the low and the high 32 bits
 */
export function groupKeys(keys: Uint32Array): KeyGroups {
  const rows = keys.length / 2;
  let slots = 16;
  while (slots < 2 * rows) slots *= 2;
  const mask = slots - 1;
  // A slot holds the first row of its group, counted from 1; 0 is an empty slot.
  const firstRows = new Uint32Array(slots);
  const groupOf = new Uint32Array(rows);
  const sizes = new Uint32Array(rows);
  let groups = 0;
  for (let row = 0; row < rows; row += 1) {
    const low = keys[2 * row] ?? 0;
    const high = keys[2 * row + 1] ?? 0;
    let slot = slotHash(low, high) & mask;
    let first = firstRows[slot] ?? 0;
    while (first !== 0 && (keys[2 * first - 2] !== low || keys[2 * first - 1] !== high)) {
      slot = (slot + 1) & mask;
      first = firstRows[slot] ?? 0;
    }
    if (first === 0) firstRows[slot] = row + 1;
    const group = first === 0 ? groups++ : (groupOf[first - 1] ?? 0);
    groupOf[row] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return { groups, groupOf, sizes: sizes.slice(0, groups) };
}
