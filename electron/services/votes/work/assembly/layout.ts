/** Where things lie in the memory that the program and this module share; everything begins at a multiple of eight. */

export const rowsAPage: u32 = 4096;
/** A place for each quarter of an hour, by the lowest bits of its number. */
export const rememberedQuarters: u32 = 65_536;

/** The columns of the page at hand, as `BallotPage` has them. */
export const accounts: usize = 1024;
export const instants: usize = accounts + 8 * rowsAPage;
export const verdicts: usize = instants + 8 * rowsAPage;
/** Of the page at hand: the prints that are suspected to have been there before. */
export const suspects: usize = verdicts + rowsAPage;
/** Two numbers for each quarter of an hour: which one, and the calendar day on which it falls. */
export const quarters: usize = suspects + 4 * rowsAPage;
/** A bit for each print that was seen; behind them what grows with the rows. */
export const seen: usize = quarters + 8 * rememberedQuarters;
