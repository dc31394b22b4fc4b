import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { signOut } from '../../shared/contract/workspace.ts';
import { noteChange } from '../state/changes.ts';
import { sessionStore } from '../state/session.ts';
import { fillRequest } from './fill-path.ts';
import { failed, succeeded, type Outcome } from './outcome.ts';
import { noAnswer, readFailure, unexpectedAnswer } from './read-failure.ts';

/**
 * The one typed way from the page to the main process. The input is the endpoint's, complete; the answer is parsed by the
 * endpoint's schema. A refusal, a network failure and an unexpected answer all come back as values with a sentence.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.output<Input>,
  signal?: AbortSignal,
): Promise<Outcome<z.output<Output>>> {
  const request = fillRequest(endpoint, input as Readonly<Record<string, unknown>>);
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: headersFor(request.body),
      body: request.body,
      signal: signal ?? null,
    });
    status = response.status;
    body = await readBody(response);
  } catch {
    return failed(noAnswer());
  }
  if (status >= 400) {
    const failure = readFailure(body);
    if (failure.code === 'not-signed-in') sessionStore.getState().expire();
    return failed(failure);
  }
  const parsed = endpoint.output.safeParse(body);
  if (!parsed.success) return failed(unexpectedAnswer(parsed.error.issues));
  if (endpoint.method !== 'GET' && endpoint.readsOnly !== true) noteChange();
  return succeeded(parsed.data);
}

/** The sign-in travels in a header; it is held by the page and nowhere else. */
export function authorization(): Record<string, string> {
  const token = sessionStore.getState().session?.token;
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

function headersFor(body: string | null): Record<string, string> {
  return body === null ? authorization() : { ...authorization(), 'Content-Type': 'application/json' };
}

/**
 * The sign-in ends with the page that holds it: otherwise the main process would take the person for present for hours.
 * `keepalive` lets the call outlive the page.
 */
export function signOutWithPage(): void {
  if (sessionStore.getState().session === null) return;
  void fetch(signOut.path, { method: signOut.method, headers: authorization(), keepalive: true }).catch(
    () => undefined,
  );
}

/** Some calls answer without a body; that counts as an empty object. */
async function readBody(response: Response): Promise<unknown> {
  const content = await response.text();
  if (content === '') return {};
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return content;
  }
}
