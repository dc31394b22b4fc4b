import { choiceSet, readChoices } from '../../../shared/ballots/choices.ts';
import type { EarlierBallot } from '../../../shared/ballots/explanation.ts';
import type { Verdict } from '../../../shared/ballots/rejection.ts';
import { decideAccount, type BallotCopy } from '../../../shared/ballots/standing.ts';
import { calendarDay } from '../../../shared/ballots/time.ts';
import type { ExplainedStanding } from '../../../shared/contract/vote-check.ts';
import { AccountSet, type HashedAccount } from '../../database/account-set.ts';
import { rowsOfAccounts } from '../../database/ballot-search.ts';
import type { Connection } from '../../database/connection.ts';
import { readExcludedMembers } from '../../database/excluded-members.ts';
import { hashHex } from './account-hash.ts';
import { copyOfRecord, readBallotRecords, recordsByAccount, type BallotRecord } from './ballot-records.ts';
import { earlierOf, explainedStanding } from './explain-records.ts';
import type { VoteRules } from './vote-rules.ts';
import { ExcludedBallots } from './work/excluded-ballots.ts';

/** A row that is not in any batch: of a file that is looked at, or made up to try the rules. */
export interface Newcomer {
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number;
  /** Position among the rows of its source, ascending. */
  readonly position: number;
  readonly account: HashedAccount | null;
  readonly instant: number | null;
  readonly verdict: Verdict;
  /** As they would be kept; null where there is no such cell. */
  readonly choices: string | null;
}

export interface ExplainedNewcomer extends ExplainedStanding {
  /** How many rows of the account are in force already. */
  readonly others: number;
}

/** After all batches there are. */
const nextBatch = Number.MAX_SAFE_INTEGER;

/**
 * What each of these rows would count as if they were imported now, as one file of this hash, beside all batches in force.
 * @returns in the order given.
 */
export function explainNewcomers(
  connection: Connection,
  newcomers: readonly Newcomer[],
  fileHash: string,
  rules: VoteRules,
): ExplainedNewcomer[] {
  const accounts = new AccountSet(newcomers.flatMap(({ account }) => account ?? []));
  const inForce = recordsByAccount(
    readBallotRecords(connection, rowsOfAccounts(connection, accounts, 'in-force')),
  );
  const excluded = new ExcludedBallots(readExcludedMembers(connection));
  const explained = new Map<Newcomer, ExplainedNewcomer>();
  const groups = Map.groupBy(newcomers, ({ account }) =>
    account === null ? '' : hashHex(account.low, account.high),
  );
  for (const [account, rows] of groups) {
    const others = inForce.get(account) ?? [];
    const copies = [
      ...others.map((each) => copyOfRecord(each, rules.context.timeZone)),
      ...rows.map((row) => copyOfNewcomer(row, fileHash, rules.context.timeZone)),
    ];
    const { standings, instead } = decideAccount(copies, rules.frequency);
    rows.forEach((row, index) => {
      const place = others.length + index;
      const counted = instead.get(place);
      const earlier = counted === undefined ? null : earlierAt(counted, others, rows);
      const { instant, choices } = row;
      const byRules = standings[place] ?? 'unreadable';
      const standing = byRules === 'accepted' && isExcluded(row, excluded) ? 'excluded' : byRules;
      explained.set(row, {
        ...explainedStanding(
          { hasAccount: row.account !== null, instant, choices },
          standing,
          earlier,
          rules,
        ),
        others: others.length,
      });
    });
  }
  return newcomers.flatMap((row) => explained.get(row) ?? []);
}

function isExcluded({ account, instant }: Newcomer, excluded: ExcludedBallots): boolean {
  return account !== null && excluded.has(account.low, account.high, instant ?? NaN);
}

function earlierAt(
  index: number,
  others: readonly BallotRecord[],
  rows: readonly Newcomer[],
): EarlierBallot | null {
  const other = others[index];
  if (other !== undefined) return earlierOf(other);
  const row = rows[index - others.length];
  if (row === undefined) return null;
  return { batch: null, file: row.file, sheet: row.sheet, line: row.line, instant: row.instant };
}

function copyOfNewcomer(
  { position, instant, verdict, choices }: Newcomer,
  fileHash: string,
  timeZone: string,
): BallotCopy {
  return {
    batch: nextBatch,
    fileHash,
    row: position,
    instant,
    day: instant === null ? null : calendarDay(instant, timeZone),
    get choices(): string {
      return choiceSet(readChoices(choices ?? '')).identity;
    },
    verdict,
    precision: 'second',
    minutesEqual: false,
  };
}
