import type { Context } from 'hono';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';

/** More than any form of this program sends; files travel by `/api/uploads`, not here. */
const bodyLimit = 4 * 1024 * 1024;

async function readText(request: Request): Promise<string | null> {
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > bodyLimit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function readBody(request: Request): Promise<Result<object>> {
  const text = await readText(request);
  if (text === null) return refused('invalid-input', { field: '', problem: '内容太长' });
  if (text === '') return done({});
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused('invalid-input', { field: '', problem: '内容不是有效的 JSON' });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refused('invalid-input', { field: '', problem: '内容应是一个 JSON 对象' });
  }
  return done(body);
}

/**
 * Gathers what a call says about its input from where it stands: path, and query (GET, DELETE) or JSON body (POST, PUT).
 * The path wins over a field of the same name, because the path is what was checked and logged.
 */
export async function readInput(context: Context): Promise<Result<Readonly<Record<string, unknown>>>> {
  const method = context.req.method;
  const fields: Result<object> =
    method === 'POST' || method === 'PUT' ? await readBody(context.req.raw) : done(context.req.query());
  return fields.ok ? done({ ...fields.value, ...context.req.param() }) : fields;
}
