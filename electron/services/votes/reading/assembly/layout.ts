/**
 * Where things lie in the memory that the program and this module share; `scanner.ts` beside this folder gets the places from here.
 * Everything begins at a multiple of eight.
 */

/** Numbers of candidates are below it: they have up to three digits. */
export const numbers: u32 = 1000;
/** The years of which days are known begin with 1970. */
export const firstYear: u32 = 1970;
export const years: u32 = 230;
export const rowsAPage: u32 = 4096;
/** Longer lists go the general way. */
export const mostListed: u32 = 100;

/** A byte for each number: 1 where it is no candidate's. */
export const unknownNumbers: usize = 1024;
/** Four bytes for each number: the row that listed it last. */
export const listedIn: usize = unknownNumbers + 1024;
/** A number for each day: the epoch second of its midnight, 0 where nobody has asked yet, infinite where lines of that day are not plain. */
export const midnights: usize = listedIn + 4096;

/** The columns of a page, as `PageBuilder` has them. */
export const accounts: usize = midnights + 8 * 512 * years;
export const seconds: usize = accounts + 8 * rowsAPage;
export const verdicts: usize = seconds + 4 * rowsAPage;
export const choiceLengths: usize = verdicts + rowsAPage;
export const choices: usize = choiceLengths + rowsAPage;
/** Two bytes a number, and every row of a page as long as can be. */
export const choicesBytes: usize = 2 * mostListed * rowsAPage;

/** The hash computed last. */
export const hash: usize = choices + choicesBytes;
/** What is to be read or hashed, and behind it a little that may be looked at. */
export const source: usize = hash + 16;
export const sourceBytes: usize = 2 << 20;
