import type { z } from 'zod';
import type * as contract from '../../shared/contract/applications.ts';
import { done, refused, type Refusal, type Result } from '../../shared/refusals/refusal.ts';
import {
  candidateHasMarks,
  findApplicationByCandidate,
  hasRecordedVotes,
  readApplication,
  readCandidates,
  readCandidateTitles,
  updateCandidateNumber,
} from '../database/applications.ts';
import { appendAudit } from '../database/audit-log.ts';
import type { Connection } from '../database/connection.ts';
import { inTransaction } from '../database/transaction.ts';
import { readVoteCounts } from '../database/vote-counts.ts';
import { readVoteTotals } from '../database/vote-totals.ts';
import type { Caller } from './use-case.ts';

/** A bound against mistakes; the round's own count of candidates is only an expectation. */
export const candidateLimit = 1000;

/**
 * Why an application cannot go from one candidate number to another, or null when it can. A number stands in marks, in
 * recusals and in ballots, so one that is used stays; and rows of votes were checked against the numbers of their day, so
 * with votes recorded or totals counted no number may come or go.
 */
export function candidateNumberFault(
  connection: Connection,
  before: number | null,
  after: number | null,
): { readonly ok: false; readonly refusal: Refusal } | null {
  if (after !== null) {
    const owner = findApplicationByCandidate(connection, after);
    if (owner !== null) return refused('candidate-number-taken', { candidate: after, title: owner.title });
    if (before === null && readCandidateTitles(connection).length >= candidateLimit)
      return refused('too-many-candidates', { limit: candidateLimit });
  }
  if (before !== null) {
    const isUsed = candidateHasMarks(connection, before) || (readVoteCounts(connection).get(before) ?? 0) > 0;
    if (isUsed) return refused('candidate-in-use', { candidate: before });
  }
  if (hasRecordedVotes(connection)) return refused('candidates-fixed-by-votes', {});
  const counting = readVoteTotals(connection).find(({ counted }) => counted !== null);
  return counting === undefined ? null : refused('candidates-fixed-by-totals', { file: counting.file });
}

/** Makes an application a candidate under a number, changes the number, or (null) takes it back. */
export function numberCandidate(
  caller: Caller,
  input: z.infer<typeof contract.numberCandidate.input>,
): Result<contract.Application> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const application = readApplication(connection, input.id);
    if (application === null) return refused('not-found', { what: '申报项目', id: String(input.id) });
    if (application.candidate === input.candidate) return done(application);
    const fault = candidateNumberFault(connection, application.candidate, input.candidate);
    if (fault !== null) return fault;
    updateCandidateNumber(connection, application.id, input.candidate);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'candidate-numbered',
      payload: { application: application.id, before: application.candidate, after: input.candidate },
    });
    return done({ ...application, candidate: input.candidate });
  });
}

/** In the order of their numbers, with their texts. */
export function listCandidates(caller: Caller): Result<z.infer<typeof contract.listCandidates.output>> {
  return done({ candidates: readCandidates(caller.workspace.connection) });
}
