import { accountText } from './account.ts';
import type { Round } from '../round/round.ts';
import { choiceSet, readChoices } from './choices.ts';
import type { Verdict } from './rejection.ts';
import { type CalendarDay, calendarDay, parseInstant, parseTime, type TimePrecision } from './time.ts';

/** The three cells of a canonical row; null means that the row has no such field at all. */
export interface BallotRow {
  readonly account: string;
  readonly time: string | null;
  readonly choices: string | null;
}

/** The round's ballot rules made ready for many rows; build it once with `ballotContext`. */
export interface BallotContext {
  /** IANA name: of the calendar day, and of times without a zone of their own. */
  readonly timeZone: string;
  /** Epoch milliseconds; null is open. Both ends are inside. */
  readonly opens: number | null;
  readonly closes: number | null;
  readonly minChoices: number;
  readonly maxChoices: number;
  /** False only when the window is open at both ends and the account is not limited by the day. */
  readonly needsTime: boolean;
  readonly candidates: ReadonlySet<number>;
}

/** What a row says and what it is by itself. */
export interface CheckedBallot {
  /** `good`, or the first check of DESIGN.md section 3 that fails. */
  readonly verdict: Verdict;
  /** The account as `accountText` reads it: hash this, not the cell. Empty when the row names none. */
  readonly account: string;
  /** Epoch milliseconds; null when there is no time that can be parsed. */
  readonly instant: number | null;
  /** How exactly the row names `instant`: `minute` where it has no seconds; null when there is no instant. */
  readonly timePrecision: TimePrecision | null;
  /** Calendar day of `instant` in the round's time zone. */
  readonly day: CalendarDay | null;
  /** How many choices are listed, repeats counted. */
  readonly listed: number;
  /** The candidates among the choices, each once, ascending: for a good ballot exactly those that get a vote. */
  readonly choices: readonly number[];
  /**
   * Text that is equal for equal sets of choices: unique tokens in canonical form and order, joined by `;`
   * (`ChoiceSet.identity`). Empty for an empty list and for a row without the field.
   */
  readonly identity: string;
}

function windowEnd(text: string | null, timeZone: string): number | null {
  if (text === null) return null;
  const instant = parseInstant(text, timeZone);
  if (instant === null) throw new RangeError(`not an instant in the round's ballot rules: ${text}`);
  return instant;
}

/**
 * Prepares the round's ballot rules for `checkBallot`.
 * @throws RangeError when an end of the window is no instant, which `roundSchema` does not let pass.
 */
export function ballotContext(
  round: Pick<Round, 'ballot' | 'timeZone'>,
  candidateNumbers: Iterable<number>,
): BallotContext {
  const { opensAt, closesAt, perAccount, minChoices, maxChoices } = round.ballot;
  return {
    timeZone: round.timeZone,
    opens: windowEnd(opensAt, round.timeZone),
    closes: windowEnd(closesAt, round.timeZone),
    minChoices,
    maxChoices,
    needsTime: opensAt !== null || closesAt !== null || perAccount === 'once-a-day',
    candidates: new Set(candidateNumbers),
  };
}

/** The listed choices of one row, held against the candidates. */
interface CheckedChoices {
  readonly listed: number;
  readonly choices: readonly number[];
  readonly namesUnknown: boolean;
  readonly identity: string;
}

const noChoices: CheckedChoices = { listed: 0, choices: [], namesUnknown: false, identity: '' };

function checkChoices(text: string | null, candidates: ReadonlySet<number>): CheckedChoices {
  if (text === null) return noChoices;
  const list = readChoices(text);
  const set = choiceSet(list);
  const areAllKnown = set.numbers.every((number) => candidates.has(number));
  return {
    listed: list.numbers.length + list.texts.length,
    choices: areAllKnown ? set.numbers : set.numbers.filter((number) => candidates.has(number)),
    namesUnknown: !areAllKnown || list.texts.length > 0,
    identity: set.identity,
  };
}

/** The checks in the order of `rejectionReasons`. */
function verdictOf(
  row: BallotRow,
  account: string,
  instant: number | null,
  list: CheckedChoices,
  context: BallotContext,
): Verdict {
  const { opens, closes } = context;
  if (account === '' || row.choices === null || (context.needsTime && instant === null)) return 'unreadable';
  if (instant !== null && ((opens !== null && instant < opens) || (closes !== null && instant > closes)))
    return 'outside-window';
  if (list.listed < context.minChoices) return 'too-few';
  if (list.listed > context.maxChoices) return 'too-many';
  if (list.namesUnknown) return 'unknown-project';
  if (list.choices.length < list.listed) return 'repeated-choice';
  return 'good';
}

/**
 * Reads one row and gives its own verdict; whether a good ballot also stands among the account's other ballots is for
 * `decideStanding`. What can be read is returned for rejected rows too, so that they can be shown and compared.
 */
export function checkBallot(row: BallotRow, context: BallotContext): CheckedBallot {
  const account = accountText(row.account);
  const time = row.time === null ? null : parseTime(row.time, context.timeZone);
  const instant = time === null ? null : time.instant;
  const list = checkChoices(row.choices, context.candidates);
  return {
    verdict: verdictOf(row, account, instant, list, context),
    account,
    instant,
    timePrecision: time === null ? null : time.precision,
    day: instant === null ? null : calendarDay(instant, context.timeZone),
    listed: list.listed,
    choices: list.choices,
    identity: list.identity,
  };
}
