/** Reading what people type into cells. */

/** As in a ballot: fifteen digits are exact everywhere, also in a spreadsheet. */
const longestNumber = 15;

/** A candidate's number: digits in either width, optionally “号” behind or the `.0` that some programs write; else null. */
export function candidateNumber(cell: string): number | null {
  const digits = digitsOf(cell);
  return digits === null || digits === '' || digits.length > longestNumber ? null : Number(digits);
}

/** Why a cell is no candidate's number. */
export function candidateNumberProblem(cell: string): string {
  if (cell === '') return '没有填写';
  const digits = digitsOf(cell) ?? '';
  return digits.length > longestNumber
    ? `${quoted(cell)}太长，最多 ${longestNumber} 位`
    : `${quoted(cell)}不是正整数`;
}

/** The digits of a whole number without leading zeros; null for anything else. */
function digitsOf(cell: string): string | null {
  return /^0*(\d*)(?:\.0+)?号?$/.exec(cell.normalize('NFKC').trim())?.[1] ?? null;
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
