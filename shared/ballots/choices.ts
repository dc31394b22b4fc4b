/** The list of choices in a canonical cell: tokens, the numbers they mean, and the identity of their set. */

/** `; ； , ， 、 | ┋`, beside blanks of any kind; a run of several is one separator. */
const separators = new Set(Array.from(';；,，、|┋', (character) => character.charCodeAt(0)));

function isSeparator(code: number): boolean {
  if (code === 59 || code === 32 || code === 44) return true;
  if (code > 47 && code < 58) return false;
  return separators.has(code) || /\s/.test(String.fromCharCode(code));
}

/** Longer runs of digits name nobody and stay the text they are; a number of 15 digits is still exact. */
const longestNumber = 15;

/**
 * The whole number that a token of ASCII digits means, leading zeros ignored (`07` is 7), or null when it is no such
 * number. Whether a candidate has that number is for the caller to say; none has 0.
 */
export function choiceNumber(token: string): number | null {
  return token === '' ? null : numberBetween(token, 0, token.length);
}

function numberBetween(text: string, start: number, end: number): number | null {
  let value = 0;
  let digits = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
    if (value > 0) digits++;
    if (digits > longestNumber) return null;
  }
  return value;
}

/** The choices of one cell, each in its kind and in the order listed, repeats included. */
export interface ListedChoices {
  readonly numbers: readonly number[];
  /** The tokens that are no number, as they are. */
  readonly texts: readonly string[];
}

/** Calls back with start and end of every token, in the order listed. */
function eachToken(text: string, found: (start: number, end: number) => void): void {
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !isSeparator(text.charCodeAt(index))) continue;
    if (index > start) found(start, index);
    start = index + 1;
  }
}

/**
 * The tokens of a canonical choices cell, in the order listed. Separators at either end are ignored; an empty cell lists
 * nothing.
 */
export function splitChoices(text: string): string[] {
  const tokens: string[] = [];
  eachToken(text, (start, end) => tokens.push(text.slice(start, end)));
  return tokens;
}

/** Like `splitChoices`, with the numbers already told apart from other tokens. */
export function readChoices(text: string): ListedChoices {
  const numbers: number[] = [];
  const texts: string[] = [];
  eachToken(text, (start, end) => {
    const number = numberBetween(text, start, end);
    if (number === null) texts.push(text.slice(start, end));
    else numbers.push(number);
  });
  return { numbers, texts };
}

/** Longer lists than any ballot holds are left to the general sort. */
const longestInsertionSort = 100;

/** Ascending. A ballot's list is short and often in order already: an insertion sort is then three times as fast. */
function ascending(listed: readonly number[]): number[] {
  const sorted = listed.slice();
  if (sorted.length > longestInsertionSort) return sorted.sort((first, second) => first - second);
  for (let index = 1; index < sorted.length; index++) {
    const number = sorted[index] ?? 0;
    let place = index;
    while (place > 0) {
      const before = sorted[place - 1] ?? 0;
      if (before <= number) break;
      sorted[place] = before;
      place--;
    }
    sorted[place] = number;
  }
  return sorted;
}

/** A set of choices in canonical order. */
export interface ChoiceSet {
  /** Each once, ascending. */
  readonly numbers: readonly number[];
  /**
   * Text that is equal for two cells exactly when they list the same set: the numbers ascending without leading zeros,
   * then the other tokens by code unit, each once, joined by `;` (which no token can contain).
   */
  readonly identity: string;
}

/** The set of the choices listed: order, repeats and leading zeros no longer tell. */
export function choiceSet(listed: ListedChoices): ChoiceSet {
  const sorted = ascending(listed.numbers);
  const numbers = sorted.filter((number, index) => index === 0 || number !== sorted[index - 1]);
  const identity = numbers.join(';');
  if (listed.texts.length === 0) return { numbers, identity };
  const texts = [...new Set(listed.texts)].sort().join(';');
  return { numbers, identity: identity === '' ? texts : `${identity};${texts}` };
}
