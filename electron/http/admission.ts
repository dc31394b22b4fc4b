import type { Context } from 'hono';
import type { Access } from '../../shared/contract/endpoint.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import type { Role } from '../../shared/round/roles.ts';
import type { Sessions, SignedIn } from './sessions.ts';

const roleNames: Readonly<Record<Role, string>> = {
  expert: '评审委员',
  secretariat: '秘书处',
  observer: '监督员',
};

/** Calls that a person with a temporary password may make before they have replaced it. */
export type WhileTemporary = 'refused' | 'allowed';

/** The session of a call from its `Authorization: Bearer …` header. */
function sessionOfHeader(context: Context, sessions: Sessions): SignedIn | null {
  const token = /^Bearer ([\w-]{20,100})$/.exec(context.req.header('authorization') ?? '')?.[1];
  return token === undefined ? null : sessions.find(token);
}

/** Downloads and event streams cannot send a header: they bring a ticket, good for one call. */
export function sessionOfTicketOrHeader(context: Context, sessions: Sessions): SignedIn | null {
  const ticket = context.req.query('ticket');
  return ticket === undefined ? sessionOfHeader(context, sessions) : sessions.redeemTicket(ticket);
}

export function admit(
  session: SignedIn | null,
  access: Exclude<Access, 'anyone'>,
  whileTemporary: WhileTemporary = 'refused',
): Result<SignedIn> {
  if (session === null) return refused('not-signed-in', {});
  if (session.mustChangePassword && whileTemporary === 'refused')
    return refused('password-change-needed', {});
  if (access !== 'signed-in' && !access.includes(session.person.role)) {
    return refused('not-allowed', { needs: access.map((role) => roleNames[role]) });
  }
  return done(session);
}

export function admitByHeader(
  context: Context,
  sessions: Sessions,
  access: Exclude<Access, 'anyone'>,
  whileTemporary: WhileTemporary = 'refused',
): Result<SignedIn> {
  return admit(sessionOfHeader(context, sessions), access, whileTemporary);
}
