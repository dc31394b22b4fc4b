import { cellText, type CellContent } from '../../tables/cell-text.ts';

/** Excel keeps fifteen digits of a number; what has more has lost the rest. */
const keptDigits = 1e15;

/** A day's fraction is a rounded number: a time this near to a whole second is that second. */
const rounding = 2;

/**
 * A cell of votes as text: TRUE and FALSE as 1 and 0 (option columns), a time as text to the second, and a whole number of
 * sixteen or more digits as Excel shows it (`1.23457E+15`), because its last digits are gone and must not pass for an account.
 *
 * @param isDateAlone whether the cell shows no time of day: a whole day is then the date alone, because nobody voted at midnight
 */
export function voteCellText(content: CellContent, isDateAlone = false): string {
  if (typeof content === 'boolean') return content ? '1' : '0';
  if (typeof content === 'number' && Math.abs(content) >= keptDigits) return scientific(content);
  if (!(content instanceof Date)) return cellText(content);
  const text = cellText(nearSecond(content));
  return isDateAlone ? text.replace(/ 00:00:00$/, '') : text;
}

function scientific(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential(5).split('e');
  return `${digits.replace(/\.?0+$/, '')}E${exponent}`;
}

function nearSecond(date: Date): Date {
  const time = date.getTime();
  const second = Math.round(time / 1000) * 1000;
  return Math.abs(time - second) <= rounding ? new Date(second) : date;
}
