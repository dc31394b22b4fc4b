import type { z } from 'zod';
import type * as experts from '../../shared/contract/experts.ts';
import type * as contract from '../../shared/contract/marks.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { markPoints, parseMark, type Mark } from '../../shared/scoring/mark.ts';
import { findApplicationByCandidate } from '../database/applications.ts';
import { appendAudit } from '../database/audit-log.ts';
import type { Connection } from '../database/connection.ts';
import type { PersonRecord } from '../database/people.ts';
import { readRecusal, readRecusalsOf } from '../database/recusals.ts';
import { readRules } from '../database/rounds.ts';
import {
  markReopened,
  readComment,
  readComments,
  readMark,
  readScores,
  readScoreSheet,
  writeComment,
  writeMark,
} from '../database/score-sheets.ts';
import { inTransaction } from '../database/transaction.ts';
import { callingExpert } from './calling-expert.ts';
import { expertById } from './experts.ts';
import { lockRulesOnFirstImport } from './rules.ts';
import { recordSubmission } from './submission.ts';
import type { Caller } from './use-case.ts';

/** One expert's sheet as that expert sees it. */
export function ownSheet(connection: Connection, expert: number): contract.OwnSheet {
  const { submittedAt, reopenedReason } = readScoreSheet(connection, expert);
  return {
    criteria: readRules(connection).criteria,
    submittedAt,
    reopenedReason,
    scores: readScores(connection, expert).map((score) => ({ ...score, mark: markPoints(score.mark) })),
    comments: readComments(connection, expert),
    recusals: readRecusalsOf(connection, expert).map(({ candidate, reason, declaredBy }) => ({
      candidate,
      reason,
      declaredBy,
    })),
  };
}

export function readOwnSheet(caller: Caller): Result<contract.OwnSheet> {
  const expert = callingExpert(caller);
  return expert.ok ? done(ownSheet(caller.workspace.connection, expert.value.id)) : expert;
}

/** The pair is a candidate's, on a sheet that is still open, and the expert has not stepped aside from it. */
function openPair(connection: Connection, expert: PersonRecord, candidate: number): Result<null> {
  if (findApplicationByCandidate(connection, candidate) === null)
    return refused('not-found', { what: '候选项目', id: String(candidate) });
  if (readScoreSheet(connection, expert.id).submittedAt !== null)
    return refused('sheet-submitted', { expert: expert.name });
  if (readRecusal(connection, expert.id, candidate) !== null) return refused('pair-recused', { candidate });
  return done(null);
}

/** Answers when the mark and its audit entry are on the disk. The first mark of all locks the rules in force. */
export function saveScore(
  caller: Caller,
  input: z.infer<typeof contract.saveScore.input>,
): Result<z.infer<typeof contract.saveScore.output>> {
  const { connection } = caller.workspace;
  const calling = callingExpert(caller);
  if (!calling.ok) return calling;
  const expert = calling.value;
  return inTransaction(connection, () => {
    const criterion = readRules(connection).criteria.find((each) => each.id === input.criterion);
    if (criterion === undefined) return refused('not-found', { what: '评审标准', id: input.criterion });
    const pair = openPair(connection, expert, input.candidate);
    if (!pair.ok) return pair;
    let mark: Mark | null = null;
    if (input.mark !== null) {
      mark = parseMark(input.mark, criterion);
      const { name, max, step } = criterion;
      if (mark === null)
        return refused('mark-out-of-range', { criterion: name, max, step, mark: String(input.mark) });
    }
    const at = caller.now();
    const before = readMark(connection, expert.id, input.candidate, criterion.id);
    if (before !== mark) {
      if (mark !== null) lockRulesOnFirstImport(caller, 'first mark');
      writeMark(connection, expert.id, input.candidate, criterion.id, mark);
      appendAudit(connection, caller.actor, at, {
        event: 'score-saved',
        payload: {
          expert: expert.id,
          candidate: input.candidate,
          criterion: criterion.id,
          before,
          after: mark,
        },
      });
    }
    return done({ savedAt: at.toISOString() });
  });
}

/** The record tells how long the comment is, not what it says. */
export function saveComment(
  caller: Caller,
  input: z.infer<typeof contract.saveComment.input>,
): Result<z.infer<typeof contract.saveComment.output>> {
  const { connection } = caller.workspace;
  const calling = callingExpert(caller);
  if (!calling.ok) return calling;
  const expert = calling.value;
  return inTransaction(connection, () => {
    const pair = openPair(connection, expert, input.candidate);
    if (!pair.ok) return pair;
    const at = caller.now();
    const comment = input.comment.trim() === '' ? '' : input.comment;
    if (readComment(connection, expert.id, input.candidate) !== comment) {
      writeComment(connection, expert.id, input.candidate, comment);
      appendAudit(connection, caller.actor, at, {
        event: 'comment-saved',
        payload: { expert: expert.id, candidate: input.candidate, length: comment.length },
      });
    }
    return done({ savedAt: at.toISOString() });
  });
}

/** Closes the expert's sheet; it can only be read afterwards. */
export function submitSheet(
  caller: Caller,
  input: z.infer<typeof contract.submitSheet.input>,
): Result<contract.OwnSheet> {
  const { connection } = caller.workspace;
  const calling = callingExpert(caller);
  if (!calling.ok) return calling;
  return inTransaction(connection, () => {
    const submitted = recordSubmission(caller, calling.value, input.acceptMissing);
    return submitted.ok ? done(ownSheet(connection, calling.value.id)) : submitted;
  });
}

/** Hands a submitted sheet back to its expert. */
export function reopenSheet(
  caller: Caller,
  input: z.infer<typeof experts.reopenSheet.input>,
): Result<experts.Expert> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const expert = expertById(connection, input.id);
    if (expert === null) return refused('not-found', { what: '评审委员', id: String(input.id) });
    if (expert.submittedAt === null) return refused('sheet-not-submitted', { expert: expert.name });
    markReopened(connection, expert.id, input.reason);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'sheet-reopened',
      payload: { expert: expert.id, reason: input.reason },
    });
    return done({ ...expert, submittedAt: null });
  });
}
