/** Where things lie in the memory that the program and this module share. */

export const rowsAPage: u32 = 4096;
/** Numbers below it are counted here. */
export const numbers: u32 = 1024;

/** Four bytes for each number: how many rows that count list it. */
export const votes: usize = 1024;
/** The columns of the page at hand, as `PackedPage` has them; each list of a row is shorter than 256 bytes. */
export const verdicts: usize = votes + 4 * numbers;
export const choiceLengths: usize = verdicts + rowsAPage;
export const choices: usize = choiceLengths + rowsAPage;
