import { vi } from 'vitest';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = { readonly status?: number; readonly body: unknown };

/** Stands in for the main process: answers by method and path (without the query) and remembers what was asked. */
export function fakeDoor(answers: Readonly<Record<string, Answer | (() => Answer)>>): readonly Seen[] {
  const seen: Seen[] = [];
  vi.stubGlobal('fetch', async (url: string, options: RequestInit = {}) => {
    const method = options.method ?? 'GET';
    const text = typeof options.body === 'string' ? options.body : null;
    seen.push({
      method,
      url,
      body: text === null ? null : (JSON.parse(text) as unknown),
      headers: { ...(options.headers as Record<string, string>) },
    });
    const found = answers[`${method} ${url.split('?')[0] ?? ''}`];
    if (found === undefined) throw new TypeError(`nobody answers ${method} ${url}`);
    const { status = 200, body } = typeof found === 'function' ? found() : found;
    return new Response(JSON.stringify(body), { status });
  });
  return seen;
}

export const refusal = (code: string, message: string, details: unknown = {}): Answer => ({
  status: 422,
  body: { error: { code, message, details } },
});
