import type { SecondPerson } from '../../shared/contract/vote-flags.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { readPerson, type PersonRecord } from '../database/people.ts';
import { attempt } from './password-attempts.ts';
import { passwordFits } from './passwords.ts';
import type { Caller } from './use-case.ts';

/**
 * Another named person, secretary or observer, who signs in on the spot to confirm an act of the caller. Misses count and delay
 * as at the sign-in. The command line has nobody at the keyboard who could be told from the caller, so it is refused.
 */
export async function confirmBySecondPerson(
  caller: Caller,
  second: SecondPerson,
): Promise<Result<PersonRecord>> {
  const { actor, workspace } = caller;
  const person = readPerson(workspace.connection, second.person);
  if (actor.kind !== 'person' || actor.id === second.person || person === null || person.role === 'expert')
    return refused('second-person-needed', {});
  const attempted = await attempt(
    caller,
    second.person,
    async ({ passwordHash }) => passwordHash !== null && (await passwordFits(second.password, passwordHash)),
    (waitSeconds) => refused('wrong-password', { waitSeconds }),
  );
  if (!attempted.ok) return attempted;
  const { name, passwordIsTemporary } = attempted.value;
  return passwordIsTemporary ? refused('second-person-temporary', { name }) : done(attempted.value);
}
