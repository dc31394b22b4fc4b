import { failureSchema } from '../../shared/contract/endpoint.ts';
import { text } from '../text/text.ts';
import type { Failure } from './outcome.ts';

export const noAnswer = (): Failure => ({ code: 'no-answer', message: text.client.noAnswer, details: {} });

export const unexpectedAnswer = (details: unknown): Failure => ({
  code: 'unexpected-answer',
  message: text.client.unexpectedAnswer,
  details,
});

/** The refusal in an answer's body; the main process has already put it into a Chinese sentence. */
export function readFailure(body: unknown): Failure {
  const parsed = failureSchema.safeParse(body);
  return parsed.success ? parsed.data.error : unexpectedAnswer(body);
}
