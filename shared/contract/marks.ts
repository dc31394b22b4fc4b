import { z } from 'zod';
import { criterionSchema } from '../round/round.ts';
import { endpoint, expertOnly, nothing } from './endpoint.ts';

/** The signed-in expert's own score sheet. No call here can name another expert. */

export const ownSheetSchema = z.object({
  criteria: z.array(criterionSchema),
  submittedAt: z.string().nullable(),
  /** Why the secretariat handed the sheet back, while it is open again. */
  reopenedReason: z.string().nullable(),
  scores: z.array(z.object({ candidate: z.number().int(), criterion: z.string(), mark: z.number() })),
  comments: z.array(z.object({ candidate: z.number().int(), comment: z.string() })),
  recusals: z.array(
    z.object({
      candidate: z.number().int(),
      reason: z.string(),
      declaredBy: z.enum(['expert', 'secretariat']),
    }),
  ),
});
export type OwnSheet = z.infer<typeof ownSheetSchema>;

export const readOwnSheet = endpoint({
  method: 'GET',
  path: '/api/my/sheet',
  access: expertOnly,
  input: nothing,
  output: ownSheetSchema,
});

/** Answers only when the mark is on the disk. `mark: null` clears it. `savedAt` is ISO text. */
export const saveScore = endpoint({
  method: 'PUT',
  path: '/api/my/scores',
  access: expertOnly,
  input: z.strictObject({ candidate: z.number().int(), criterion: z.string(), mark: z.number().nullable() }),
  output: z.object({ savedAt: z.string() }),
});

export const saveComment = endpoint({
  method: 'PUT',
  path: '/api/my/comments',
  access: expertOnly,
  input: z.strictObject({ candidate: z.number().int(), comment: z.string().max(2000) }),
  output: z.object({ savedAt: z.string() }),
});

/** Declares or withdraws the expert's own recusal; marks of a recused pair are kept but do not count. */
export const declareRecusal = endpoint({
  method: 'PUT',
  path: '/api/my/recusals',
  access: expertOnly,
  input: z.strictObject({
    candidate: z.number().int(),
    recused: z.boolean(),
    reason: z.string().trim().max(500),
  }),
  output: ownSheetSchema,
});

/** `acceptMissing` confirms that pairs without all marks stay absent; without it an incomplete sheet is refused. */
export const submitSheet = endpoint({
  method: 'POST',
  path: '/api/my/submission',
  access: expertOnly,
  input: z.strictObject({ acceptMissing: z.boolean() }),
  output: ownSheetSchema,
});
