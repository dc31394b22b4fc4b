import type { AuditEntry } from '../../../shared/audit/entry.ts';
import { auditEvents, type AuditEvent, type AuditEventName } from '../../../shared/audit/events.ts';

/** An entry of the log whose payload is what its event declares. */
export type RecordedEvent = AuditEvent & Pick<AuditEntry, 'sequence' | 'at' | 'actor'>;

/**
 * One kind of state that is held against the log: it follows the entries, oldest first, and says afterwards where what is
 * stored is not what the entries led to.
 */
export interface RecordCheck {
  readonly code: string;
  /** What was found to agree, for people. */
  readonly title: string;
  readonly follow: (event: RecordedEvent) => void;
  /** A sentence with its place for every contradiction. */
  readonly contradictions: () => string[];
  /** What agrees with the log and should still be known: a sentence each. */
  readonly notes?: () => string[];
}

function isKnown(event: string): event is AuditEventName {
  return Object.hasOwn(auditEvents, event);
}

/** Null when the entry is no event that this program writes. */
export function recordedEvent(entry: AuditEntry): RecordedEvent | null {
  const { event, sequence, at, actor } = entry;
  if (!isKnown(event)) return null;
  const parsed = auditEvents[event].safeParse(entry.payload);
  // The schema looked up by the name is the one of that name, which the type of the pair cannot express.
  return parsed.success ? ({ event, payload: parsed.data, sequence, at, actor } as RecordedEvent) : null;
}
