import { z } from 'zod';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';
import { reasonField } from './reason.ts';

/** The experts as the secretariat sees them: who they are, whether they can sign in, how far they are. Never a mark. */

export const expertFieldsSchema = z.strictObject({
  /** Tells two experts of one name apart; may be empty. */
  code: z.string().trim().max(60),
  name: z.string().trim().min(1).max(40),
  organisation: z.string().trim().max(200),
  district: z.string().trim().max(60),
});
export type ExpertFields = z.infer<typeof expertFieldsSchema>;

export const expertSchema = expertFieldsSchema.extend({
  id: z.number().int(),
  /** none: cannot sign in yet; temporary: a PIN was issued and not yet replaced; own: the expert's own PIN. */
  pin: z.enum(['none', 'temporary', 'own']),
  recusals: z.number().int(),
  submittedAt: z.string().nullable(),
});
export type Expert = z.infer<typeof expertSchema>;

export const listExperts = endpoint({
  method: 'GET',
  path: '/api/experts',
  access: readers,
  input: nothing,
  output: z.object({ experts: z.array(expertSchema) }),
});

export const createExpert = endpoint({
  method: 'POST',
  path: '/api/experts',
  access: secretariatOnly,
  input: expertFieldsSchema,
  output: expertSchema,
});

export const changeExpert = endpoint({
  method: 'PUT',
  path: '/api/experts/:id',
  access: secretariatOnly,
  input: expertFieldsSchema.extend({ id: wholeNumberField }),
  output: expertSchema,
});

/** Issues a temporary PIN, shown once; an earlier PIN stops working. */
export const issuePin = endpoint({
  method: 'POST',
  path: '/api/experts/:id/pin',
  access: secretariatOnly,
  input: z.strictObject({ id: wholeNumberField }),
  output: z.object({ expert: expertSchema, pin: z.string() }),
});

export const recusalSchema = z.object({
  expert: z.number().int(),
  expertName: z.string(),
  candidate: z.number().int(),
  reason: z.string(),
  declaredBy: z.enum(['expert', 'secretariat']),
});
export type RecusalRecord = z.infer<typeof recusalSchema>;

export const listRecusals = endpoint({
  method: 'GET',
  path: '/api/recusals',
  access: readers,
  input: nothing,
  output: z.object({ recusals: z.array(recusalSchema) }),
});

/** The secretariat's own entry or removal of a recusal. A submitted sheet must be reopened first. */
export const setRecusal = endpoint({
  method: 'PUT',
  path: '/api/recusals',
  access: secretariatOnly,
  input: z.strictObject({
    expert: z.number().int(),
    candidate: z.number().int(),
    recused: z.boolean(),
    reason: z.string().trim().max(500),
  }),
  output: z.object({ recusals: z.array(recusalSchema) }),
});

/** How far one expert × candidate pair is: how many of the criteria are marked, never which marks. */
export const progressSchema = z.object({
  criteria: z.number().int(),
  candidates: z.array(z.object({ candidate: z.number().int(), title: z.string() })),
  experts: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      organisation: z.string(),
      submittedAt: z.string().nullable(),
      complete: z.number().int(),
      recused: z.number().int(),
      /** In the order of `candidates`: number of criteria marked, or -1 where recused. */
      cells: z.array(z.number().int()),
    }),
  ),
});
export type Progress = z.infer<typeof progressSchema>;

export const readProgress = endpoint({
  method: 'GET',
  path: '/api/marks/progress',
  access: readers,
  input: nothing,
  output: progressSchema,
});

/** Hands a submitted sheet back to its expert; the reason goes on the record. */
export const reopenSheet = endpoint({
  method: 'POST',
  path: '/api/experts/:id/reopening',
  access: secretariatOnly,
  input: z.strictObject({ id: wholeNumberField, reason: reasonField(500) }),
  output: expertSchema,
});
