import type { z } from 'zod';
import type * as contract from '../../shared/contract/applications.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import {
  deleteApplication,
  findApplicationByCode,
  insertApplication,
  readApplication,
  readApplications,
  updateApplication,
} from '../database/applications.ts';
import { appendAudit } from '../database/audit-log.ts';
import { readRules } from '../database/rounds.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Caller } from './use-case.ts';

/** Capitals or not, full-width or not: what a person means to be the same when searching. */
function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** All of the words must occur, in any field; a whole number also finds the candidate of exactly that number. */
function matches(application: contract.Application, words: readonly string[]): boolean {
  const { code, title, organisation, district, text } = application;
  const haystack = searchText([code, title, organisation, district, text].join('\n'));
  return words.every((word) => haystack.includes(word) || String(application.candidate ?? '') === word);
}

/** Candidates first, by number; then the others as they were recorded. `recorded` counts all, whatever the search. */
export function listApplications(
  caller: Caller,
  input: z.infer<typeof contract.listApplications.input>,
): Result<z.infer<typeof contract.listApplications.output>> {
  const { connection } = caller.workspace;
  const all = readApplications(connection);
  const words = searchText(input.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return done({
    expected: readRules(connection).counts.applications,
    recorded: all.length,
    applications: all.filter((application) => matches(application, words)),
  });
}

function fieldsOf(application: contract.ApplicationFields): contract.ApplicationFields {
  const { code, title, organisation, district, text } = application;
  return { code, title, organisation, district, text };
}

export function createApplication(
  caller: Caller,
  input: contract.ApplicationFields,
): Result<contract.Application> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const owner = findApplicationByCode(connection, input.code);
    if (owner !== null) return refused('code-taken', { code: input.code, owner: owner.title });
    const id = insertApplication(connection, input, null);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'application-created',
      payload: { application: id, title: input.title },
    });
    return done({ ...fieldsOf(input), id, candidate: null });
  });
}

export function changeApplication(
  caller: Caller,
  input: z.infer<typeof contract.changeApplication.input>,
): Result<contract.Application> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const application = readApplication(connection, input.id);
    if (application === null) return refused('not-found', { what: '申报项目', id: String(input.id) });
    const owner = findApplicationByCode(connection, input.code);
    if (owner !== null && owner.id !== input.id)
      return refused('code-taken', { code: input.code, owner: owner.title });
    const before = fieldsOf(application);
    const after = fieldsOf(input);
    const isChanged = (Object.keys(after) as (keyof contract.ApplicationFields)[]).some(
      (field) => before[field] !== after[field],
    );
    if (isChanged) {
      updateApplication(connection, input.id, after);
      appendAudit(connection, caller.actor, caller.now(), {
        event: 'application-changed',
        payload: { application: input.id, before, after },
      });
    }
    return done({ ...after, id: application.id, candidate: application.candidate });
  });
}

/** Only an application that is no candidate can be removed. */
export function removeApplication(
  caller: Caller,
  input: z.infer<typeof contract.removeApplication.input>,
): Result<z.infer<typeof contract.removeApplication.output>> {
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const application = readApplication(connection, input.id);
    if (application === null) return refused('not-found', { what: '申报项目', id: String(input.id) });
    if (application.candidate !== null)
      return refused('application-is-candidate', { candidate: application.candidate });
    deleteApplication(connection, input.id);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'application-removed',
      payload: { application: input.id, title: application.title, reason: input.reason },
    });
    return done({});
  });
}
