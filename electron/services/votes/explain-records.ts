import { explanationSentence } from '../../../shared/ballots/explanation-sentence.ts';
import { explainBallot, type EarlierBallot, type ExplainedRow } from '../../../shared/ballots/explanation.ts';
import type { Standing } from '../../../shared/ballots/rejection.ts';
import { decideAccount } from '../../../shared/ballots/standing.ts';
import { wallClockText } from '../../../shared/ballots/wall-clock.ts';
import type { ExplainedStanding } from '../../../shared/contract/vote-check.ts';
import { AccountSet } from '../../database/account-set.ts';
import { rowsOfAccounts } from '../../database/ballot-search.ts';
import type { Connection } from '../../database/connection.ts';
import { hashHex } from './account-hash.ts';
import { copyOfRecord, readBallotRecords, recordsByAccount, type BallotRecord } from './ballot-records.ts';
import type { VoteRules } from './vote-rules.ts';

/** Finds, for a row that another counts instead of, that other one. */
export type EarlierFinder = (record: BallotRecord) => EarlierBallot | null;

const needsEarlier: ReadonlySet<Standing> = new Set(['second-that-day', 'already-recorded']);

/** Looks up once what the explanations of all these rows need of other rows in force. */
export function earlierFinder(
  connection: Connection,
  records: readonly BallotRecord[],
  { context, frequency }: VoteRules,
): EarlierFinder {
  const accounts = records.flatMap(({ standing, account }) =>
    account !== null && needsEarlier.has(standing) ? [account] : [],
  );
  const found = rowsOfAccounts(connection, new AccountSet(accounts), 'in-force');
  const byAccount = recordsByAccount(readBallotRecords(connection, found));
  const decided = new Map<string, ReadonlyMap<number, EarlierBallot>>();
  const decideOnce = (key: string): ReadonlyMap<number, EarlierBallot> => {
    const known = decided.get(key);
    if (known !== undefined) return known;
    const rows = byAccount.get(key) ?? [];
    const { instead } = decideAccount(
      rows.map((row) => copyOfRecord(row, context.timeZone)),
      frequency,
    );
    const named = new Map(
      [...instead].flatMap(([index, other]) => {
        const row = rows[index];
        const counted = rows[other];
        return row === undefined || counted === undefined ? [] : [[placeKey(row), earlierOf(counted)]];
      }),
    );
    decided.set(key, named);
    return named;
  };
  return (record) => {
    if (record.account === null || !needsEarlier.has(record.standing)) return null;
    return decideOnce(hashHex(record.account.low, record.account.high)).get(placeKey(record)) ?? null;
  };
}

/** A batch's position fits into 2^32. */
function placeKey({ source, position }: BallotRecord): number {
  return source.batch * 2 ** 32 + position;
}

export function earlierOf({ source, file, sheet, line, instant }: BallotRecord): EarlierBallot {
  return { batch: source.batch, file, sheet, line, instant };
}

/** A row's standing as it is shown everywhere: the rule's code and sentence, and the ballot that counts instead. */
export function explainedStanding(
  row: ExplainedRow,
  standing: Standing,
  earlier: EarlierBallot | null,
  rules: VoteRules,
): ExplainedStanding {
  const explanation = explainBallot(row, standing, rules, earlier);
  const { timeZone } = rules.context;
  return {
    standing,
    rule: { code: explanation.code, sentence: explanationSentence(explanation, timeZone) },
    earlier:
      earlier === null
        ? null
        : {
            batch: earlier.batch,
            file: earlier.file,
            sheet: earlier.sheet,
            line: earlier.line,
            time: earlier.instant === null ? null : wallClockText(earlier.instant, timeZone),
          },
  };
}

export function explainedRecord(
  record: BallotRecord,
  earlier: EarlierBallot | null,
  rules: VoteRules,
): ExplainedStanding {
  const row = { hasAccount: record.account !== null, instant: record.instant, choices: record.choices };
  return explainedStanding(row, record.standing, earlier, rules);
}
