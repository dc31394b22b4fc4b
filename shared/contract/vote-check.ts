import { z } from 'zod';
import { standingsByCode } from '../ballots/standing-codes.ts';
import { endpoint, readers, wholeNumberField } from './endpoint.ts';

/** Why a ballot counts or does not: the rows of a step of the funnel, the ballots of an account, a ballot made up to try. */

/** The ballot that counts instead of another. */
export const earlierBallotSchema = z.object({
  /** Null: a line of the same file, which is not imported. */
  batch: z.number().int().nullable(),
  file: z.string(),
  sheet: z.string().nullable(),
  line: z.number().int(),
  /** In the round's time zone; null where the row has none. */
  time: z.string().nullable(),
});

export const explainedStandingSchema = z.object({
  standing: z.string(),
  /** Which rule decided, and the sentence for a person. */
  rule: z.object({ code: z.string(), sentence: z.string() }),
  earlier: earlierBallotSchema.nullable(),
});
export type ExplainedStanding = z.infer<typeof explainedStandingSchema>;

/** A row of a source as it is recorded: the account is its keyed hash, the other cells are as they were written. */
export const shownBallotSchema = explainedStandingSchema.extend({
  batch: z.number().int(),
  file: z.string(),
  sheet: z.string().nullable(),
  /** The source's own number of the line or sheet row. */
  line: z.number().int(),
  /** Empty: the row names no account. */
  account: z.string(),
  time: z.string(),
  choices: z.string(),
});
export type ShownBallot = z.infer<typeof shownBallotSchema>;

/** The rows of one step of the funnel, in batch and row order; of batches in force only. */
export const listBallots = endpoint({
  method: 'GET',
  path: '/api/votes/ballots',
  access: readers,
  input: z.strictObject({
    standing: z.enum(standingsByCode),
    batch: wholeNumberField.optional(),
    offset: wholeNumberField.pipe(z.number().min(0)).default(0),
    limit: wholeNumberField.pipe(z.number().min(1).max(1000)).default(100),
  }),
  output: z.object({ total: z.number().int(), ballots: z.array(shownBallotSchema) }),
});

const accountField = z.string().trim().min(1).max(1000);

/** All rows of one account. A POST, so that the account stands in no address and no log; it is hashed and forgotten. */
export const findBallots = endpoint({
  method: 'POST',
  path: '/api/votes/lookup',
  access: readers,
  readsOnly: true,
  input: z.strictObject({ account: accountField }),
  output: z.object({
    /** The keyed hash by which the account is known here. */
    account: z.string(),
    total: z.number().int(),
    /** In batch and row order, the withdrawn batches after those in force; the first of them where there are very many. */
    ballots: z.array(shownBallotSchema.extend({ isWithdrawn: z.boolean() })),
  }),
});
export type FoundBallots = z.infer<typeof findBallots.output>;

const cell = z.string().max(10_000);

/** What would become of a ballot if it came now. Nothing of it is kept. */
export const tryBallot = endpoint({
  method: 'POST',
  path: '/api/votes/trial',
  access: readers,
  readsOnly: true,
  input: z.union([
    /** A whole line: account, time and choices, parted by commas or tabs. */
    z.strictObject({ line: cell.regex(/\S/, '没有填写') }),
    z.strictObject({ account: cell, time: cell, choices: cell }),
  ]),
  output: explainedStandingSchema.extend({
    /** As it was understood: in the round's time zone, null where no time was; the candidates, each once. */
    time: z.string().nullable(),
    choices: z.array(z.number().int()),
    /** How many rows of the account are in force already. */
    others: z.number().int(),
  }),
});
export type TriedBallot = z.infer<typeof tryBallot.output>;
export type TriedInput = z.infer<typeof tryBallot.input>;
