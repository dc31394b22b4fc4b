/** Where things lie in the memory that the program and this module share; everything begins at a multiple of eight. */

export const rowsAPage: u32 = 4096;
/** Numbers that two bytes hold are below it; votes for others the program counts itself. */
export const numbers: u32 = 16_384;
/** A place for each quarter of an hour, by the lowest bits of its number. */
export const rememberedQuarters: u32 = 65_536;

/** The columns of the page at hand, as `BallotPage` has them. */
export const accounts: usize = 1024;
export const instants: usize = accounts + 8 * rowsAPage;
export const verdicts: usize = instants + 8 * rowsAPage;
/** Two numbers for each row that another one was there for: that other row, counted over all pages, and this one's place in the page. */
export const shared: usize = verdicts + rowsAPage;
/** Two numbers for each quarter of an hour: which one, and the calendar day on which it falls. */
export const quarters: usize = shared + 8 * rowsAPage;
/** Two numbers a place: the print of an account and day, 0 where the place is free, and the row that had it first. */
export const table: usize = quarters + 8 * rememberedQuarters;
