import type { z } from 'zod';
import type * as contract from '../../shared/contract/experts.ts';
import { done, refused, type Refusal, type Result } from '../../shared/refusals/refusal.ts';
import { appendAudit } from '../database/audit-log.ts';
import type { Connection } from '../database/connection.ts';
import {
  findPerson,
  findPersonByCode,
  insertPerson,
  readExpert,
  readExperts,
  setPassword,
  updatePerson,
  type PersonRecord,
} from '../database/people.ts';
import { readRecusals, readRecusalsOf } from '../database/recusals.ts';
import { readScoreSheet, readSubmissions } from '../database/score-sheets.ts';
import { inTransaction } from '../database/transaction.ts';
import { hashPassword, newTemporaryPin, standardCost, type PasswordCost } from './passwords.ts';
import type { Caller } from './use-case.ts';

function expertOf(person: PersonRecord, recusals: number, submittedAt: string | null): contract.Expert {
  const { id, code, name, organisation, district } = person;
  const pin = person.passwordHash === null ? 'none' : person.passwordIsTemporary ? 'temporary' : 'own';
  return { id, code, name, organisation, district, pin, recusals, submittedAt };
}

/** One expert as the secretariat sees them; null when there is none of that id. */
export function expertById(connection: Connection, id: number): contract.Expert | null {
  const person = readExpert(connection, id);
  if (person === null) return null;
  return expertOf(person, readRecusalsOf(connection, id).length, readScoreSheet(connection, id).submittedAt);
}

/** In the order of the secretariat's own list, as they were recorded. */
export function listExperts(caller: Caller): Result<z.infer<typeof contract.listExperts.output>> {
  const { connection } = caller.workspace;
  const submissions = readSubmissions(connection);
  const recusals = new Map<number, number>();
  for (const { expert } of readRecusals(connection)) recusals.set(expert, (recusals.get(expert) ?? 0) + 1);
  const experts = readExperts(connection).map((person) =>
    expertOf(person, recusals.get(person.id) ?? 0, submissions.get(person.id) ?? null),
  );
  return done({ experts });
}

/**
 * Why an expert cannot be called this, or null. Two of one name must be told apart by a code; a code is one expert's.
 * @param self the expert who is being changed
 */
export function expertIdentityFault(
  connection: Connection,
  fields: Pick<contract.ExpertFields, 'name' | 'code'>,
  self: number | null,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const namesake = findPerson(connection, 'expert', fields.name, fields.code);
  if (namesake !== null && namesake.id !== self) return refused('expert-name-taken', { name: fields.name });
  const owner = findPersonByCode(connection, 'expert', fields.code);
  if (owner !== null && owner.id !== self)
    return refused('code-taken', { code: fields.code, owner: owner.name });
  return null;
}

export function createExpert(caller: Caller, input: contract.ExpertFields): Result<contract.Expert> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const fault = expertIdentityFault(connection, input, null);
    if (fault !== null) return fault;
    const id = insertPerson(connection, { ...input, role: 'expert' });
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'expert-created',
      payload: { expert: id, name: input.name },
    });
    const { code, name, organisation, district } = input;
    return done({ id, code, name, organisation, district, pin: 'none', recusals: 0, submittedAt: null });
  });
}

export function changeExpert(
  caller: Caller,
  input: z.infer<typeof contract.changeExpert.input>,
): Result<contract.Expert> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const expert = expertById(connection, input.id);
    if (expert === null) return refused('not-found', { what: '评审委员', id: String(input.id) });
    const fault = expertIdentityFault(connection, input, input.id);
    if (fault !== null) return fault;
    const fields = ({
      code,
      name,
      organisation,
      district,
    }: contract.ExpertFields): contract.ExpertFields => ({
      code,
      name,
      organisation,
      district,
    });
    const before = fields(expert);
    const after = fields(input);
    const isChanged = (Object.keys(after) as (keyof contract.ExpertFields)[]).some(
      (field) => before[field] !== after[field],
    );
    if (isChanged) {
      updatePerson(connection, input.id, after);
      appendAudit(connection, caller.actor, caller.now(), {
        event: 'expert-changed',
        payload: { expert: input.id, before, after },
      });
    }
    return done({ ...expert, ...after });
  });
}

/** Issues a temporary PIN, shown once; an earlier PIN stops working and its misses are forgotten. */
export async function issuePin(
  caller: Caller,
  input: z.infer<typeof contract.issuePin.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<z.infer<typeof contract.issuePin.output>>> {
  const { connection } = caller.workspace;
  const missing = refused('not-found', { what: '评审委员', id: String(input.id) });
  if (readExpert(connection, input.id) === null) return missing;
  const pin = newTemporaryPin();
  const hash = await hashPassword(pin, cost);
  return inTransaction(connection, () => {
    if (readExpert(connection, input.id) === null) return missing;
    setPassword(connection, input.id, hash, true);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'pin-issued',
      payload: { person: input.id },
    });
    const expert = expertById(connection, input.id);
    return expert === null ? missing : done({ expert, pin });
  });
}
