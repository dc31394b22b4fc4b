import type { BallotContext } from '../../../../shared/ballots/check.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import { parseInstant } from '../../../../shared/ballots/time.ts';
import type { PageBuilder } from './page-builder.ts';
import type { SipHash } from './siphash.ts';

const lineFeed = 10;
const carriageReturn = 13;
const comma = 44;
const hyphen = 45;
const colon = 58;
const semicolon = 59;
const zero = 48;

const outsideWindow = verdictCode('outside-window');
const tooFew = verdictCode('too-few');
const tooMany = verdictCode('too-many');
const unknownProject = verdictCode('unknown-project');
const repeatedChoice = verdictCode('repeated-choice');
const good = verdictCode('good');

/** Numbers of candidates with up to three digits; a longer one goes the general way. */
const numbersBelow = 1000;
const longestNumber = 3;
/** Longer lists go the general way; each number takes two bytes at most. */
const mostListed = 100;
const timeLength = 19;
const millisecondsADay = 86_400_000;

/** Letters, digits, `_` and `-`: what cannot need quotes, blanks removed or another encoding. */
const isPlain = new Uint8Array(256);
/** Letters and `_`: an account that begins with them is no number that a spreadsheet may have damaged. */
const beginsPlain = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') {
  beginsPlain[character.charCodeAt(0)] = 1;
  isPlain[character.charCodeAt(0)] = 1;
}
for (const character of '0123456789-') isPlain[character.charCodeAt(0)] = 1;

/** A date that is none, or a day on which clocks were changed: for the general way. */
const noPlainDay = Infinity;
const firstYear = 1970;
const years = 230;

/**
 * The quick way through lines of exactly the form `account,2017-03-22 00:00:00,1;2;3`, straight from the bytes into a page. It
 * takes only lines about which nothing is in doubt and leaves every other to the general way; what it takes comes out as the
 * general way would have it (property-tested).
 */
export class PlainLines {
  readonly #hash: SipHash;
  readonly #context: BallotContext;
  readonly #opens: number;
  readonly #closes: number;
  readonly #isCandidate = new Uint8Array(numbersBelow);
  /** In which row a number was listed last. */
  readonly #listedIn = new Uint32Array(numbersBelow);
  #row = 0;
  /** Midnight of each day met so far, by year, month and day; 0 is not known yet. */
  readonly #midnights = new Float64Array(years * 512);

  constructor(context: BallotContext, hash: SipHash) {
    this.#context = context;
    this.#hash = hash;
    this.#opens = context.opens ?? -Infinity;
    this.#closes = context.closes ?? Infinity;
    for (const candidate of context.candidates)
      if (candidate < numbersBelow) this.#isCandidate[candidate] = 1;
  }

  /**
   * Takes lines from `start` on while they are plain and the page has room. `end` lies behind a line feed.
   * @returns the place of the first line that was not taken.
   */
  take(bytes: Uint8Array, start: number, end: number, line: number, page: PageBuilder): number {
    const { minChoices, maxChoices } = this.#context;
    const hash = this.#hash;
    const isCandidate = this.#isCandidate;
    const listedIn = this.#listedIn;
    let place = start;
    let number = line;
    while (place < end && !page.isFull) {
      const accountEnd = plainEnd(bytes, place);
      if (bytes[accountEnd] !== comma || accountEnd === place) break;
      const instant = this.#instantAt(bytes, accountEnd + 1, end);
      if (instant === noPlainDay) break;
      let at = accountEnd + 2 + timeLength;
      page.reserveChoices(2 * mostListed);
      const { choices } = page;
      let choicesEnd = page.choicesEnd;
      this.#row += 1;
      const row = this.#row;
      let listed = 0;
      let areAllKnown = true;
      let isRepeated = false;
      let isTaken = false;
      for (const first = at; ; at += 1) {
        let value = 0;
        const digitsFrom = at;
        for (;;) {
          const digit = (bytes[at] as number) - zero;
          if (digit < 0 || digit > 9) break;
          value = value * 10 + digit;
          at += 1;
        }
        const digits = at - digitsFrom;
        const ending = bytes[at] as number;
        if (digits === 0) {
          // An empty list; elsewhere a separator too many, which the general way passes over.
          isTaken = at === first && ending !== semicolon;
        } else {
          if (listed === mostListed || digits > longestNumber || (digits > 1 && bytes[digitsFrom] === zero))
            break;
          listed += 1;
          if (isCandidate[value] === 0) areAllKnown = false;
          else if (listedIn[value] === row) isRepeated = true;
          listedIn[value] = row;
          if (value > 127) {
            choices[choicesEnd] = (value & 127) | 128;
            choicesEnd += 1;
            value >>= 7;
          }
          choices[choicesEnd] = value;
          choicesEnd += 1;
          isTaken = ending !== semicolon;
        }
        if (ending === semicolon && digits > 0) continue;
        break;
      }
      if (!isTaken) break;
      if (bytes[at] === carriageReturn) at += 1;
      if (bytes[at] !== lineFeed) break;
      hash.hash(bytes, place, accountEnd);
      const { rows } = page;
      page.accounts[2 * rows] = hash.low;
      page.accounts[2 * rows + 1] = hash.high;
      page.instants[rows] = instant;
      page.lines[rows] = number;
      page.choiceEnds[rows] = choicesEnd;
      page.verdicts[rows] =
        instant < this.#opens || instant > this.#closes
          ? outsideWindow
          : listed < minChoices
            ? tooFew
            : listed > maxChoices
              ? tooMany
              : !areAllKnown
                ? unknownProject
                : isRepeated
                  ? repeatedChoice
                  : good;
      page.rows = rows + 1;
      place = at + 1;
      number += 1;
    }
    return place;
  }

  /** The instant of `2017-03-22 00:00:00,` at a place, or `noPlainDay`. */
  #instantAt(bytes: Uint8Array, at: number, end: number): number {
    if (
      at + timeLength >= end ||
      bytes[at + 4] !== hyphen ||
      bytes[at + 7] !== hyphen ||
      bytes[at + 10] !== 32 ||
      bytes[at + 13] !== colon ||
      bytes[at + 16] !== colon ||
      bytes[at + 19] !== comma
    )
      return noPlainDay;
    const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
    const month = twoDigits(bytes, at + 5);
    const day = twoDigits(bytes, at + 8);
    const hour = twoDigits(bytes, at + 11);
    const minute = twoDigits(bytes, at + 14);
    const second = twoDigits(bytes, at + 17);
    // What is no number is above every bound: `twoDigits` gives 10,000 for it.
    if (year < firstYear || year >= firstYear + years || month > 12 || day > 31) return noPlainDay;
    if (hour > 23 || minute > 59 || second > 59) return noPlainDay;
    const index = (year - firstYear) * 512 + month * 32 + day;
    let midnight = this.#midnights[index] as number;
    if (midnight === 0) {
      midnight = this.#midnightOf(year, month, day);
      this.#midnights[index] = midnight;
    }
    return midnight === noPlainDay ? noPlainDay : midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  }

  #midnightOf(year: number, month: number, day: number): number {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const midnight = parseInstant(`${date} 00:00:00`, this.#context.timeZone);
    const end = parseInstant(`${date} 23:59:59`, this.#context.timeZone);
    if (midnight === null || end === null || midnight === 0) return noPlainDay;
    return end - midnight === millisecondsADay - 1000 ? midnight : noPlainDay;
  }
}

function plainEnd(bytes: Uint8Array, start: number): number {
  if (beginsPlain[bytes[start] as number] === 0) return start;
  let place = start + 1;
  while (isPlain[bytes[place] as number] === 1) place += 1;
  return place;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero;
  const ones = (bytes[at + 1] as number) - zero;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 10_000 : tens * 10 + ones;
}
