import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import type { Visitor } from '../services/sign-in.ts';
import type { Caller } from '../services/use-case.ts';
import { admitByHeader, type WhileTemporary } from './admission.ts';
import type { Door } from './door.ts';
import { failureResponse, refusalOfException } from './failure.ts';
import { inputRefusal } from './input-problem.ts';
import { readInput } from './read-input.ts';
import type { SignedIn } from './sessions.ts';

type Answer<Value> = Result<Value> | Promise<Result<Value>>;

/** Runs one call: an expected failure and a defect both become an answer of the same form. */
export async function answer(
  door: Door,
  context: Context,
  work: (visitor: Visitor) => Promise<Result<Response>>,
): Promise<Response> {
  try {
    const result = await door.workspaces.use((workspace) => work({ workspace, now: door.now }));
    return result.ok ? result.value : failureResponse(context, result.refusal);
  } catch (error) {
    const { method, path } = context.req;
    const refusal = refusalOfException(
      error,
      { method, path, folder: door.workspaces.current.folder },
      door.reportFault,
    );
    return failureResponse(context, refusal);
  }
}

export function callerOf(visitor: Visitor, session: SignedIn): Caller {
  const { id, name, role } = session.person;
  return { ...visitor, actor: { kind: 'person', id, name, role } };
}

async function handle<Input extends z.ZodType, Output extends z.ZodType>(
  context: Context,
  endpoint: Endpoint<Input, Output>,
  handler: (input: z.output<Input>) => Answer<z.input<Output>>,
): Promise<Result<Response>> {
  const fields = await readInput(context);
  if (!fields.ok) return fields;
  const input = endpoint.input.safeParse(fields.value);
  if (!input.success) return { ok: false, refusal: inputRefusal(input.error) };
  const result = await handler(input.data);
  if (!result.ok) return result;
  // What the declaration does not name stays inside; what it names and the handler lacks is a defect.
  return done(context.json(endpoint.output.parse(result.value) as object));
}

/** Registers a call of the contract that needs somebody signed in, with the use case that carries it out. */
export function serve<Input extends z.ZodType, Output extends z.ZodType>(
  app: Hono,
  door: Door,
  endpoint: Endpoint<Input, Output>,
  handler: (caller: Caller, input: z.output<Input>, session: SignedIn) => Answer<z.input<Output>>,
  whileTemporary: WhileTemporary = 'refused',
): void {
  const { access } = endpoint;
  if (access === 'anyone')
    throw new TypeError(`${endpoint.path} is open to anyone: register it with serveAnyone`);
  app.on(endpoint.method, endpoint.path, (context) =>
    answer(door, context, async (visitor) => {
      const admitted = admitByHeader(context, door.sessions, access, whileTemporary);
      if (!admitted.ok) return admitted;
      const session = admitted.value;
      return handle(context, endpoint, (input) => handler(callerOf(visitor, session), input, session));
    }),
  );
}

/** Registers a call of the contract that is open before sign-in. */
export function serveAnyone<Input extends z.ZodType, Output extends z.ZodType>(
  app: Hono,
  door: Door,
  endpoint: Endpoint<Input, Output>,
  handler: (visitor: Visitor, input: z.output<Input>) => Answer<z.input<Output>>,
): void {
  if (endpoint.access !== 'anyone')
    throw new TypeError(`${endpoint.path} needs somebody signed in: register it with serve`);
  app.on(endpoint.method, endpoint.path, (context) =>
    answer(door, context, (visitor) => handle(context, endpoint, (input) => handler(visitor, input))),
  );
}
