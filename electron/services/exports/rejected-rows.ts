import { standingCode } from '../../../shared/ballots/standing-codes.ts';
import { rowsExceptStanding, type FoundRows } from '../../database/ballot-search.ts';
import type { Connection } from '../../database/connection.ts';
import { hashHex } from '../votes/account-hash.ts';
import { readBallotRecords } from '../votes/ballot-records.ts';
import { earlierFinder, explainedRecord } from '../votes/explain-records.ts';
import type { VoteRules } from '../votes/vote-rules.ts';
import { standingWords } from './rule-words.ts';

export const rejectedColumns = [
  { header: '批次', width: 8 },
  { header: '文件', width: 32 },
  { header: '工作表', width: 16 },
  { header: '行号', width: 10 },
  { header: '账号摘要', width: 20 },
  { header: '时间', width: 22 },
  { header: '选项', width: 40 },
  { header: '原因', width: 28 },
  { header: '说明', width: 70 },
] as const;

export type RejectedRow = readonly (string | number | null)[];

/** So many rows are explained at a time: enough that looking for other ballots of their accounts is worth it. */
const rowsAtATime = 20_000;

/**
 * Every row of these batches that is not counted, in batch and row order, with the reason. To be read in one read transaction of
 * a connection that nobody else uses, so that all rows are of one moment.
 */
export function* rejectedRows(
  connection: Connection,
  batches: readonly number[],
  rules: VoteRules,
): Generator<RejectedRow[]> {
  for (const part of parts(rowsExceptStanding(connection, batches, standingCode('accepted')))) {
    const records = readBallotRecords(connection, part);
    const earlier = earlierFinder(connection, records, rules);
    yield records.map((record) => {
      const { rule, standing } = explainedRecord(record, earlier(record), rules);
      const { source, file, sheet, line, account, time, choices } = record;
      const hash = account === null ? null : hashHex(account.low, account.high);
      return [source.batch, file, sheet, line, hash, time, choices, standingWords(standing), rule.sentence];
    });
  }
}

function* parts(found: Iterable<FoundRows>): Generator<FoundRows[]> {
  let part: FoundRows[] = [];
  let rows = 0;
  for (const each of found) {
    part.push(each);
    rows += each.rows.length;
    if (rows < rowsAtATime) continue;
    yield part;
    part = [];
    rows = 0;
  }
  if (part.length > 0) yield part;
}
