import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { SkippedTable } from '../../../shared/ballots/skipped-tables.ts';
import { checkBallot } from '../../../shared/ballots/check.ts';
import type { ExplainedStanding } from '../../../shared/contract/vote-check.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { AccountSet } from '../../database/account-set.ts';
import type { Connection } from '../../database/connection.ts';
import { rowsOfBatch } from '../../database/ballot-search.ts';
import { batchInForceOf, type VoteBatchRecord } from '../../database/vote-batches.ts';
import { readAccountKey } from '../../database/workspace-secret.ts';
import type { Caller, SourceFile } from '../use-case.ts';
import { AccountHash } from './account-hash.ts';
import { readBallotRecords } from './ballot-records.ts';
import { explainNewcomers, type Newcomer } from './explain-newcomers.ts';
import { earlierFinder, explainedRecord } from './explain-records.ts';
import { newcomerOf } from './newcomer-of-row.ts';
import { inspectFile, type InspectedFile } from './source/inspect-file.ts';
import { openBallots, type BallotPlace } from './source/open-ballots.ts';
import { SourceBroken } from './source/source-record.ts';
import { readVoteRules, type VoteRules } from './vote-rules.ts';

/** One line of a votes file, with what it counts as. */
export interface CheckedLine extends ExplainedStanding {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** More lines than these nobody reads; a single one can be asked for in a file of any length. */
const mostLines = 100_000;

/**
 * What every ballot line of a file counts as, or would count as if it were imported now, beside all batches in force; nothing is
 * written. Of a file that is in force already: as it is recorded.
 * @param line only the lines with this number; where it is a further row of a ballot, that ballot at its first.
 * @param skipped takes the files and sheets that are not read; none of a file that is in force already
 */
export async function checkVotesFile(
  caller: Caller,
  file: SourceFile,
  line: number | null,
  mapping: VoteMapping | null = null,
  skipped: SkippedTable[] = [],
): Promise<Result<readonly CheckedLine[]>> {
  const { connection } = caller.workspace;
  const rules = readVoteRules(connection);
  if (rules.context.candidates.size === 0) return refused('candidates-missing', {});
  const inspected = await inspectFile(file, () => undefined, mapping?.encoding);
  if (!inspected.ok) return inspected;
  const batch = batchInForceOf(connection, inspected.value.sha256);
  const read = { inspected: inspected.value, mapping, skipped };
  const check = async (asked: number | null): Promise<Result<readonly CheckedLine[]>> =>
    batch === null
      ? await checkNewFile(caller, read, asked, rules)
      : checkRecordedFile(connection, batch, asked, rules);
  let checked = await check(line);
  if (line !== null && checked.ok && checked.value.length === 0) {
    // What is not read was said already.
    const first = await firstLineOf(caller, { ...read, skipped: [] }, line, rules);
    if (first !== null) checked = await check(first);
  }
  if (checked.ok && checked.value.length === 0)
    return line === null
      ? refused('file-empty', { file: file.name })
      : refused('line-missing', { file: file.name, line });
  return checked;
}

function checkRecordedFile(
  connection: Connection,
  { batch, file, rows }: VoteBatchRecord,
  line: number | null,
  rules: VoteRules,
): Result<readonly CheckedLine[]> {
  if (line === null && rows > mostLines) return refused('check-too-long', { file, limit: mostLines });
  return connection.transaction(() => {
    const records = readBallotRecords(connection, rowsOfBatch(connection, batch, line));
    const earlier = earlierFinder(connection, records, rules);
    return done(
      records.map((record) => ({
        file: record.file,
        sheet: record.sheet,
        row: record.line,
        ...explainedRecord(record, earlier(record), rules),
      })),
    );
  })();
}

/** A file and how its columns are read; a mapping of null is recognised. */
interface ReadableFile {
  readonly inspected: InspectedFile;
  readonly mapping: VoteMapping | null;
  /** Takes what is not read of it. */
  readonly skipped: SkippedTable[];
}

async function checkNewFile(
  caller: Caller,
  file: ReadableFile,
  line: number | null,
  rules: VoteRules,
): Promise<Result<readonly CheckedLine[]>> {
  const lines = await readLines(caller, file, line, rules);
  if (!lines.ok) return lines;
  const { connection } = caller.workspace;
  const explained = connection.transaction(() =>
    explainNewcomers(connection, lines.value, file.inspected.sha256, rules),
  )();
  const checked = lines.value.flatMap((each, index): CheckedLine[] => {
    const found = explained[index];
    if (found === undefined || (line !== null && each.line !== line)) return [];
    const { standing, rule, earlier } = found;
    return [{ file: each.file, sheet: each.sheet, row: each.line, standing, rule, earlier }];
  });
  return done(checked);
}

/** All lines, or those of the accounts of one line: what it counts as depends on no others. */
async function readLines(
  caller: Caller,
  file: ReadableFile,
  line: number | null,
  rules: VoteRules,
): Promise<Result<readonly Newcomer[]>> {
  try {
    if (line === null) return await collect(newcomers(caller, file, rules), () => true, file);
    const asked = await collect(newcomers(caller, file, rules), (each) => each.line === line, file);
    if (!asked.ok) return asked;
    const accounts = new AccountSet(asked.value.flatMap(({ account }) => account ?? []));
    const isOfThem = ({ account, line: number }: Newcomer): boolean =>
      number === line || (account !== null && accounts.has(account.low, account.high));
    return await collect(newcomers(caller, file, rules), isOfThem, file);
  } catch (error) {
    if (error instanceof SourceBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/**
 * The line where the ballot begins that a line was gathered into. Null where the line is in no such ballot, or where nobody says
 * how a recorded file was read.
 */
async function firstLineOf(
  caller: Caller,
  file: ReadableFile,
  line: number,
  rules: VoteRules,
): Promise<number | null> {
  let found: number | null = null;
  const onGathered: BallotPlace['onGathered'] = (row, first) => {
    if (row === line) found ??= first;
  };
  try {
    await collect(newcomers(caller, file, rules, onGathered), () => false, file);
  } catch (error) {
    if (!(error instanceof SourceBroken)) throw error;
  }
  return found;
}

async function collect(
  rows: AsyncIterable<Newcomer>,
  isWanted: (row: Newcomer) => boolean,
  { inspected: { file } }: ReadableFile,
): Promise<Result<readonly Newcomer[]>> {
  const wanted: Newcomer[] = [];
  for await (const row of rows) {
    if (!isWanted(row)) continue;
    if (wanted.length >= mostLines) return refused('check-too-long', { file: file.name, limit: mostLines });
    wanted.push(row);
  }
  return done(wanted);
}

async function* newcomers(
  { workspace }: Caller,
  { inspected, mapping, skipped }: ReadableFile,
  { context }: VoteRules,
  onGathered: BallotPlace['onGathered'] = () => undefined,
): AsyncGenerator<Newcomer> {
  const hash = new AccountHash(readAccountKey(workspace.connection));
  const { needsTime, timeZone } = context;
  const candidates = readCandidateTitles(workspace.connection);
  const place = { workspace: workspace.kind, needsTime, timeZone, candidates, onGathered };
  const opened = await openBallots([inspected], mapping, place);
  if (opened.kind === 'totals')
    throw new SourceBroken(refused('votes-no-ballots', { file: inspected.file.name }));
  let position = 0;
  for await (const part of opened.parts) {
    for (const { source, row: line, ballot } of part) {
      const { file, sheet } = opened.sources[source] ?? { file: inspected.file.name, sheet: null };
      const where = { file, sheet, line, position };
      yield newcomerOf(ballot, checkBallot(ballot, context), hash, where);
      position += 1;
    }
  }
  skipped.splice(0, Infinity, ...opened.skipped);
}
