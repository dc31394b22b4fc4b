import type { z } from 'zod';
import type * as contract from '../../shared/contract/experts.ts';
import type * as marks from '../../shared/contract/marks.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { findApplicationByCandidate } from '../database/applications.ts';
import { appendAudit } from '../database/audit-log.ts';
import { readExpert, type PersonRecord } from '../database/people.ts';
import {
  deleteRecusal,
  readRecusal,
  readRecusals,
  writeRecusal,
  type DeclaredBy,
} from '../database/recusals.ts';
import { readScoreSheet } from '../database/score-sheets.ts';
import { inTransaction } from '../database/transaction.ts';
import { callingExpert } from './calling-expert.ts';
import { ownSheet } from './score-sheets.ts';
import type { Caller } from './use-case.ts';

interface RecusalChange {
  readonly candidate: number;
  readonly recused: boolean;
  readonly reason: string;
}

/** By expert, then candidate. */
export function listRecusals(caller: Caller): Result<z.infer<typeof contract.listRecusals.output>> {
  return done({ recusals: readRecusals(caller.workspace.connection) });
}

/**
 * Records or removes one recusal; call it inside a transaction. Marks of the pair stay where they are: they count again
 * when the recusal is taken back. What stands already is left alone.
 */
export function recordRecusal(
  caller: Caller,
  expert: PersonRecord,
  change: RecusalChange,
  declaredBy: DeclaredBy,
): Result<null> {
  const { connection } = caller.workspace;
  const { candidate, recused, reason } = change;
  if (findApplicationByCandidate(connection, candidate) === null)
    return refused('not-found', { what: '候选项目', id: String(candidate) });
  const standing = readRecusal(connection, expert.id, candidate);
  const isUnchanged = recused ? standing?.reason === reason : standing === null;
  if (isUnchanged) return done(null);
  if (readScoreSheet(connection, expert.id).submittedAt !== null)
    return refused('sheet-submitted', { expert: expert.name });
  if (declaredBy === 'expert' && standing?.declaredBy === 'secretariat')
    return refused('recusal-by-secretariat', { candidate });
  if (recused) {
    writeRecusal(connection, {
      expert: expert.id,
      candidate,
      reason,
      // A reason that the secretariat corrects stays the expert's own declaration.
      declaredBy: standing?.declaredBy ?? declaredBy,
    });
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'recusal-declared',
      payload: { expert: expert.id, candidate, reason },
    });
  } else {
    deleteRecusal(connection, expert.id, candidate);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'recusal-withdrawn',
      payload: { expert: expert.id, candidate },
    });
  }
  return done(null);
}

/** The secretariat's own entry or removal of a recusal; a submitted sheet must be reopened first. */
export function setRecusal(
  caller: Caller,
  input: z.infer<typeof contract.setRecusal.input>,
): Result<z.infer<typeof contract.setRecusal.output>> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const expert = readExpert(connection, input.expert);
    if (expert === null) return refused('not-found', { what: '评审委员', id: String(input.expert) });
    const recorded = recordRecusal(caller, expert, input, 'secretariat');
    return recorded.ok ? done({ recusals: readRecusals(connection) }) : recorded;
  });
}

/** The expert steps aside from a candidate, or takes that back, as long as the sheet is open. */
export function declareRecusal(
  caller: Caller,
  input: z.infer<typeof marks.declareRecusal.input>,
): Result<marks.OwnSheet> {
  const { connection } = caller.workspace;
  const calling = callingExpert(caller);
  if (!calling.ok) return calling;
  return inTransaction(connection, () => {
    const recorded = recordRecusal(caller, calling.value, input, 'expert');
    return recorded.ok ? done(ownSheet(connection, calling.value.id)) : recorded;
  });
}
