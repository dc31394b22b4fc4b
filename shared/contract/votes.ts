import { z } from 'zod';
import { voteMappingSchema } from '../ballots/mapping.ts';
import { endpoint, nothing, readers, secretariatOnly, wholeNumberField } from './endpoint.ts';
import { reasonField } from './reason.ts';
import { skippedTableSchema } from './vote-preview.ts';

/** Public votes: import as a job, batches, the funnel and the tally. */

/** Accepted and rejected always add up to the rows; every reason is present, zero included. */
export const funnelSchema = z.object({
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.record(z.string(), z.number().int()),
});
export type Funnel = z.infer<typeof funnelSchema>;

function areApart(members: readonly string[], uploads: readonly string[]): boolean {
  const known = new Set(uploads);
  return new Set(members).size === members.length && members.every((member) => known.has(member));
}

/** A dry run: the whole funnel as the import would give it, nothing written. Runs as a job, like the import itself. */
export const startVoteImport = endpoint({
  method: 'POST',
  path: '/api/votes/imports',
  access: secretariatOnly,
  input: z
    .strictObject({
      uploads: z.array(z.string()).min(1).max(1000),
      dryRun: z.boolean(),
      /** By upload: how a person said that the file is to be read. The others are recognised. */
      mappings: z.record(z.string(), voteMappingSchema).optional(),
      /** Uploads that hold ballots only together (a file per candidate): one batch, read by the mapping of its first upload. */
      sets: z.array(z.array(z.string()).min(1)).default([]),
      /** Times known only to the minute may be those of ballots known to the second: somebody confirmed it. */
      minutesEqual: z.boolean().default(false),
    })
    .refine(
      ({ uploads, sets }) => areApart(sets.flat(), uploads),
      '一组里的文件须是所选的文件，且只在一组里',
    ),
  output: z.object({ job: z.string() }),
});

export const voteImportResultSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  batch: z.number().int().nullable(),
  alreadyImported: z.boolean(),
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.record(z.string(), z.number().int()),
  /** Only where there are any: files and sheets that are not read, and why. Of bytes in force already they are not told again. */
  skipped: z.array(skippedTableSchema).optional(),
  /** Only of a file that holds totals per candidate and no ballots: kept, and not counted without a minute of the panel. */
  totals: z.object({ candidates: z.number().int(), votes: z.number().int() }).optional(),
});
export type VoteImportResult = z.infer<typeof voteImportResultSchema>;
/** As `votes import --json` prints it. */
export const voteImportReportSchema = z.object({ imports: z.array(voteImportResultSchema) });
export type VoteImportReport = z.infer<typeof voteImportReportSchema>;

/** What a job reports while it runs; sent as server-sent events at `/api/jobs/:job/events?ticket=…`. */
export const jobProgressSchema = z.object({
  job: z.string(),
  state: z.enum(['running', 'done', 'refused', 'cancelled']),
  label: z.string(),
  /** 0 to 1, or null while unknown. */
  fraction: z.number().nullable(),
  rows: z.number().int(),
  /** The rows' own verdicts so far. */
  funnel: funnelSchema.nullable(),
  report: voteImportReportSchema.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;
export const jobEventsPath = (job: string): string => `/api/jobs/${encodeURIComponent(job)}/events`;

export const readJob = endpoint({
  method: 'GET',
  path: '/api/jobs/:job',
  access: secretariatOnly,
  input: z.strictObject({ job: z.string() }),
  output: jobProgressSchema,
});

export const cancelJob = endpoint({
  method: 'DELETE',
  path: '/api/jobs/:job',
  access: secretariatOnly,
  input: z.strictObject({ job: z.string() }),
  output: nothing,
});

export const voteBatchSchema = z.object({
  batch: z.number().int(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  importedAt: z.string(),
  importedBy: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  funnel: funnelSchema,
});
export type VoteBatch = z.infer<typeof voteBatchSchema>;

export const listVoteBatches = endpoint({
  method: 'GET',
  path: '/api/votes/batches',
  access: readers,
  input: nothing,
  output: z.object({ batches: z.array(voteBatchSchema) }),
});

export const withdrawVoteBatch = endpoint({
  method: 'POST',
  path: '/api/votes/batches/:batch/withdrawal',
  access: secretariatOnly,
  input: z.strictObject({ batch: wholeNumberField, reason: reasonField(500) }),
  output: z.object({ batches: z.array(voteBatchSchema) }),
});

export const restoreVoteBatch = endpoint({
  method: 'POST',
  path: '/api/votes/batches/:batch/restoration',
  access: secretariatOnly,
  input: z.strictObject({ batch: wholeNumberField, reason: reasonField(500) }),
  output: z.object({ batches: z.array(voteBatchSchema) }),
});

/** As `votes tally --json` prints it: all batches in force together, in candidate order. */
export const voteTallySchema = z.object({
  ballots: funnelSchema,
  tally: z.array(z.object({ candidate: z.number().int(), votes: z.number().int() })),
});
export type VoteTally = z.infer<typeof voteTallySchema>;

export const readVoteTally = endpoint({
  method: 'GET',
  path: '/api/votes/tally',
  access: readers,
  input: nothing,
  output: voteTallySchema,
});
