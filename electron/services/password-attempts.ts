import { appendAudit } from '../database/audit-log.ts';
import { readPerson, setMisses, type PersonRecord } from '../database/people.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Workspace } from '../database/workspace.ts';
import { done, refused, type Refusal, type Result } from '../../shared/refusals/refusal.ts';
import type { Actor } from '../../shared/round/roles.ts';

/** So many misses are free; from this one on, each is followed by a pause. */
const firstPausedMiss = 3;
const firstPauseSeconds = 5;
const longestPauseSeconds = 300;

/** How long nobody may try again after this many misses in a row: 5 s from the third on, doubling up to 5 minutes. */
export function pauseSeconds(misses: number): number {
  if (misses < firstPausedMiss) return 0;
  return Math.min(firstPauseSeconds * 2 ** (misses - firstPausedMiss), longestPauseSeconds);
}

export function personActor(person: PersonRecord): Actor {
  return { kind: 'person', id: person.id, name: person.name, role: person.role };
}

function secondsUntil(instant: Date | null, now: Date): number {
  return instant === null ? 0 : Math.max(0, Math.ceil((instant.getTime() - now.getTime()) / 1000));
}

/**
 * Checks one attempt of a person to prove who they are. The attempt counts as a miss before it is checked and is forgiven
 * when it was right: checking takes a second, and many attempts at once must not get past the pause.
 * @param check whether the password or code is right
 */
export async function attempt(
  { workspace, now }: { readonly workspace: Workspace; readonly now: () => Date },
  personId: number,
  check: (person: PersonRecord) => Promise<boolean>,
  missed: (waitSeconds: number) => { readonly ok: false; readonly refusal: Refusal },
): Promise<Result<PersonRecord>> {
  const { connection } = workspace;
  const counted = inTransaction(connection, () => {
    const person = readPerson(connection, personId);
    if (person === null) return refused('not-found', { what: '人员', id: String(personId) });
    const waitSeconds = secondsUntil(person.pausedUntil, now());
    if (waitSeconds > 0) return refused('sign-in-paused', { waitSeconds });
    const misses = person.misses + 1;
    const pause = pauseSeconds(misses);
    setMisses(connection, person.id, misses, pause === 0 ? null : new Date(now().getTime() + pause * 1000));
    return done({ person, misses, pause });
  });
  if (!counted.ok) return counted;
  const { person, misses, pause } = counted.value;
  const isRight = await check(person);
  const settled = inTransaction(connection, () => {
    // A password that was replaced meanwhile proves nothing any more.
    const isProof = isRight && readPerson(connection, personId)?.passwordHash === person.passwordHash;
    if (isProof) setMisses(connection, person.id, 0, null);
    else
      appendAudit(connection, personActor(person), now(), {
        event: 'sign-in-refused',
        payload: { person: person.id, misses },
      });
    return done(isProof);
  });
  if (!settled.ok) return settled;
  return settled.value ? done(person) : missed(pause);
}
