/** Cells under no header, where a list of choices stands: more choices, or something else that nobody named. */

/** A table's header, and whether commas or the like part its cells: a list may then fall apart into several of them. */
export interface HeaderOfTable {
  readonly header: readonly string[];
  readonly isDelimited: boolean;
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';

/** Whether a row has content behind the header's last cell; the comma that some programs put at the end of lines is none. */
export function runsOver(header: readonly string[], cells: readonly string[]): boolean {
  return cells.length > header.length && cells.slice(header.length).some(isFilled);
}

/** Whether something stands to the right of the choices in a column that the header leaves empty or does not reach. */
export function hasUnnamedBehind(
  header: readonly string[],
  choices: number,
  cells: readonly string[],
): boolean {
  return cells.some((cell, place) => place > choices && isFilled(cell) && !isFilled(header[place]));
}

/**
 * The choices of a row, in one cell or parted by unquoted commas over the last ones; null where they are missing, or where it is
 * not known whether what stands under no header belongs to them. Only delimited text can part a list, and only where the header
 * ends with the choices; a cell that lists several by itself is not continued in the next one.
 *
 * @param listed how many choices a cell lists
 */
export function listCell(
  { header, isDelimited }: HeaderOfTable,
  choices: number,
  cells: readonly string[],
  listed: (cell: string) => number,
): string | null {
  const cell = cells[choices];
  if (cell === undefined) return null;
  if (!hasUnnamedBehind(header, choices, cells)) return cell;
  if (!isDelimited || choices !== header.length - 1) return null;
  const parts = cells.slice(choices);
  return parts.every((part) => listed(part) <= 1) ? parts.join(',') : null;
}
