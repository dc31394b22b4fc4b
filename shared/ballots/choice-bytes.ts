/**
 * A list of choices as bytes: each number in the order listed, as LEB128 (seven bits a byte, low ones first, the highest bit
 * set on all but the last byte). Candidates up to 127 take one byte.
 */

/** Most bytes that one number takes: numbers of choices have at most fifteen digits. */
export const mostChoiceBytes = 8;

/** Writes one number at `at`; returns the place after it. `number` is whole, from 0 to 10^15. */
export function writeChoice(bytes: Uint8Array, at: number, number: number): number {
  let rest = number;
  let place = at;
  while (rest > 127) {
    bytes[place] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
    place += 1;
  }
  bytes[place] = rest;
  return place + 1;
}

/** Calls `take` with each number from `start` to before `end`, in the order listed. */
export function eachChoice(
  bytes: Uint8Array,
  start: number,
  end: number,
  take: (number: number) => void,
): void {
  let number = 0;
  let scale = 1;
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    number += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    take(number);
    number = 0;
    scale = 1;
  }
}

/** The numbers from `start` to before `end`, in the order listed. */
export function readChoiceBytes(bytes: Uint8Array, start: number, end: number): number[] {
  const numbers: number[] = [];
  eachChoice(bytes, start, end, (number) => numbers.push(number));
  return numbers;
}
