/** What a spreadsheet cell may hold after reading: the reader turns date-formatted numbers into dates (UTC = as shown). */
export type CellContent = string | number | boolean | Date | null;

/**
 * A cell as text, the way a person reads it in the sheet: whole numbers with all digits and without exponent, others with
 * the 15 significant digits that Excel shows (so 0.30000000000000004 is "0.3"), dates as `2017-03-22 00:00:00` always with
 * the time, TRUE and FALSE as Excel writes them, an empty cell as "".
 */
export function cellText(content: CellContent): string {
  if (content === null) return '';
  if (typeof content === 'string') return content;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'number') return numberText(content);
  return dateText(content);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const shortest = String(Number(value.toPrecision(15)));
  return shortest.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shortest;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString().replace('T', ' ');
  return text.endsWith('.000Z') ? text.slice(0, -5) : text.slice(0, -1);
}
