import { markFromThousandths, type Mark } from '../../shared/scoring/mark.ts';
import type { SubmittedScore } from '../../shared/scoring/score.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Tables `score_sheet`, `score` and `score_comment`: what the experts marked. */

export interface ScoreSheet {
  readonly submittedAt: string | null;
  readonly reopenedReason: string | null;
}

export interface SheetScore {
  readonly candidate: number;
  readonly criterion: string;
  readonly mark: Mark;
}

export interface SheetComment {
  readonly candidate: number;
  readonly comment: string;
}

interface ScoreRow {
  readonly candidate: number;
  readonly criterion: string;
  readonly mark: number;
}

function scoreOf(row: ScoreRow): SheetScore {
  return { candidate: row.candidate, criterion: row.criterion, mark: markFromThousandths(row.mark) };
}

/** An expert who has not begun has an empty sheet. */
export function readScoreSheet(connection: Connection, expert: number): ScoreSheet {
  const row = statement<[number], { submitted_at: string | null; reopened_reason: string | null }>(
    connection,
    'SELECT submitted_at, reopened_reason FROM score_sheet WHERE expert = ?',
  ).get(expert);
  return { submittedAt: row?.submitted_at ?? null, reopenedReason: row?.reopened_reason ?? null };
}

/** Submission instants by expert; experts without a submitted sheet are not in the map. */
export function readSubmissions(connection: Connection): Map<number, string> {
  const rows = statement<[], { expert: number; submitted_at: string }>(
    connection,
    'SELECT expert, submitted_at FROM score_sheet WHERE submitted_at IS NOT NULL ORDER BY expert',
  ).all();
  return new Map(rows.map((row) => [row.expert, row.submitted_at]));
}

/** Makes the expert's sheet unless there is one; marks and comments belong to it. */
export function beginScoreSheet(connection: Connection, expert: number): void {
  statement(connection, 'INSERT INTO score_sheet (expert) VALUES (?) ON CONFLICT DO NOTHING').run(expert);
}

export function markSubmitted(connection: Connection, expert: number, at: string): void {
  beginScoreSheet(connection, expert);
  statement(
    connection,
    'UPDATE score_sheet SET submitted_at = ?, reopened_reason = NULL WHERE expert = ?',
  ).run(at, expert);
}

export function markReopened(connection: Connection, expert: number, reason: string): void {
  statement(
    connection,
    'UPDATE score_sheet SET submitted_at = NULL, reopened_reason = ? WHERE expert = ?',
  ).run(reason, expert);
}

/** By candidate, then criterion id. */
export function readScores(connection: Connection, expert: number): SheetScore[] {
  return statement<[number], ScoreRow>(
    connection,
    'SELECT candidate, criterion, mark FROM score WHERE expert = ? ORDER BY candidate, criterion',
  )
    .all(expert)
    .map(scoreOf);
}

export function readMark(
  connection: Connection,
  expert: number,
  candidate: number,
  criterion: string,
): Mark | null {
  const row = statement<[number, number, string], { mark: number }>(
    connection,
    'SELECT mark FROM score WHERE expert = ? AND candidate = ? AND criterion = ?',
  ).get(expert, candidate, criterion);
  return row === undefined ? null : markFromThousandths(row.mark);
}

/** Null takes the mark away: an absent mark is absent, never 0. */
export function writeMark(
  connection: Connection,
  expert: number,
  candidate: number,
  criterion: string,
  mark: Mark | null,
): void {
  if (mark === null) {
    statement(connection, 'DELETE FROM score WHERE expert = ? AND candidate = ? AND criterion = ?').run(
      expert,
      candidate,
      criterion,
    );
    return;
  }
  beginScoreSheet(connection, expert);
  statement(
    connection,
    `INSERT INTO score (expert, candidate, criterion, mark) VALUES (?, ?, ?, ?)
       ON CONFLICT (expert, candidate, criterion) DO UPDATE SET mark = excluded.mark`,
  ).run(expert, candidate, criterion, mark);
}

/** By candidate. */
export function readComments(connection: Connection, expert: number): SheetComment[] {
  return statement<[number], SheetComment>(
    connection,
    'SELECT candidate, comment FROM score_comment WHERE expert = ? ORDER BY candidate',
  ).all(expert);
}

/** The comment, empty where there is none. */
export function readComment(connection: Connection, expert: number, candidate: number): string {
  const row = statement<[number, number], { comment: string }>(
    connection,
    'SELECT comment FROM score_comment WHERE expert = ? AND candidate = ?',
  ).get(expert, candidate);
  return row?.comment ?? '';
}

/** An empty comment takes it away. */
export function writeComment(
  connection: Connection,
  expert: number,
  candidate: number,
  comment: string,
): void {
  if (comment === '') {
    statement(connection, 'DELETE FROM score_comment WHERE expert = ? AND candidate = ?').run(
      expert,
      candidate,
    );
    return;
  }
  beginScoreSheet(connection, expert);
  statement(
    connection,
    `INSERT INTO score_comment (expert, candidate, comment) VALUES (?, ?, ?)
       ON CONFLICT (expert, candidate) DO UPDATE SET comment = excluded.comment`,
  ).run(expert, candidate, comment);
}

/** The marks of submitted sheets, recused pairs included: leaving those out is the merge's business. */
export function readSubmittedScores(connection: Connection): SubmittedScore[] {
  const rows = statement<[], ScoreRow & { readonly expert: number }>(
    connection,
    `SELECT score.expert, score.candidate, score.criterion, score.mark
         FROM score JOIN score_sheet ON score_sheet.expert = score.expert
        WHERE score_sheet.submitted_at IS NOT NULL
        ORDER BY score.expert, score.candidate, score.criterion`,
  ).all();
  return rows.map((row) => ({ expert: row.expert, ...scoreOf(row) }));
}

/** Comments of submitted sheets, for exports; by expert, then candidate. */
export function readSubmittedComments(
  connection: Connection,
): (SheetComment & { readonly expert: number })[] {
  return statement<[], SheetComment & { readonly expert: number }>(
    connection,
    `SELECT score_comment.expert, candidate, comment
         FROM score_comment JOIN score_sheet ON score_sheet.expert = score_comment.expert
        WHERE submitted_at IS NOT NULL ORDER BY score_comment.expert, candidate`,
  ).all();
}

/** How many criteria are marked for each pair that has any, marks of other criteria than these left out. */
export function readMarkedCriteria(
  connection: Connection,
  criteria: readonly string[],
): { expert: number; candidate: number; marked: number }[] {
  return statement<[string], { expert: number; candidate: number; marked: number }>(
    connection,
    `SELECT expert, candidate, count(*) AS marked FROM score
        WHERE criterion IN (SELECT value FROM json_each(?))
        GROUP BY expert, candidate ORDER BY expert, candidate`,
  ).all(JSON.stringify(criteria));
}

/** The different marks that stand for each criterion, open sheets included. */
export function readMarksByCriterion(connection: Connection): Map<string, Mark[]> {
  const rows = statement<[], { criterion: string; mark: number }>(
    connection,
    'SELECT DISTINCT criterion, mark FROM score ORDER BY criterion, mark',
  ).all();
  const marks = new Map<string, Mark[]>();
  for (const row of rows) {
    const mark = markFromThousandths(row.mark);
    const standing = marks.get(row.criterion);
    if (standing === undefined) marks.set(row.criterion, [mark]);
    else standing.push(mark);
  }
  return marks;
}
