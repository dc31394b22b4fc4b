import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/workspace.ts';
import type { Session } from '../../../shared/contract/workspace.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import {
  addPerson,
  changePassword,
  issuePassword,
  listPeople,
  nameFirstSecretary,
  recoverPassword,
} from '../../services/people.ts';
import { signIn, type SignedIn } from '../../services/sign-in.ts';
import type { Door } from '../door.ts';
import { serve, serveAnyone } from '../serve.ts';

/** Who is at the keyboard: the first secretary, sign-in and sign-out, passwords, and the list of people. */
export function peopleRoutes(app: Hono, door: Door): void {
  const openSession = ({ person, mustChangePassword }: SignedIn): Session =>
    door.sessions.open(person, mustChangePassword);

  serveAnyone(app, door, contract.nameFirstSecretary, async (visitor, input) => {
    const named = await nameFirstSecretary(visitor, input);
    if (!named.ok) return named;
    return done({ session: openSession(named.value.signedIn), recoveryCode: named.value.recoveryCode });
  });

  serveAnyone(app, door, contract.signIn, async (visitor, input) => {
    const signedIn = await signIn(visitor, input);
    return signedIn.ok ? done(openSession(signedIn.value)) : signedIn;
  });

  serveAnyone(app, door, contract.recoverPassword, async (visitor, input) => {
    const recovered = await recoverPassword(visitor, input);
    if (!recovered.ok) return recovered;
    // Whoever signed in with the old password is out.
    door.sessions.closePerson(recovered.value.person.id);
    return done(openSession(recovered.value));
  });

  serve(
    app,
    door,
    contract.changePassword,
    async (caller, input, session) => {
      const changed = await changePassword(caller, input);
      if (!changed.ok) return changed;
      door.sessions.closePerson(session.person.id);
      return done(openSession(changed.value));
    },
    'allowed',
  );

  serve(
    app,
    door,
    contract.signOut,
    (_caller, _input, session) => {
      door.sessions.close(session.token);
      return done({});
    },
    'allowed',
  );

  serve(app, door, contract.issueTicket, (_caller, _input, session) =>
    done({ ticket: door.sessions.issueTicket(session) }),
  );
  serve(app, door, contract.listPeople, (caller) => listPeople(caller));
  serve(app, door, contract.addPerson, (caller, input) => addPerson(caller, input));
  serve(app, door, contract.issuePassword, async (caller, input) => {
    const issued = await issuePassword(caller, input);
    if (issued.ok) door.sessions.closePerson(input.id);
    return issued;
  });
}
