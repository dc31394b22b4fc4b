import { choiceNumber, splitChoices } from '../../../shared/ballots/choices.ts';
import { emptyChoice } from './layouts/empty-answer.ts';

/**
 * What is kept of the cells of a row that may hold an account in the wrong place (a cell missing, a quote that swallowed the
 * next line): only what can be nobody's name. Everything else becomes a mark with its keyed hash, the same for the same text
 * and another for another, so that the row can still be shown, counted and compared.
 */

/** The keyed hash of a text, in hexadecimal digits. */
type Hash = (text: string) => string;

const markOf = (text: string, hash: Hash): string => `#${hash(text)}`;

const noon = '(?:上午|下午|中午|凌晨|早上|晚上|[AaPp]\\.?[Mm]\\.?)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const weekday = '(?:(?:星期|周)[一二三四五六日天]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})';
const date = [
  '\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?[日号]?',
  '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})',
  `\\d{1,2}[-/ ]${month}[-/ ](?:\\d{4}|\\d{2})`,
  `${month} \\d{1,2},? \\d{4}`,
  '(?:19|20)\\d{6}',
].join('|');
const clock = `(?:${noon}\\s?)?\\d{1,2}[:：时点]\\d{1,2}(?:[:：分]\\d{1,2}(?:[.,]\\d{1,9})?秒?)?分?(?:\\s?${noon})?`;
const zone = '(?:[Zz]|(?:UTC|GMT)?[+-]\\d{2}(?::?\\d{2})?|UTC|GMT)';
/** Nothing shorter is a time: digits alone may be a telephone number. */
const timeLike = new RegExp(
  `^(?:(?:${weekday},?\\s?)?(?:${date})(?:(?:[Tt]|,?\\s{0,3})(?:${weekday}\\s?)?(?:${clock}|\\d{4}(?:\\d{2})?)\\s?${zone}?)?|${clock}|(?:19|20)\\d{12})$`,
);
/** Milliseconds since 1970, and a spreadsheet's own number of a date with a time of day. */
const timeNumber = /^(?:1\d{12}|[34]\d{4}\.\d{1,12})$/;

/** Whether a text says a time in whatever way, also one that no ballot may have. */
export function isTimeLike(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 60 && (timeLike.test(trimmed) || timeNumber.test(trimmed));
}

/** The time cell of a row whose time was not understood. */
export function keptTime(text: string, hash: Hash): string {
  const trimmed = text.trim();
  return trimmed === '' || isTimeLike(trimmed) ? text : markOf(trimmed, hash);
}

/** Candidates have at most four digits; longer numbers may be telephone numbers. */
const greatestNumber = 9999;
/** `A01`, `1-2`: with a digit, because short names have none. */
const shortCode = /^(?=.*\d)[A-Za-z0-9._-]{1,4}$/;

/**
 * The choices cell of a row that is no good ballot. Token by token, so that the list stays as long as it was and the set has
 * the same identity as another set exactly when the originals have.
 */
export function keptChoices(text: string, hash: Hash): string {
  let kept = '';
  let position = 0;
  for (const token of splitChoices(text)) {
    const start = text.indexOf(token, position);
    kept += text.slice(position, start) + keptToken(token, hash);
    position = start + token.length;
  }
  return kept + text.slice(position);
}

function keptToken(token: string, hash: Hash): string {
  const number = choiceNumber(token);
  // By its value, as the identity takes it: `0012345` and `12345` are one choice.
  if (number !== null) return number <= greatestNumber ? token : markOf(String(number), hash);
  return shortCode.test(token) || token === emptyChoice ? token : markOf(token, hash);
}
