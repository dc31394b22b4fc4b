import type { HandCheckedBlank } from './hand-checked.ts';

const whitespace = /(?<=(?<left>\S))\s+(?=(?<right>\S))/gu;
const chineseCharacter = /\p{Script=Han}/u;
const letterOrDigit = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/u;

/**
 * Joins the lines of a paragraph and closes the blanks that typesetting left in it.
 *
 * The notice sets one blank between a Chinese character and a letter or digit (`2016 年`) throughout, so such a
 * border inside a line keeps it and one at the end of a line gets it. Beside punctuation, beside signs and between
 * two Chinese characters a blank is an artefact of the newspaper's justified lines.
 */
export function joinTextLines(lines: readonly string[]): string {
  return lines.join('\n').replaceAll(whitespace, (_blanks, left: string, right: string) => {
    return isBorderOfScripts(left, right) ? ' ' : '';
  });
}

/**
 * Joins the lines of a title and closes every blank. Titles are letter-spaced to fill their narrow lines, and votes
 * are matched by them, so only those blanks come back (`restoreBlanks`) that part two clauses.
 */
export function joinTitleLines(lines: readonly string[]): string {
  return lines.join('').replaceAll(/\s+/gu, '');
}

/**
 * Puts the blanks back that have a meaning of their own.
 *
 * @param text a title or text whose blanks are closed
 * @param places the hand-checked blanks of this title or text
 * @throws Error when a place is not in the text exactly once
 */
export function restoreBlanks(text: string, places: readonly HandCheckedBlank[]): string {
  return places.reduce((result, place) => {
    const [start, end, ...others] = result.split(place.before + place.after);
    if (start === undefined || end === undefined || others.length > 0) {
      throw new Error(
        `Candidate ${place.candidate}: “${place.before}${place.after}” is not there exactly once.`,
      );
    }
    return `${start}${place.before} ${place.after}${end}`;
  }, text);
}

function isBorderOfScripts(left: string, right: string): boolean {
  return (
    (chineseCharacter.test(left) && letterOrDigit.test(right)) ||
    (letterOrDigit.test(left) && chineseCharacter.test(right))
  );
}
