import type { Person } from '../../shared/contract/workspace.ts';
import type { Role } from '../../shared/round/roles.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Table `person`: experts, secretaries and observers. Password hashes never leave electron/. */

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly code: string;
  readonly organisation: string;
  readonly district: string;
  readonly password_hash: string | null;
  readonly password_is_temporary: 0 | 1;
  readonly misses: number;
  readonly paused_until: string | null;
}

export interface PersonRecord {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly code: string;
  readonly organisation: string;
  readonly district: string;
  readonly passwordHash: string | null;
  readonly passwordIsTemporary: boolean;
  readonly misses: number;
  readonly pausedUntil: Date | null;
}

export type PersonFields = Pick<PersonRecord, 'name' | 'role' | 'code' | 'organisation' | 'district'>;

function personOf(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    code: row.code,
    organisation: row.organisation,
    district: row.district,
    passwordHash: row.password_hash,
    passwordIsTemporary: row.password_is_temporary === 1,
    misses: row.misses,
    pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
  };
}

/** The part of a person that anybody at the sign-in page may see. */
export function publicPerson(record: PersonRecord): Person {
  return { id: record.id, name: record.name, role: record.role, organisation: record.organisation };
}

/** Everybody, in the order in which they were recorded. */
export function readPeople(connection: Connection): PersonRecord[] {
  return statement<[], PersonRow>(connection, 'SELECT * FROM person ORDER BY id').all().map(personOf);
}

export function readPerson(connection: Connection, id: number): PersonRecord | null {
  const row = statement<[number], PersonRow>(connection, 'SELECT * FROM person WHERE id = ?').get(id);
  return row === undefined ? null : personOf(row);
}

export function readExpert(connection: Connection, id: number): PersonRecord | null {
  const person = readPerson(connection, id);
  return person?.role === 'expert' ? person : null;
}

/** Experts in the order in which they were recorded, which is the secretariat's own order of the list. */
export function readExperts(connection: Connection): PersonRecord[] {
  return statement<[], PersonRow>(connection, "SELECT * FROM person WHERE role = 'expert' ORDER BY id")
    .all()
    .map(personOf);
}

/** Whether somebody in this role has exactly this name and code. */
export function findPerson(
  connection: Connection,
  role: Role,
  name: string,
  code: string,
): PersonRecord | null {
  const row = statement<[string, string, string], PersonRow>(
    connection,
    'SELECT * FROM person WHERE role = ? AND name = ? AND code = ?',
  ).get(role, name, code);
  return row === undefined ? null : personOf(row);
}

/** The person in this role with this code; an empty code is nobody's. */
export function findPersonByCode(connection: Connection, role: Role, code: string): PersonRecord | null {
  if (code === '') return null;
  const row = statement<[string, string], PersonRow>(
    connection,
    'SELECT * FROM person WHERE role = ? AND code = ?',
  ).get(role, code);
  return row === undefined ? null : personOf(row);
}

export function insertPerson(connection: Connection, fields: PersonFields): number {
  const { lastInsertRowid } = statement(
    connection,
    'INSERT INTO person (name, role, code, organisation, district) VALUES (?, ?, ?, ?, ?)',
  ).run(fields.name, fields.role, fields.code, fields.organisation, fields.district);
  return Number(lastInsertRowid);
}

export function updatePerson(connection: Connection, id: number, fields: Omit<PersonFields, 'role'>): void {
  statement(
    connection,
    'UPDATE person SET name = ?, code = ?, organisation = ?, district = ? WHERE id = ?',
  ).run(fields.name, fields.code, fields.organisation, fields.district, id);
}

/** Sets the password's hash and forgets the misses of the old one. */
export function setPassword(connection: Connection, id: number, hash: string, isTemporary: boolean): void {
  statement(
    connection,
    'UPDATE person SET password_hash = ?, password_is_temporary = ?, misses = 0, paused_until = NULL WHERE id = ?',
  ).run(hash, isTemporary ? 1 : 0, id);
}

export function setMisses(
  connection: Connection,
  id: number,
  misses: number,
  pausedUntil: Date | null,
): void {
  statement(connection, 'UPDATE person SET misses = ?, paused_until = ? WHERE id = ?').run(
    misses,
    pausedUntil === null ? null : pausedUntil.toISOString(),
    id,
  );
}

/** The hash of the recovery code, in table `workspace`; null when none was printed. */
export function readRecoveryHash(connection: Connection): string | null {
  const row = statement<[], { recovery_hash: string | null }>(
    connection,
    'SELECT recovery_hash FROM workspace WHERE id = 1',
  ).get();
  return row?.recovery_hash ?? null;
}

export function setRecoveryHash(connection: Connection, hash: string): void {
  statement(connection, 'UPDATE workspace SET recovery_hash = ? WHERE id = 1').run(hash);
}
