import { z } from 'zod';
import { voteMappingSchema } from '../ballots/mapping.ts';
import { mappingProblems, mappingReasons } from '../ballots/mapping-proposal.ts';
import { skipReasons } from '../ballots/skipped-tables.ts';
import { endpoint, secretariatOnly } from './endpoint.ts';

/**
 * What a votes file (or a set of files, one per candidate) is taken for, before anything is written: shown to the person
 * with proposals, corrected by hand as often as they like, and kept as a mapping.
 */

const columnSchema = z.object({
  header: z.string(),
  /** Which of the columns with this header, from 1. */
  index: z.number().int(),
  /** Place in the table, from 1. */
  position: z.number().int(),
  /** Cells of the first rows; where they may be accounts, IP addresses or telephone numbers, shortened. */
  samples: z.array(z.string()),
});

const mappingProposalSchema = z.object({
  mapping: voteMappingSchema,
  /** 0 to 1. */
  confidence: z.number(),
  reasons: z.array(z.enum(mappingReasons)),
  problems: z.array(z.enum(mappingProblems)),
});

const sourceNameSchema = z.object({ file: z.string(), sheet: z.string().nullable() });

/** A file or sheet that the import does not read, and why. */
export const skippedTableSchema = sourceNameSchema.extend({ reason: z.enum(skipReasons) });

export const votePreviewSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** The batch in force that already holds these very bytes, if any. */
  alreadyImported: z.number().int().nullable(),
  encoding: z.string(),
  container: z.string(),
  /** The first lines of a text as its bytes beside what they read as in each encoding that is possible; else empty. */
  rawSample: z.array(
    z.object({
      encoding: z.string(),
      lines: z.array(z.object({ raw: z.string(), text: z.string() })),
    }),
  ),
  /** The files or sheets read, in order; rows name their place in this list. */
  sources: z.array(sourceNameSchema),
  /** All tables with content, in order, at most a thousand. */
  tables: z.array(sourceNameSchema),
  /** Files and sheets that the import would not read, and why. */
  skipped: z.array(skippedTableSchema),
  /** The row of the header, its columns and a few cells of each. */
  headerRow: z.number().int().nullable(),
  columns: z.array(columnSchema),
  /** Best first; none where nothing is recognised. */
  proposals: z.array(mappingProposalSchema),
  /** The mapping that everything below follows from: the one handed in, else the best proposal; null: none. */
  mapping: voteMappingSchema.nullable(),
  /** Whether the import would take the file without a mapping confirmed by a person. */
  isCertain: z.boolean(),
  /** Why the mapping does not fit this file, as a sentence to show; null where it does. */
  fault: z.string().nullable(),
  /** The first ballots with the verdict each would get by itself; the account and the address are shortened. */
  sample: z.array(
    z.object({
      source: z.number().int(),
      row: z.number().int(),
      account: z.string(),
      time: z.string(),
      /** `time` as read, wall clock of the round: `2017-03-22 08:00:00`, without the seconds where the file names none. */
      instant: z.string().nullable(),
      choices: z.string(),
      ip: z.string().nullable(),
      verdict: z.string(),
    }),
  ),
  /** Texts of choices in the rows looked at that name no candidate, the most frequent first. */
  unmatched: z.array(
    z.object({
      text: z.string(),
      times: z.number().int(),
      /** The nearest titles, for the person to confirm one or none. */
      suggestions: z.array(z.object({ candidate: z.number().int(), title: z.string() })),
    }),
  ),
  /** How many rows were looked at for `unmatched`. */
  rowsLookedAt: z.number().int(),
  /** Votes per candidate where the file holds nothing else; null where it holds ballots. */
  totals: z.array(z.object({ candidate: z.number().int(), votes: z.number().int() })).nullable(),
});
export type VotePreview = z.infer<typeof votePreviewSchema>;

/** Several uploads only where they hold ballots together (a file per candidate). Without `mapping` the best proposal is tried. */
export const previewVotes = endpoint({
  method: 'POST',
  path: '/api/votes/preview',
  access: secretariatOnly,
  input: z.strictObject({
    uploads: z.array(z.string()).min(1).max(1000),
    mapping: voteMappingSchema.optional(),
  }),
  output: votePreviewSchema,
});
