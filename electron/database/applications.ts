import type { Application, ApplicationFields, Candidate } from '../../shared/contract/applications.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Table `application`; a candidate is an application with a number. */

interface ApplicationRow {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly organisation: string;
  readonly district: string;
  readonly text: string;
  readonly candidate: number | null;
}

interface CandidateRow extends ApplicationRow {
  readonly candidate: number;
}

function applicationOf(row: ApplicationRow): Application {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    organisation: row.organisation,
    district: row.district,
    text: row.text,
    candidate: row.candidate,
  };
}

function candidateOf(row: CandidateRow): Candidate {
  return {
    candidate: row.candidate,
    title: row.title,
    organisation: row.organisation,
    district: row.district,
    text: row.text,
  };
}

/** Candidates first, by number; then the others in the order in which they were recorded. */
export function readApplications(connection: Connection): Application[] {
  return statement<[], ApplicationRow>(
    connection,
    'SELECT * FROM application ORDER BY candidate IS NULL, candidate, id',
  )
    .all()
    .map(applicationOf);
}

export function readApplication(connection: Connection, id: number): Application | null {
  const row = statement<[number], ApplicationRow>(connection, 'SELECT * FROM application WHERE id = ?').get(
    id,
  );
  return row === undefined ? null : applicationOf(row);
}

export function findApplicationByCode(connection: Connection, code: string): Application | null {
  if (code === '') return null;
  const row = statement<[string], ApplicationRow>(connection, 'SELECT * FROM application WHERE code = ?').get(
    code,
  );
  return row === undefined ? null : applicationOf(row);
}

export function findApplicationByCandidate(connection: Connection, candidate: number): Application | null {
  const row = statement<[number], ApplicationRow>(
    connection,
    'SELECT * FROM application WHERE candidate = ?',
  ).get(candidate);
  return row === undefined ? null : applicationOf(row);
}

export function insertApplication(
  connection: Connection,
  fields: ApplicationFields,
  candidate: number | null,
): number {
  const { lastInsertRowid } = statement(
    connection,
    'INSERT INTO application (code, title, organisation, district, text, candidate) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(fields.code, fields.title, fields.organisation, fields.district, fields.text, candidate);
  return Number(lastInsertRowid);
}

export function updateApplication(connection: Connection, id: number, fields: ApplicationFields): void {
  statement(
    connection,
    'UPDATE application SET code = ?, title = ?, organisation = ?, district = ?, text = ? WHERE id = ?',
  ).run(fields.code, fields.title, fields.organisation, fields.district, fields.text, id);
}

export function updateCandidateNumber(connection: Connection, id: number, candidate: number | null): void {
  statement(connection, 'UPDATE application SET candidate = ? WHERE id = ?').run(candidate, id);
}

export function deleteApplication(connection: Connection, id: number): void {
  statement(connection, 'DELETE FROM application WHERE id = ?').run(id);
}

/** In the order of their numbers. */
export function readCandidates(connection: Connection): Candidate[] {
  return statement<[], CandidateRow>(
    connection,
    'SELECT * FROM application WHERE candidate IS NOT NULL ORDER BY candidate',
  )
    .all()
    .map(candidateOf);
}

/** Numbers and titles without the texts, in the order of the numbers. */
export function readCandidateTitles(connection: Connection): { candidate: number; title: string }[] {
  return statement<[], { candidate: number; title: string }>(
    connection,
    'SELECT candidate, title FROM application WHERE candidate IS NOT NULL ORDER BY candidate',
  ).all();
}

/** Whether an expert has marked, commented on or stepped aside from this candidate. */
export function candidateHasMarks(connection: Connection, candidate: number): boolean {
  const row = statement<[{ candidate: number }], { used: 0 | 1 }>(
    connection,
    `SELECT EXISTS (SELECT 1 FROM score WHERE candidate = :candidate)
           OR EXISTS (SELECT 1 FROM score_comment WHERE candidate = :candidate)
           OR EXISTS (SELECT 1 FROM recusal WHERE candidate = :candidate) AS used`,
  ).get({ candidate });
  return row?.used === 1;
}

/** Whether rows of votes were checked against the present candidates: batches in force, or one that is moving in. */
export function hasRecordedVotes(connection: Connection): boolean {
  return (
    statement(connection, "SELECT 1 FROM vote_batch WHERE state <> 'withdrawn' LIMIT 1").get() !== undefined
  );
}
