import { z } from 'zod';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';
import { reasonField } from './reason.ts';

/** Applications (申报项目); a candidate (候选项目) is an application with a number. */

export const applicationFieldsSchema = z.strictObject({
  /** The secretariat's own reference of the application; may be empty. */
  code: z.string().trim().max(60),
  title: z.string().trim().min(1).max(300),
  organisation: z.string().trim().max(200),
  district: z.string().trim().max(60),
  /** Paragraphs parted by `\n`. */
  text: z.string().trim().max(20_000),
});
export type ApplicationFields = z.infer<typeof applicationFieldsSchema>;

export const applicationSchema = applicationFieldsSchema.extend({
  id: z.number().int(),
  /** The candidate's number; null for an application that did not become a candidate. */
  candidate: z.number().int().nullable(),
});
export type Application = z.infer<typeof applicationSchema>;

/** As `candidates list --json` prints it. */
export const candidateSchema = z.object({
  candidate: z.number().int(),
  title: z.string(),
  organisation: z.string(),
  district: z.string(),
  text: z.string(),
});
export type Candidate = z.infer<typeof candidateSchema>;
export const candidateListSchema = z.object({ candidates: z.array(candidateSchema) });

/** Search is over code, title, organisation, district and text; empty means all. */
export const listApplications = endpoint({
  method: 'GET',
  path: '/api/applications',
  access: readers,
  input: z.strictObject({ search: z.string().max(100).default('') }),
  output: z.object({
    expected: z.number().int(),
    recorded: z.number().int(),
    applications: z.array(applicationSchema),
  }),
});

export const createApplication = endpoint({
  method: 'POST',
  path: '/api/applications',
  access: secretariatOnly,
  input: applicationFieldsSchema,
  output: applicationSchema,
});

export const changeApplication = endpoint({
  method: 'PUT',
  path: '/api/applications/:id',
  access: secretariatOnly,
  input: applicationFieldsSchema.extend({ id: wholeNumberField }),
  output: applicationSchema,
});

/** Only an application that is no candidate can be removed; `reason` goes on the record. */
export const removeApplication = endpoint({
  method: 'POST',
  path: '/api/applications/:id/removal',
  access: secretariatOnly,
  input: z.strictObject({ id: wholeNumberField, reason: reasonField(500) }),
  output: nothing,
});

/** Makes an application a candidate under a number, changes the number, or (null) takes it back. */
export const numberCandidate = endpoint({
  method: 'PUT',
  path: '/api/applications/:id/candidate',
  access: secretariatOnly,
  input: z.strictObject({
    id: wholeNumberField,
    candidate: z.number().int().positive().max(999_999_999_999_999).nullable(),
  }),
  output: applicationSchema,
});

/** The candidates in number order, with their texts. */
export const listCandidates = endpoint({
  method: 'GET',
  path: '/api/candidates',
  access: 'signed-in',
  input: nothing,
  output: candidateListSchema,
});
