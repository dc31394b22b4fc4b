/** Reading what people type into cells. */

/** A candidate's number: digits in either width, optionally “号” behind or the `.0` that some programs write; else null. */
export function candidateNumber(cell: string): number | null {
  const parts = /^(\d{1,9})(?:\.0+)?号?$/.exec(cell.normalize('NFKC').trim());
  const number = parts === null ? 0 : Number(parts[1]);
  return number > 0 ? number : null;
}

/** Names are compared without blanks and widths: lists pad short names (“王 伟”) to line them up. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Text of several paragraphs as the program keeps it. */
export function paragraphs(cell: string): string {
  return cell
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A value as it is quoted in a sentence about a row. */
export function quoted(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 40)}……”` : `“${text}”`;
}
