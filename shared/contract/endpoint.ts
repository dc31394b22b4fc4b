import { z } from 'zod';
import type { Role } from '../round/roles.ts';

/**
 * The contract of the program's only door (HTTP over `app://workstation` or loopback). Each call is declared once, here in
 * shared/contract, and both sides are typed and parsed by the same schemas: the Hono routes in electron/http register a
 * declaration with its handler, and renderer/client calls it.
 */

/** Who may call: anybody who passed the gate, anybody signed in, or the roles listed. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export interface Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the origin; `:name` segments are filled from the input's fields of that name. */
  readonly path: string;
  readonly access: Access;
  /** Fields not in the path travel in the query (GET, DELETE) or in the JSON body (POST, PUT). */
  readonly input: Input;
  readonly output: Output;
  /** A call that changes nothing although it is no GET: what it asks for must stand in no address. */
  readonly readsOnly?: true;
}

export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return declaration;
}

/** For calls without fields. */
export const nothing = z.strictObject({});

/** A number that may arrive as query or path text. */
export const wholeNumberField = z.coerce.number().int();

/** Every refused or failed call answers with this body; `message` is the Chinese sentence to show. */
export const failureSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown() }),
});

/** Roles that may look at everything; of these only the secretariat may change anything. */
export const readers = ['secretariat', 'observer'] as const satisfies readonly Role[];
export const secretariatOnly = ['secretariat'] as const satisfies readonly Role[];
export const expertOnly = ['expert'] as const satisfies readonly Role[];
