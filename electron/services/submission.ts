import { canonicalText } from '../../shared/audit/canonical.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../database/applications.ts';
import { appendAudit, sha256Text } from '../database/audit-log.ts';
import type { Connection } from '../database/connection.ts';
import type { PersonRecord } from '../database/people.ts';
import { readRecusalsOf } from '../database/recusals.ts';
import { readRules } from '../database/rounds.ts';
import {
  markSubmitted,
  readComments,
  readScores,
  readScoreSheet,
  type SheetComment,
  type SheetScore,
} from '../database/score-sheets.ts';
import type { Caller } from './use-case.ts';

/**
 * The candidates that an expert has not marked by every criterion, ascending; recused ones are not missing. A pair with
 * only some of its marks has no total, so it is missing as a whole.
 */
export function missingCandidates(connection: Connection, expert: number): number[] {
  const criteria = readRules(connection).criteria.map((criterion) => criterion.id);
  const marked = new Set(
    readScores(connection, expert).map((score) => `${score.candidate} ${score.criterion}`),
  );
  const recused = new Set(readRecusalsOf(connection, expert).map((recusal) => recusal.candidate));
  return readCandidateTitles(connection)
    .map(({ candidate }) => candidate)
    .filter((candidate) => !recused.has(candidate))
    .filter((candidate) => criteria.some((criterion) => !marked.has(`${candidate} ${criterion}`)));
}

/**
 * SHA-256 over the canonical form of an expert's marks and comments: the record can show later what was submitted. Recusals
 * are no part of it. The secretariat may register one after the submission, and each has an audit entry of its own.
 */
export function sheetHash(
  expert: number,
  scores: readonly SheetScore[],
  comments: readonly SheetComment[],
): string {
  return sha256Text(canonicalText({ expert, scores, comments }));
}

/** The hash of the sheet as it is stored now. */
export function scoreSheetHash(connection: Connection, expert: number): string {
  return sheetHash(expert, readScores(connection, expert), readComments(connection, expert));
}

/** Submits a sheet, on whoever's behalf the caller is; call it inside a transaction. */
export function recordSubmission(caller: Caller, expert: PersonRecord, acceptMissing: boolean): Result<null> {
  const { connection } = caller.workspace;
  if (readScoreSheet(connection, expert.id).submittedAt !== null)
    return refused('sheet-submitted', { expert: expert.name });
  const missing = missingCandidates(connection, expert.id);
  if (missing.length > 0 && !acceptMissing) return refused('sheet-incomplete', { missing });
  const at = caller.now();
  markSubmitted(connection, expert.id, at.toISOString());
  appendAudit(connection, caller.actor, at, {
    event: 'sheet-submitted',
    payload: {
      expert: expert.id,
      scores: readScores(connection, expert.id).length,
      missing,
      sheetHash: scoreSheetHash(connection, expert.id),
    },
  });
  return done(null);
}
