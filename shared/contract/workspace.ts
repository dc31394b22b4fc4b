import { z } from 'zod';
import { roleSchema } from '../round/roles.ts';
import { roundSchema } from '../round/round.ts';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';

/** The workspace, sign-in, people and the round's rules. */

export const workspaceKindSchema = z.enum(['real', 'demonstration']);
export type WorkspaceKind = z.infer<typeof workspaceKindSchema>;

export const personSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  role: roleSchema,
  organisation: z.string(),
});
export type Person = z.infer<typeof personSchema>;

export const workspaceStateSchema = z.object({
  kind: workspaceKindSchema,
  /** False until the first secretary is named. */
  isSetUp: z.boolean(),
  roundTitle: z.string(),
  /** Those who may sign in, in the order of role, then name. */
  people: z.array(personSchema),
  /** Demonstration only: how to sign in as each role, shown on the sign-in page. */
  demonstrationAccounts: z.array(z.object({ personId: z.number().int(), password: z.string() })),
  host: z.object({ kind: z.enum(['electron', 'loopback']), canOpenFiles: z.boolean(), version: z.string() }),
});
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;

/** `token` goes into `Authorization: Bearer …` and is held in memory only. */
export const sessionSchema = z.object({
  token: z.string(),
  person: personSchema,
  /** A temporary PIN must be replaced before anything else is allowed. */
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const readWorkspace = endpoint({
  method: 'GET',
  path: '/api/workspace',
  access: 'anyone',
  input: nothing,
  output: workspaceStateSchema,
});

export const openWorkspace = endpoint({
  method: 'POST',
  path: '/api/workspace/open',
  access: 'anyone',
  input: z.strictObject({ kind: workspaceKindSchema }),
  output: workspaceStateSchema,
});

export const nameFirstSecretary = endpoint({
  method: 'POST',
  path: '/api/workspace/first-secretary',
  access: 'anyone',
  input: z.strictObject({ name: z.string().trim().min(1).max(40), password: z.string().max(200) }),
  output: z.object({ session: sessionSchema, recoveryCode: z.string() }),
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  access: 'anyone',
  input: z.strictObject({ personId: z.number().int(), password: z.string().max(200) }),
  output: sessionSchema,
});

/** A secretary who forgot the password sets a new one with the recovery code of the first start. */
export const recoverPassword = endpoint({
  method: 'POST',
  path: '/api/session/recovery',
  access: 'anyone',
  input: z.strictObject({
    personId: z.number().int(),
    recoveryCode: z.string().max(100),
    password: z.string().max(200),
  }),
  output: sessionSchema,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  access: 'signed-in',
  input: nothing,
  output: nothing,
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/session/password',
  access: 'signed-in',
  input: z.strictObject({ current: z.string().max(200), next: z.string().max(200) }),
  output: sessionSchema,
});

/** A one-use ticket, valid for one minute, for what cannot send a header: EventSource and downloads (`?ticket=`). */
export const issueTicket = endpoint({
  method: 'POST',
  path: '/api/session/tickets',
  access: 'signed-in',
  input: nothing,
  output: z.object({ ticket: z.string() }),
});

/** Secretaries and observers; experts have their own list. */
export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  access: readers,
  input: nothing,
  output: z.object({ people: z.array(personSchema) }),
});

/** Adds a secretary or an observer; the temporary password is shown once. */
export const addPerson = endpoint({
  method: 'POST',
  path: '/api/people',
  access: secretariatOnly,
  input: z.strictObject({
    name: z.string().trim().min(1).max(40),
    role: z.enum(['secretariat', 'observer']),
    organisation: z.string().trim().max(200),
  }),
  output: z.object({ person: personSchema, temporaryPassword: z.string() }),
});

/** Issues a new temporary password to a secretary or an observer who forgot theirs; shown once, the earlier one stops working. */
export const issuePassword = endpoint({
  method: 'POST',
  path: '/api/people/:id/password',
  access: secretariatOnly,
  input: z.strictObject({ id: wholeNumberField }),
  output: z.object({ person: personSchema, temporaryPassword: z.string() }),
});

export const roundStateSchema = z.object({
  round: roundSchema,
  /** Null while the rules are still the defaults that nobody confirmed. */
  lockedAt: z.string().nullable(),
  lockOrigin: z.string().nullable(),
  changes: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      reason: z.string(),
      origin: z.string(),
      /** What the change changed, as a person reads it; empty for a confirmation. */
      differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});
export type RoundState = z.infer<typeof roundStateSchema>;

export const readRound = endpoint({
  method: 'GET',
  path: '/api/round',
  access: 'signed-in',
  input: nothing,
  output: roundStateSchema,
});

/** Replaces the rules. Once locked, `reason` must not be empty. */
export const changeRules = endpoint({
  method: 'PUT',
  path: '/api/round',
  access: secretariatOnly,
  input: z.strictObject({ round: roundSchema, reason: z.string().trim().max(500) }),
  output: roundStateSchema,
});

export const lockRules = endpoint({
  method: 'POST',
  path: '/api/round/lock',
  access: secretariatOnly,
  input: z.strictObject({ reason: z.string().trim().max(500) }),
  output: roundStateSchema,
});

/** One step of the process rail: what is done, what is missing. */
export const stageSchema = z.object({
  id: z.enum(['applications', 'candidates', 'votes', 'marks', 'merge', 'freeze', 'export']),
  done: z.number().int(),
  expected: z.number().int().nullable(),
  isComplete: z.boolean(),
});

/** What is in, what is missing, which stage: the rail, the overview and `status --json`. */
export const statusSchema = z.object({
  kind: workspaceKindSchema,
  round: z.object({ id: z.string(), title: z.string() }),
  rulesLocked: z.boolean(),
  counts: z.object({
    applications: z.number().int(),
    applicationsExpected: z.number().int(),
    candidates: z.number().int(),
    candidatesExpected: z.number().int(),
    experts: z.number().int(),
    sheetsSubmitted: z.number().int(),
    sheetsStarted: z.number().int(),
    recusals: z.number().int(),
    voteBatches: z.number().int(),
    ballotRows: z.number().int(),
    ballotsAccepted: z.number().int(),
    finalists: z.number().int(),
  }),
  /** Files of totals without ballots, without the removed ones. */
  totals: z.object({
    /** Kept, and not in the count. */
    waiting: z.number().int(),
    counting: z.number().int(),
    /** Votes of those that count. */
    votes: z.number().int(),
    /** They count instead of all ballots. */
    insteadOfBallots: z.boolean(),
  }),
  stages: z.array(stageSchema),
});
export type Status = z.infer<typeof statusSchema>;

export const readStatus = endpoint({
  method: 'GET',
  path: '/api/status',
  access: readers,
  input: nothing,
  output: statusSchema,
});
