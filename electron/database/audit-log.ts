import { createHash } from 'node:crypto';
import { auditEntryText, firstPreviousHash, type AuditEntry } from '../../shared/audit/entry.ts';
import { auditEvents, type AuditEvent } from '../../shared/audit/events.ts';
import type { Actor } from '../../shared/round/roles.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly payload: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export function sha256Text(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** How an actor is written into the record. */
export function actorText(actor: Actor): string {
  return actor.kind === 'person'
    ? `${actor.role}:${actor.id}:${actor.name}`
    : `command-line:${actor.account}`;
}

/** Appends one entry; call it inside the transaction of the change that it records. */
export function appendAudit(connection: Connection, actor: Actor, at: Date, event: AuditEvent): void {
  const payload = auditEvents[event.event].parse(event.payload);
  const last = statement<[], { sequence: number; hash: string }>(
    connection,
    'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  ).get();
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: at.toISOString(),
    actor: actorText(actor),
    event: event.event,
    payload,
    previousHash: last?.hash ?? firstPreviousHash,
  };
  statement(
    connection,
    'INSERT INTO audit_entry (sequence, at, actor, event, payload, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    entry.sequence,
    entry.at,
    entry.actor,
    entry.event,
    JSON.stringify(payload),
    entry.previousHash,
    sha256Text(auditEntryText(entry)),
  );
}

export function* readAudit(connection: Connection): Generator<AuditEntry> {
  const rows = connection.prepare<[], AuditRow>('SELECT * FROM audit_entry ORDER BY sequence').iterate();
  for (const row of rows) {
    yield {
      sequence: row.sequence,
      at: row.at,
      actor: row.actor,
      event: row.event,
      payload: JSON.parse(row.payload) as unknown,
      previousHash: row.previous_hash,
      hash: row.hash,
    };
  }
}
