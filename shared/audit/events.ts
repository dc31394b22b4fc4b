import { z } from 'zod';
import { skipReasons } from '../ballots/skipped-tables.ts';

/**
 * Every change of state, declared once: the event's name and the schema of what is recorded about it. Nothing secret and no
 * readable account id may stand here: the audit log is meant to be shown.
 */
const reason = z.string();
/** Files and sheets of an import that were not read, and why; absent where there are none. */
const skippedTables = z.array(
  z.strictObject({ file: z.string(), sheet: z.string().nullable(), reason: z.enum(skipReasons) }),
);
const counts = z.record(z.string(), z.number().int());

export const auditEvents = {
  'workspace-created': z.strictObject({
    kind: z.enum(['real', 'demonstration']),
    round: z.string(),
    candidates: z.number().int(),
    /** Absent in workspaces of earlier versions. */
    rulesHash: z.string().optional(),
  }),
  'first-secretary-named': z.strictObject({ person: z.number().int(), name: z.string() }),
  'person-added': z.strictObject({ person: z.number().int(), name: z.string(), role: z.string() }),
  'signed-in': z.strictObject({ person: z.number().int() }),
  'sign-in-refused': z.strictObject({ person: z.number().int(), misses: z.number().int() }),
  'password-changed': z.strictObject({ person: z.number().int(), by: z.enum(['owner', 'recovery-code']) }),
  'pin-issued': z.strictObject({ person: z.number().int() }),
  'password-issued': z.strictObject({ person: z.number().int() }),

  'rules-changed': z.strictObject({ reason, locked: z.boolean(), before: z.unknown(), after: z.unknown() }),
  'rules-locked': z.strictObject({ origin: z.string(), rulesHash: z.string() }),

  'application-created': z.strictObject({ application: z.number().int(), title: z.string() }),
  'application-changed': z.strictObject({
    application: z.number().int(),
    before: z.unknown(),
    after: z.unknown(),
  }),
  'application-removed': z.strictObject({ application: z.number().int(), title: z.string(), reason }),
  'candidate-numbered': z.strictObject({
    application: z.number().int(),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
  }),
  'table-imported': z.strictObject({
    table: z.string(),
    file: z.string(),
    sha256: z.string(),
    rows: z.number().int(),
    created: z.number().int(),
  }),

  'expert-created': z.strictObject({ expert: z.number().int(), name: z.string() }),
  'expert-changed': z.strictObject({ expert: z.number().int(), before: z.unknown(), after: z.unknown() }),
  'recusal-declared': z.strictObject({ expert: z.number().int(), candidate: z.number().int(), reason }),
  'recusal-withdrawn': z.strictObject({ expert: z.number().int(), candidate: z.number().int() }),

  'score-saved': z.strictObject({
    expert: z.number().int(),
    candidate: z.number().int(),
    criterion: z.string(),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
  }),
  'comment-saved': z.strictObject({
    expert: z.number().int(),
    candidate: z.number().int(),
    length: z.number().int(),
  }),
  'sheet-submitted': z.strictObject({
    expert: z.number().int(),
    scores: z.number().int(),
    missing: z.array(z.number().int()),
    sheetHash: z.string(),
  }),
  'sheet-reopened': z.strictObject({ expert: z.number().int(), reason }),

  'votes-imported': z.strictObject({
    batch: z.number().int(),
    file: z.string(),
    sha256: z.string(),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: counts,
    /** SHA-256 over what is kept of the batch's rows: accounts' hashes, times, choices, lines. */
    digest: z.string(),
    skipped: skippedTables.optional(),
  }),
  'vote-totals-kept': z.strictObject({
    totals: z.number().int(),
    file: z.string(),
    sha256: z.string(),
    candidates: z.number().int(),
    votes: z.number().int(),
    /** SHA-256 over the candidates and their votes. */
    digest: z.string(),
    skipped: skippedTables.optional(),
  }),
  'vote-totals-counted': z.strictObject({
    totals: z.number().int(),
    as: z.enum(['added', 'instead']),
    minute: reason,
  }),
  'vote-totals-set-aside': z.strictObject({ totals: z.number().int(), minute: reason }),
  /** For good. File and SHA-256 stand here again, so that this entry alone says what was taken out. */
  'vote-totals-removed': z.strictObject({
    totals: z.number().int(),
    file: z.string(),
    sha256: z.string(),
    reason,
  }),
  'votes-withdrawn': z.strictObject({ batch: z.number().int(), reason }),
  'votes-restored': z.strictObject({ batch: z.number().int(), reason }),
  /** `digest`: SHA-256 over the excluded ballots; `confirmedBy`: the second person. */
  'votes-excluded': z.strictObject({
    exclusion: z.number().int(),
    kind: z.string(),
    flag: z.string(),
    digest: z.string(),
    ballots: z.number().int(),
    minute: z.string(),
    confirmedBy: z.number().int(),
  }),
  'votes-exclusion-lifted': z.strictObject({
    exclusion: z.number().int(),
    minute: z.string(),
    confirmedBy: z.number().int(),
  }),

  'result-exported': z.strictObject({ kind: z.string(), format: z.string(), sha256: z.string() }),
} as const;

export type AuditEventName = keyof typeof auditEvents;

/** An event about to be recorded: its name and its payload, correlated. */
export type AuditEvent = {
  readonly [Name in AuditEventName]: {
    readonly event: Name;
    readonly payload: z.infer<(typeof auditEvents)[Name]>;
  };
}[AuditEventName];
