import type { RecusalRecord } from '../../shared/contract/experts.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Table `recusal`: the pairs expert × candidate that are in no mean. */

export type DeclaredBy = 'expert' | 'secretariat';

interface RecusalRow {
  readonly expert: number;
  readonly name: string;
  readonly candidate: number;
  readonly reason: string;
  readonly declared_by: DeclaredBy;
}

function recusalOf(row: RecusalRow): RecusalRecord {
  return {
    expert: row.expert,
    expertName: row.name,
    candidate: row.candidate,
    reason: row.reason,
    declaredBy: row.declared_by,
  };
}

const selectRecusals = 'SELECT recusal.*, person.name FROM recusal JOIN person ON person.id = recusal.expert';

/** By expert, then candidate. */
export function readRecusals(connection: Connection): RecusalRecord[] {
  return statement<[], RecusalRow>(connection, `${selectRecusals} ORDER BY expert, candidate`)
    .all()
    .map(recusalOf);
}

/** One expert's, by candidate. */
export function readRecusalsOf(connection: Connection, expert: number): RecusalRecord[] {
  return statement<[number], RecusalRow>(connection, `${selectRecusals} WHERE expert = ? ORDER BY candidate`)
    .all(expert)
    .map(recusalOf);
}

export function readRecusal(connection: Connection, expert: number, candidate: number): RecusalRecord | null {
  const row = statement<[number, number], RecusalRow>(
    connection,
    `${selectRecusals} WHERE expert = ? AND candidate = ?`,
  ).get(expert, candidate);
  return row === undefined ? null : recusalOf(row);
}

/** Writes a recusal, or the new reason of one that stands. */
export function writeRecusal(connection: Connection, recusal: Omit<RecusalRecord, 'expertName'>): void {
  statement(
    connection,
    `INSERT INTO recusal (expert, candidate, reason, declared_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (expert, candidate) DO UPDATE SET reason = excluded.reason, declared_by = excluded.declared_by`,
  ).run(recusal.expert, recusal.candidate, recusal.reason, recusal.declaredBy);
}

export function deleteRecusal(connection: Connection, expert: number, candidate: number): void {
  statement(connection, 'DELETE FROM recusal WHERE expert = ? AND candidate = ?').run(expert, candidate);
}
