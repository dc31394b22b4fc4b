import { accountText } from '../../../../shared/ballots/account.ts';
import type { BallotRow } from '../../../../shared/ballots/check.ts';
import { parseTime } from '../../../../shared/ballots/time.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { SourceBroken } from '../source/source-record.ts';
import { emptyChoice } from './empty-answer.ts';
import type { ReadRow } from './row-reader.ts';

/** A ballot gathered from several rows, at the place of its first row. */
export interface GatheredBallot {
  readonly source: number;
  readonly row: number;
  readonly read: ReadRow;
}

interface Group {
  readonly source: number;
  readonly row: number;
  readonly account: string;
  readonly time: string | null;
  readonly ip: string | null;
  /** Of each row; empty where the cell is. Null: one of its rows has no field for the choice. */
  tokens: string[] | null;
}

/** So many fit into the memory of an office computer; a larger export can be had day by day. */
const mostRows = 20_000_000;
const mostBallots = 2_000_000;

/**
 * Gathers the rows of each ballot: those of one ballot id and account, or of one account and moment. Rows need not follow each
 * other, as in a file per candidate they cannot. A choice that stands twice is listed twice. Rows without an account may be of
 * different people: only a ballot id makes them one.
 */
export class BallotGroups {
  readonly #file: string;
  readonly #timeZone: string;
  readonly #groups = new Map<string, Group>();
  #rows = 0;

  constructor(file: string, timeZone: string) {
    this.#file = file;
    this.#timeZone = timeZone;
  }

  get size(): number {
    return this.#groups.size;
  }

  /** @returns the row where its ballot began. */
  add(source: number, row: number, { ballot, ip, ballotId }: ReadRow): number {
    this.#rows += 1;
    const key = JSON.stringify(this.#keyOf(source, row, ballot, ballotId));
    const known = this.#groups.get(key);
    if (known === undefined) {
      const tokens = ballot.choices === null ? null : [ballot.choices];
      this.#groups.set(key, {
        source,
        row,
        account: own(ballot.account),
        time: ownOrNull(ballot.time),
        ip: ownOrNull(ip),
        tokens,
      });
    } else if (ballot.choices === null) known.tokens = null;
    else known.tokens?.push(ballot.choices);
    if (this.#rows > mostRows || this.#groups.size > mostBallots)
      throw new SourceBroken(
        refused('votes-too-many-to-gather', { file: this.#file, rows: mostRows, ballots: mostBallots }),
      );
    return known?.row ?? row;
  }

  *ballots(): Generator<GatheredBallot> {
    for (const { source, row, account, time, ip, tokens } of this.#groups.values()) {
      const ballot = { account, time, choices: tokens === null ? null : listOf(tokens) };
      yield { source, row, read: { ballot, ip, ballotId: null } };
    }
  }

  #keyOf(source: number, row: number, { account, time }: BallotRow, ballotId: string | null): unknown[] {
    const voter = accountText(account);
    if (ballotId !== null && ballotId !== '') return [voter, 'id', ballotId];
    return voter === '' ? ['', source, row] : [voter, this.#moment(time)];
  }

  /** The same for two ways of writing one moment. A time known to the minute is not that of a row known to the second. */
  #moment(time: string | null): string {
    const read = time === null ? null : parseTime(time, this.#timeZone);
    return read === null ? `“${time ?? ''}”` : `${read.instant}/${read.precision}`;
  }
}

/** Rows without a choice are a ballot without any, but beside others a choice that nobody knows. */
function listOf(tokens: readonly string[]): string {
  if (tokens.every((token) => token === '')) return '';
  return tokens.map((token) => (token === '' ? emptyChoice : token)).join(';');
}

/** A text that does not keep the whole part of the file alive from which it was cut. */
function own(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function ownOrNull(text: string | null): string | null {
  return text === null ? null : own(text);
}
