import { z } from 'zod';
import { endpoint, nothing, secretariatOnly } from './endpoint.ts';

/**
 * Files on their way in. A page on loopback streams the file's bytes to `POST /api/uploads?name=…` (raw body, spooled to disk
 * with back-pressure); in Electron `POST /api/host/open-file` shows the native dialog. Both answer with the same handles, and
 * every import takes handles.
 */
export const uploadSchema = z.object({
  upload: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type Upload = z.infer<typeof uploadSchema>;

/** The path of the raw upload; not an `endpoint` because its body is the file itself. The input is `?name=`. */
export const uploadPath = '/api/uploads';

export const openFile = endpoint({
  method: 'POST',
  path: '/api/host/open-file',
  access: secretariatOnly,
  input: z.strictObject({
    purpose: z.enum(['applications', 'candidates', 'experts', 'recusals', 'scores', 'votes']),
    multiple: z.boolean().default(false),
  }),
  /** None where the person chose none. */
  output: z.object({ uploads: z.array(uploadSchema) }),
});

export const discardUpload = endpoint({
  method: 'DELETE',
  path: '/api/uploads/:upload',
  access: secretariatOnly,
  input: z.strictObject({ upload: z.string() }),
  output: nothing,
});

/** One problem of one row, before anything is written. `row` is the spreadsheet's own row number (header = 1). */
export const rowProblemSchema = z.object({ row: z.number().int(), column: z.string(), problem: z.string() });
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** What a tabular import would do: shown before anything is written. It can be confirmed only when `problems` is empty. */
export const importPreviewSchema = z.object({
  file: z.string(),
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
  ignoredColumns: z.array(z.string()),
  rows: z.number().int(),
  created: z.number().int(),
  /** Rows that fill what was recorded empty, of something that is recorded already. */
  completed: z.number().int(),
  unchanged: z.number().int(),
  problems: z.array(rowProblemSchema),
  problemCount: z.number().int(),
  /** The first rows as they would be recorded, cell text by field. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.record(z.string(), z.string()) })),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importOutcomeSchema = z.object({
  file: z.string(),
  rows: z.number().int(),
  created: z.number().int(),
  completed: z.number().int(),
  unchanged: z.number().int(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What can be imported from a table, each with a template to download at `/api/templates/:table.xlsx`. */
export const importableTables = ['applications', 'candidates', 'experts', 'recusals', 'scores'] as const;
export const importableTableSchema = z.enum(importableTables);
export type ImportableTable = (typeof importableTables)[number];

export const previewImport = endpoint({
  method: 'POST',
  path: '/api/imports/:table/preview',
  access: secretariatOnly,
  input: z.strictObject({ table: importableTableSchema, upload: z.string() }),
  output: importPreviewSchema,
});

export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/imports/:table',
  access: secretariatOnly,
  input: z.strictObject({ table: importableTableSchema, upload: z.string() }),
  output: importOutcomeSchema,
});
