import type { Endpoint } from '../../shared/contract/endpoint.ts';

/** A declared call as `fetch` needs it: the path filled, the remaining fields in the query or in the body. */
export interface FilledRequest {
  readonly url: string;
  readonly method: Endpoint['method'];
  readonly body: string | null;
}

export function fillRequest(
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  input: Readonly<Record<string, unknown>>,
): FilledRequest {
  const used = new Set<string>();
  const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    used.add(name);
    return encodeURIComponent(plainText(input[name]));
  });
  const rest = Object.entries(input).filter(([name]) => !used.has(name));
  if (endpoint.method === 'POST' || endpoint.method === 'PUT') {
    return { url: path, method: endpoint.method, body: JSON.stringify(Object.fromEntries(rest)) };
  }
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    if (value !== undefined && value !== null && value !== '') query.set(name, plainText(value));
  }
  const text = query.toString();
  return { url: text === '' ? path : `${path}?${text}`, method: endpoint.method, body: null };
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
