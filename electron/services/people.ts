import type { z } from 'zod';
import type * as contract from '../../shared/contract/workspace.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { roles, type Role } from '../../shared/round/roles.ts';
import { appendAudit } from '../database/audit-log.ts';
import {
  findPerson,
  insertPerson,
  publicPerson,
  readPeople,
  readPerson,
  readRecoveryHash,
  setPassword,
  setRecoveryHash,
  type PersonRecord,
} from '../database/people.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Workspace } from '../database/workspace.ts';
import { attempt, personActor } from './password-attempts.ts';
import {
  hashPassword,
  isOneCharacter,
  newRecoveryCode,
  newTemporaryPassword,
  passwordFits,
  recoveryCodeText,
  standardCost,
  type PasswordCost,
} from './passwords.ts';
import type { SignedIn, Visitor } from './sign-in.ts';
import type { Caller } from './use-case.ts';

/** Made when somebody asks: its tables take longer to load than most commands. */
let collator: Intl.Collator | null = null;

function compareNames(first: string, second: string): number {
  collator ??= new Intl.Collator('zh-Hans-CN', { numeric: true });
  return collator.compare(first, second);
}

function byRoleAndName(left: contract.Person, right: contract.Person): number {
  return (
    roles.indexOf(left.role) - roles.indexOf(right.role) ||
    compareNames(left.name, right.name) ||
    left.id - right.id
  );
}

/** What an own PIN or password must be; null when it is good enough. */
function passwordFault(password: string, role: Role): Result<never> | null {
  const atLeast = role === 'expert' ? 6 : 8;
  if (password.length < atLeast) return refused('weak-password', { atLeast });
  if (isOneCharacter(password))
    return refused('invalid-input', { field: '新密码', problem: '不能全是同一个字符，太容易被猜到' });
  return null;
}

/** Whether the first secretary has been named. */
export function isSetUp(workspace: Workspace): boolean {
  return readPeople(workspace.connection).some((person) => person.role === 'secretariat');
}

/**
 * Everybody who may choose their name at the sign-in page: who has a password or PIN, and every secretary. Experts first,
 * because they are the many; within a role by name, as a Chinese reader looks it up.
 */
export function signInPeople(workspace: Workspace): contract.Person[] {
  return readPeople(workspace.connection)
    .filter((person) => person.passwordHash !== null || person.role === 'secretariat')
    .map(publicPerson)
    .toSorted(byRoleAndName);
}

/** The first start: names the first secretary and makes the recovery code, which nobody can read again. */
export async function nameFirstSecretary(
  visitor: Visitor,
  input: z.infer<typeof contract.nameFirstSecretary.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<{ readonly signedIn: SignedIn; readonly recoveryCode: string }>> {
  const { workspace, now } = visitor;
  const { connection } = workspace;
  const fault = passwordFault(input.password, 'secretariat');
  if (fault !== null) return fault;
  if (isSetUp(workspace)) return refused('already-set-up', {});
  const recoveryCode = newRecoveryCode();
  const [hash, recoveryHash] = await Promise.all([
    hashPassword(input.password, cost),
    hashPassword(recoveryCodeText(recoveryCode), cost),
  ]);
  return inTransaction(connection, () => {
    // Two windows may have asked at once; the second comes too late.
    if (isSetUp(workspace)) return refused('already-set-up', {});
    const id = insertPerson(connection, {
      name: input.name,
      role: 'secretariat',
      code: '',
      organisation: '',
      district: '',
    });
    setPassword(connection, id, hash, false);
    setRecoveryHash(connection, recoveryHash);
    const actor = { kind: 'person', id, name: input.name, role: 'secretariat' } as const;
    appendAudit(connection, actor, now(), {
      event: 'first-secretary-named',
      payload: { person: id, name: input.name },
    });
    appendAudit(connection, actor, now(), { event: 'signed-in', payload: { person: id } });
    const person = { id, name: input.name, role: 'secretariat', organisation: '' } as const;
    return done({ signedIn: { person, mustChangePassword: false }, recoveryCode });
  });
}

/** A secretary who forgot the password sets a new one with the printed code, which stays valid. */
export async function recoverPassword(
  visitor: Visitor,
  input: z.infer<typeof contract.recoverPassword.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<SignedIn>> {
  const { connection } = visitor.workspace;
  const owner = readPerson(connection, input.personId);
  if (owner === null) return refused('not-found', { what: '人员', id: String(input.personId) });
  if (owner.role !== 'secretariat') return refused('not-allowed', { needs: ['秘书处'] });
  const fault = passwordFault(input.password, owner.role);
  if (fault !== null) return fault;
  const recoveryHash = readRecoveryHash(connection);
  const attempted = await attempt(
    visitor,
    owner.id,
    async () =>
      recoveryHash !== null && (await passwordFits(recoveryCodeText(input.recoveryCode), recoveryHash)),
    () => refused('wrong-recovery-code', {}),
  );
  if (!attempted.ok) return attempted;
  return replacePassword(visitor, owner.id, input.password, 'recovery-code', cost);
}

/** The owner replaces the password or PIN; a temporary one must be replaced by a different one. */
export async function changePassword(
  caller: Caller,
  input: z.infer<typeof contract.changePassword.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<SignedIn>> {
  const { actor } = caller;
  if (actor.kind !== 'person') return refused('not-signed-in', {});
  const fault = passwordFault(input.next, actor.role);
  if (fault !== null) return fault;
  if (input.next === input.current)
    return refused('invalid-input', {
      field: actor.role === 'expert' ? '新 PIN' : '新密码',
      problem: '不能与现在的相同',
    });
  const attempted = await attempt(
    caller,
    actor.id,
    async (person) =>
      person.passwordHash !== null && (await passwordFits(input.current, person.passwordHash)),
    (waitSeconds) => refused('wrong-password', { waitSeconds }),
  );
  if (!attempted.ok) return attempted;
  return replacePassword(caller, actor.id, input.next, 'owner', cost);
}

async function replacePassword(
  { workspace, now }: Visitor,
  personId: number,
  password: string,
  by: 'owner' | 'recovery-code',
  cost: PasswordCost,
): Promise<Result<SignedIn>> {
  const { connection } = workspace;
  const hash = await hashPassword(password, cost);
  return inTransaction(connection, () => {
    const person = readPerson(connection, personId);
    if (person === null) return refused('not-found', { what: '人员', id: String(personId) });
    setPassword(connection, person.id, hash, false);
    appendAudit(connection, personActor(person), now(), {
      event: 'password-changed',
      payload: { person: person.id, by },
    });
    if (by === 'recovery-code')
      appendAudit(connection, personActor(person), now(), {
        event: 'signed-in',
        payload: { person: person.id },
      });
    return done({ person: publicPerson(person), mustChangePassword: false });
  });
}

export type AddedPerson = z.infer<typeof contract.addPerson.output> & {
  /** Where this is the first secretary; nobody can read it again. */
  readonly recoveryCode?: string;
};

/**
 * Adds a secretary or an observer, with a temporary password that is shown once. On the command line this may be the first
 * secretary of all, who then gets the recovery code as at a first start.
 */
export async function addPerson(
  caller: Caller,
  input: z.infer<typeof contract.addPerson.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<AddedPerson>> {
  const { workspace } = caller;
  const { connection } = workspace;
  const isTaken = (): boolean => findPerson(connection, input.role, input.name, '') !== null;
  if (isTaken()) return refused('expert-name-taken', { name: input.name });
  const temporaryPassword = newTemporaryPassword();
  const isFirst = (): boolean => input.role === 'secretariat' && !isSetUp(workspace);
  const recoveryCode = isFirst() ? newRecoveryCode() : null;
  const [hash, recoveryHash] = await Promise.all([
    hashPassword(temporaryPassword, cost),
    recoveryCode === null ? null : hashPassword(recoveryCodeText(recoveryCode), cost),
  ]);
  return inTransaction(connection, () => {
    const getsCode = isFirst();
    if (isTaken()) return refused('expert-name-taken', { name: input.name });
    const id = insertPerson(connection, { ...input, code: '', district: '' });
    setPassword(connection, id, hash, true);
    if (getsCode && recoveryHash !== null) setRecoveryHash(connection, recoveryHash);
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'person-added',
      payload: { person: id, name: input.name, role: input.role },
    });
    return done({
      person: { id, name: input.name, role: input.role, organisation: input.organisation },
      temporaryPassword,
      ...(getsCode && recoveryCode !== null ? { recoveryCode } : {}),
    });
  });
}

/** A new temporary password for another secretary or an observer; the earlier one stops working and its misses are forgotten. */
export async function issuePassword(
  caller: Caller,
  input: z.infer<typeof contract.issuePassword.input>,
  cost: PasswordCost = standardCost,
): Promise<Result<z.infer<typeof contract.issuePassword.output>>> {
  const { connection } = caller.workspace;
  const { actor } = caller;
  if (actor.kind === 'person' && actor.id === input.id) return refused('own-password', {});
  const holder = (): PersonRecord | null => {
    const person = readPerson(connection, input.id);
    return person === null || person.role === 'expert' ? null : person;
  };
  const missing = refused('not-found', { what: '人员', id: String(input.id) });
  if (holder() === null) return missing;
  const temporaryPassword = newTemporaryPassword();
  const hash = await hashPassword(temporaryPassword, cost);
  return inTransaction(connection, () => {
    const person = holder();
    if (person === null) return missing;
    setPassword(connection, person.id, hash, true);
    appendAudit(connection, actor, caller.now(), {
      event: 'password-issued',
      payload: { person: person.id },
    });
    return done({ person: publicPerson(person), temporaryPassword });
  });
}

/** Secretaries and observers. */
export function listPeople(caller: Caller): Result<z.infer<typeof contract.listPeople.output>> {
  const people = readPeople(caller.workspace.connection)
    .filter((person) => person.role !== 'expert')
    .map(publicPerson)
    .toSorted(byRoleAndName);
  return done({ people });
}
