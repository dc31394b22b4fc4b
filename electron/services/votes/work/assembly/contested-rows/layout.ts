/** Where things lie in the memory that the program and this module share; everything begins at a multiple of eight. */

export const rowsAPage: u32 = 4096;
/** A place for each quarter of an hour, by the lowest bits of its number. */
export const rememberedQuarters: u32 = 65_536;
/** Prints are parted by so many of their highest bits. */
export const partBits: u32 = 10;

/** The columns of the page at hand, as `PackedPage` has them. */
export const accounts: usize = 1024;
export const instants: usize = accounts + 8 * rowsAPage;
export const verdicts: usize = instants + 8 * rowsAPage;
/** Two numbers for each quarter of an hour: which one, and the calendar day on which it falls. */
export const quarters: usize = verdicts + rowsAPage;
/** For each part of the prints, and one more: where it begins. */
export const parts: usize = quarters + 8 * rememberedQuarters;
/** The prints of all rows in their order, 0 for a row to which no other matters; all that follows lies behind them. */
export const prints: usize = parts + (4 << partBits) + 8;
