/** Bounds of a table that is held in memory; votes have their own reader. */
export const tableLimits = {
  rows: 200_000,
  columns: 200,
  cells: 2_000_000,
  /** Title lines that may stand above the header. */
  titleRows: 5,
} as const;
