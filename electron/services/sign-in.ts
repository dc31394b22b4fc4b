import type { z } from 'zod';
import type * as contract from '../../shared/contract/workspace.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { appendAudit } from '../database/audit-log.ts';
import { publicPerson } from '../database/people.ts';
import { inTransaction } from '../database/transaction.ts';
import { attempt, personActor } from './password-attempts.ts';
import { passwordFits } from './passwords.ts';
import type { Caller } from './use-case.ts';

/** Somebody at the door: nobody is signed in yet. Every Caller is one, too. */
export type Visitor = Pick<Caller, 'workspace' | 'now'>;

/** Who proved to be whom; the session and its token are the door's business. */
export interface SignedIn {
  readonly person: contract.Person;
  /** A temporary PIN or password must be replaced before anything else. */
  readonly mustChangePassword: boolean;
}

/** Checks the password or PIN. Misses are counted in the database, so that a restart does not forgive them. */
export async function signIn(
  visitor: Visitor,
  input: z.infer<typeof contract.signIn.input>,
): Promise<Result<SignedIn>> {
  const attempted = await attempt(
    visitor,
    input.personId,
    async (person) =>
      person.passwordHash !== null && (await passwordFits(input.password, person.passwordHash)),
    (waitSeconds) => refused('wrong-password', { waitSeconds }),
  );
  if (!attempted.ok) return attempted;
  const person = attempted.value;
  const { connection } = visitor.workspace;
  return inTransaction(connection, () => {
    appendAudit(connection, personActor(person), visitor.now(), {
      event: 'signed-in',
      payload: { person: person.id },
    });
    return done({ person: publicPerson(person), mustChangePassword: person.passwordIsTemporary });
  });
}
