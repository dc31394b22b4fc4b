/**
 * SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012): a keyed hash of 64 bits under a key of 128.
 */

let key0: u64 = 0;
let key1: u64 = 0;

export function setKey(first: u64, second: u64): void {
  key0 = first;
  key1 = second;
}

/** The hash of the bytes from `start` to before `end`. Up to seven bytes behind them are read and not used. */
export function sipHash(start: usize, end: usize): u64 {
  // "somepseudorandomlygeneratedbytes", as the paper has it.
  let v0: u64 = 0x736f6d6570736575 ^ key0;
  let v1: u64 = 0x646f72616e646f6d ^ key1;
  let v2: u64 = 0x6c7967656e657261 ^ key0;
  let v3: u64 = 0x7465646279746573 ^ key1;
  const length: usize = end - start;
  const whole: usize = start + (length & ~7);
  // Each word of the message with two rounds, then the end of it with the length, then four rounds without a word.
  for (let place: usize = start, rounds: u32 = 2; ; place += 8) {
    let word: u64 = 0;
    if (place < whole) word = load<u64>(place);
    else if (place == whole) {
      const rest: u64 = ((1 as u64) << (((length & 7) as u64) << 3)) - 1;
      word = (load<u64>(place) & rest) | ((length as u64) << 56);
    } else {
      v2 ^= 0xff;
      rounds = 4;
    }
    v3 ^= word;
    for (let round: u32 = 0; round < rounds; round += 1) {
      v0 += v1;
      v1 = rotl(v1, 13) ^ v0;
      v0 = rotl(v0, 32);
      v2 += v3;
      v3 = rotl(v3, 16) ^ v2;
      v0 += v3;
      v3 = rotl(v3, 21) ^ v0;
      v2 += v1;
      v1 = rotl(v1, 17) ^ v2;
      v2 = rotl(v2, 32);
    }
    v0 ^= word;
    if (rounds == 4) break;
  }
  return v0 ^ v1 ^ v2 ^ v3;
}
