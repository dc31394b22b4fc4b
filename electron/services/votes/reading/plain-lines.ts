import type { BallotContext } from '../../../../shared/ballots/check.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import { parseInstant } from '../../../../shared/ballots/time.ts';
import { ballotsPerPage } from '../../../database/packed-page.ts';
import { PageBuilder, type PageArrays } from './page-builder.ts';
import { newScanner, type Scanner } from './scanner.ts';

const secondsADay = 86_400;
/** Behind the seconds that four bytes hold. */
const secondsEnd = 2 ** 32;

/** A date that is none, a day on which clocks were changed, or one whose seconds do not fit a page: for the general way. */
const noPlainDay = Infinity;
const firstYear = 1970;

/**
 * The quick way through lines of exactly the form `account,2017-03-22 00:00:00,1;2;3`, straight from the bytes into a page
 * (`assembly/plain-lines.ts`). It takes only lines about which nothing is in doubt and leaves every other to the general way; what
 * it takes comes out as the general way would have it (property-tested).
 */
export class PlainLines {
  /** Write the source here; places of `take` count from its beginning. */
  readonly source: Uint8Array;
  /** Whose arrays the scanner writes into. */
  readonly page: PageBuilder;
  readonly #scanner: Scanner;
  readonly #origin: number;
  readonly #timeZone: string;
  readonly #midnights: Float64Array;

  /** @param key of SipHash, 16 bytes */
  constructor(
    { opens, closes, minChoices, maxChoices, candidates, timeZone }: BallotContext,
    key: Uint8Array,
  ) {
    const scanner = newScanner(key);
    const { buffer } = scanner.memory;
    this.#scanner = scanner;
    this.#timeZone = timeZone;
    this.#origin = scanner.source.value;
    this.source = new Uint8Array(buffer, this.#origin, scanner.sourceBytes.value);
    this.page = new PageBuilder(arraysOf(scanner));
    this.#midnights = new Float64Array(
      buffer,
      scanner.midnights.value,
      (scanner.accounts.value - scanner.midnights.value) / 8,
    );
    const unknown = new Uint8Array(buffer, scanner.unknownNumbers.value, scanner.numbers.value).fill(1);
    for (const candidate of candidates) if (candidate < unknown.length) unknown[candidate] = 0;
    // No plain list is longer than a thousand, and the scanner's numbers end somewhere.
    const fewest = Math.min(1000, minChoices);
    const most = Math.min(1000, maxChoices);
    scanner.setRules((opens ?? -Infinity) / 1000, (closes ?? Infinity) / 1000, fewest, most);
    scanner.setVerdicts(
      verdictCode('outside-window'),
      verdictCode('too-few'),
      verdictCode('too-many'),
      verdictCode('unknown-project'),
      verdictCode('repeated-choice'),
      verdictCode('good'),
    );
  }

  /**
   * Takes lines from `start` on while they are plain and the page has room. `end` lies behind a line feed.
   * @returns the place of the first line that was not taken.
   */
  take(start: number, end: number, line: number): number {
    const { page } = this;
    // A line of the general way needed more room than the scanner has: this page is filled in that way.
    if (!page.isInItsArrays) return start;
    const scanner = this.#scanner;
    const before = page.rows;
    for (let place = start; ;) {
      const [from, to] = [this.#origin + place, this.#origin + end];
      const choices = scanner.choices.value + page.choicesEnd;
      const taken = page.rows;
      place = scanner.takeLines(from, to, taken, choices) - this.#origin;
      page.addWritten(
        scanner.rows.value,
        scanner.choicesEnd.value - scanner.choices.value,
        line + taken - before,
      );
      const day = scanner.unknownDay.value;
      if (day === 0) return place;
      this.#learn(day);
    }
  }

  /** Finds out when a day begins: `day` is 20170322 for 2017-03-22. */
  #learn(day: number): void {
    const year = Math.floor(day / 10_000);
    const month = Math.floor(day / 100) % 100;
    this.#midnights[(year - firstYear) * 512 + month * 32 + (day % 100)] = this.#midnightOf(
      year,
      month,
      day % 100,
    );
  }

  #midnightOf(year: number, month: number, day: number): number {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const midnight = parseInstant(`${date} 00:00:00`, this.#timeZone);
    const end = parseInstant(`${date} 23:59:59`, this.#timeZone);
    if (midnight === null || end === null) return noPlainDay;
    const [first, last] = [midnight / 1000, end / 1000];
    return first > 0 && last < secondsEnd && last - first === secondsADay - 1 ? first : noPlainDay;
  }
}

function arraysOf(scanner: Scanner): PageArrays {
  const { buffer } = scanner.memory;
  return {
    accounts: new Uint32Array(buffer, scanner.accounts.value, 2 * ballotsPerPage),
    seconds: new Uint32Array(buffer, scanner.seconds.value, ballotsPerPage),
    verdicts: new Uint8Array(buffer, scanner.verdicts.value, ballotsPerPage),
    choiceLengths: new Uint8Array(buffer, scanner.choiceLengths.value, ballotsPerPage),
    choices: new Uint8Array(buffer, scanner.choices.value, scanner.choicesBytes.value),
  };
}
