import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { refused, sentenceOf, type Refusal } from '../../shared/refusals/refusal.ts';
import { storageRefusal } from '../database/storage-refusal.ts';
import { statusOf } from './status.ts';

/** Every refused or failed call answers in this one form. */
export function failureResponse(context: Context, refusal: Refusal): Response {
  const error = { code: refusal.code, message: sentenceOf(refusal), details: refusal.details };
  return context.json({ error }, statusOf(refusal.code));
}

/**
 * Turns an exception into a refusal. A defect gets a short reference that a person can pass on; the log has the same
 * reference with the trace. The address is logged without its query, because a ticket may stand there.
 */
export function refusalOfException(
  error: unknown,
  where: { readonly method: string; readonly path: string; readonly folder: string },
  report: (line: string) => void,
): Refusal {
  // The disk or another program is in the way: no defect, and a person can do something about it.
  const storage = storageRefusal(error, where.folder);
  if (storage !== null) return storage.refusal;
  const reference = randomBytes(4).toString('hex');
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  report(`[${reference}] ${where.method} ${where.path}\n${trace}`);
  return refused('internal-fault', { reference }).refusal;
}
