/** Letters of the words of nobody, the first in the lowest byte; capitals become small ones, digits and marks none of these letters. */
const small: u64 = 0x2020202020202020;
const wordNull: u64 = 0x6c6c756e;
const wordNone: u64 = 0x656e6f6e;
const wordNan: u64 = 0x6e616e;
const wordUndefine: u64 = 0x656e696665646e75;
const letterD: u32 = 100;

/** Whether an account is one of the words that stand where there is none: those of letters alone in `shared/ballots/account.ts`. */
export function isNobody(start: usize, length: usize): bool {
  if (length == 4) {
    const word = (load<u32>(start) | (small as u32)) as u64;
    return word == wordNull || word == wordNone;
  }
  if (length == 3) return ((load<u32>(start) | (small as u32)) & 0xffffff) == (wordNan as u32);
  return (
    length == 9 &&
    (load<u64>(start) | small) == wordUndefine &&
    ((load<u8>(start + 8) as u32) | 0x20) == letterD
  );
}
