import { eachChoice } from '../ballots/choice-bytes.ts';
import { standingsByCode } from '../ballots/standing-codes.ts';
import { dayText, hourText } from './clock-text.ts';
import { newAndReturning } from './returning-accounts.ts';

/**
 * Figures for charts of the votes, added up page by page from typed columns. Days and hours are those of the round's clock.
 * Every row is counted in exactly one place, so that the days together with `elsewhere` add up to the funnel.
 */

/** Rows by standing, in the order of `standingsByCode`. */
export type StandingCounts = number[];

export interface VoteStatistics {
  /** Days within the voting time that have rows, ascending. `newAccounts` and `returningAccounts`: of accepted ballots. */
  readonly days: readonly {
    readonly day: string;
    readonly rows: StandingCounts;
    readonly newAccounts: number;
    readonly returningAccounts: number;
  }[];
  /** Hours within the voting time that have rows, ascending. `votes`: accepted ballots by candidate, in the order given. */
  readonly hours: readonly {
    readonly hour: string;
    readonly rows: StandingCounts;
    readonly votes: readonly number[];
  }[];
  /** Rows before the opening, after the closing, and without a time that can be read. */
  readonly elsewhere: {
    readonly before: StandingCounts;
    readonly after: StandingCounts;
    readonly untimed: StandingCounts;
  };
  /** Accepted ballots by how many candidates they choose, ascending. */
  readonly choices: readonly { readonly choices: number; readonly ballots: number }[];
}

/** The columns of a page that are needed; see `BallotPage`. */
export interface StatisticsPage {
  readonly rows: number;
  /** Low and high 32 bits of each row's account. */
  readonly accounts: Uint32Array;
  readonly instants: Float64Array;
  readonly choiceEnds: Uint32Array;
  /** LEB128 (`choice-bytes.ts`). */
  readonly choices: Uint8Array;
}

export interface StatisticsFrame {
  /** Opening and closing instants, both inside; null where the vote is open at that end. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** Milliseconds that the round's clock is ahead of Greenwich at an instant. */
  readonly zoneOffset: (instant: number) => number;
  readonly candidates: readonly number[];
}

interface Hour {
  readonly rows: StandingCounts;
  readonly votes: number[];
}

const hourMilliseconds = 3_600_000;
const acceptedCode = 0;

function noCounts(): StandingCounts {
  return standingsByCode.map(() => 0);
}

/** Adds up pages; the order in which they come does not matter. */
export class VoteStatisticsSum {
  readonly #frame: StatisticsFrame;
  readonly #indexes: ReadonlyMap<number, number>;
  readonly #hours = new Map<number, Hour>();
  readonly #before = noCounts();
  readonly #after = noCounts();
  readonly #untimed = noCounts();
  readonly #sizes = new Map<number, number>();
  /** Accounts of accepted ballots with a time (two entries each), and the day of each. */
  readonly #voters = new GrowingNumbers();
  readonly #voterDays = new GrowingNumbers();

  constructor(frame: StatisticsFrame) {
    this.#frame = frame;
    this.#indexes = new Map(frame.candidates.map((candidate, index) => [candidate, index]));
  }

  /** @param standings a code for each row (`standingCode`) */
  add(page: StatisticsPage, standings: Uint8Array): void {
    for (let row = 0; row < page.rows; row += 1) {
      const code = standings[row] ?? 0;
      const hour = this.#place(page.instants[row] ?? NaN, code);
      if (code !== acceptedCode) continue;
      const size = this.#countChoices(page, row, hour);
      this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + 1);
      if (hour === null) continue;
      this.#voters.push(page.accounts[2 * row] ?? 0);
      this.#voters.push(page.accounts[2 * row + 1] ?? 0);
      this.#voterDays.push(Math.floor(hour / 24));
    }
  }

  /** Counts the row where its time puts it; the hour within the voting time, else null. */
  #place(instant: number, code: number): number | null {
    const { opensAt, closesAt, zoneOffset } = this.#frame;
    if (Number.isNaN(instant)) {
      bump(this.#untimed, code);
      return null;
    }
    if (opensAt !== null && instant < opensAt) {
      bump(this.#before, code);
      return null;
    }
    if (closesAt !== null && instant > closesAt) {
      bump(this.#after, code);
      return null;
    }
    const hour = Math.floor((instant + zoneOffset(instant)) / hourMilliseconds);
    bump(this.#hour(hour).rows, code);
    return hour;
  }

  #hour(hour: number): Hour {
    let known = this.#hours.get(hour);
    if (known === undefined) {
      known = { rows: noCounts(), votes: this.#frame.candidates.map(() => 0) };
      this.#hours.set(hour, known);
    }
    return known;
  }

  /** Adds the row's choices to its hour, where it has one; returns how many it has. */
  #countChoices(page: StatisticsPage, row: number, hour: number | null): number {
    const votes = hour === null ? null : this.#hour(hour).votes;
    const end = page.choiceEnds[row] ?? 0;
    let size = 0;
    eachChoice(page.choices, row === 0 ? 0 : (page.choiceEnds[row - 1] ?? 0), end, (number) => {
      size += 1;
      const index = this.#indexes.get(number);
      if (votes !== null && index !== undefined) bump(votes, index);
    });
    return size;
  }

  result(): VoteStatistics {
    const hours = [...this.#hours].sort(([left], [right]) => left - right);
    const days = new Map<number, StandingCounts>();
    for (const [hour, { rows }] of hours) {
      const day = Math.floor(hour / 24);
      const sum = days.get(day) ?? noCounts();
      days.set(day, sum);
      for (const [code, count] of rows.entries()) sum[code] = (sum[code] ?? 0) + count;
    }
    const voters = newAndReturning(Uint32Array.from(this.#voters.values()), this.#voterDays.values());
    return {
      days: [...days].map(([day, rows]) => ({
        day: dayText(day),
        rows,
        newAccounts: voters.get(day)?.newAccounts ?? 0,
        returningAccounts: voters.get(day)?.returningAccounts ?? 0,
      })),
      hours: hours.map(([hour, { rows, votes }]) => ({ hour: hourText(hour), rows, votes })),
      elsewhere: { before: this.#before, after: this.#after, untimed: this.#untimed },
      choices: [...this.#sizes]
        .sort(([left], [right]) => left - right)
        .map(([choices, ballots]) => ({ choices, ballots })),
    };
  }
}

function bump(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

/** Numbers in a typed array that grows. */
class GrowingNumbers {
  #numbers = new Float64Array(1024);
  #length = 0;

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Float64Array(2 * this.#length);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  values(): Float64Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
