import { canonicalText } from './canonical.ts';

/** One line of the audit log as it is stored and checked. */
export interface AuditEntry {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly payload: unknown;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256, hexadecimal, over `auditEntryText`. */
  readonly hash: string;
}

export const firstPreviousHash = '0'.repeat(64);

/** The text whose SHA-256 is the entry's hash: every field but the hash itself, in canonical form. */
export function auditEntryText(entry: Omit<AuditEntry, 'hash'>): string {
  return canonicalText({
    actor: entry.actor,
    at: entry.at,
    event: entry.event,
    payload: entry.payload,
    previousHash: entry.previousHash,
    sequence: entry.sequence,
  });
}

/**
 * Follows the chain and names the first entry that does not fit, or null when all do.
 * @param sha256 hexadecimal SHA-256 of a text's UTF-8 bytes
 */
export function firstBrokenEntry(
  entries: Iterable<AuditEntry>,
  sha256: (text: string) => string,
): number | null {
  let previousHash = firstPreviousHash;
  let sequence = 1;
  for (const entry of entries) {
    const fits =
      entry.sequence === sequence &&
      entry.previousHash === previousHash &&
      entry.hash === sha256(auditEntryText(entry));
    if (!fits) return sequence;
    previousHash = entry.hash;
    sequence += 1;
  }
  return null;
}
