import { randomBytes } from 'node:crypto';
import type { Person } from '../../shared/contract/workspace.ts';

/** One signed-in person. Held in memory only: closing the program signs everybody out. */
export interface SignedIn {
  readonly token: string;
  readonly person: Person;
  readonly mustChangePassword: boolean;
}

interface Entry {
  readonly session: SignedIn;
  lastUsed: number;
}

const idleLimit = 12 * 60 * 60 * 1000;
const ticketLifetime = 60 * 1000;

export class Sessions {
  readonly #entries = new Map<string, Entry>();
  readonly #tickets = new Map<string, { readonly token: string; readonly expires: number }>();
  readonly #now: () => Date;
  readonly #onGone: (personId: number) => void;

  /** @param onGone called when a person's last session has ended, by whatever way. */
  constructor(now: () => Date, onGone: (personId: number) => void) {
    this.#now = now;
    this.#onGone = onGone;
  }

  open(person: Person, mustChangePassword: boolean): SignedIn {
    this.#dropIdle();
    const session = { token: randomBytes(32).toString('base64url'), person, mustChangePassword };
    this.#entries.set(session.token, { session, lastUsed: this.#now().getTime() });
    return session;
  }

  find(token: string): SignedIn | null {
    this.#dropIdle();
    const entry = this.#entries.get(token);
    if (entry === undefined) return null;
    entry.lastUsed = this.#now().getTime();
    return entry.session;
  }

  close(token: string): void {
    const entry = this.#entries.get(token);
    if (entry === undefined) return;
    this.#entries.delete(token);
    const { id } = entry.session.person;
    if (![...this.#entries.values()].some((other) => other.session.person.id === id)) this.#onGone(id);
  }

  /** Everybody who is signed in, each once. */
  people(): readonly Person[] {
    this.#dropIdle();
    return [
      ...new Map([...this.#entries.values()].map(({ session: { person } }) => [person.id, person])).values(),
    ];
  }

  /** Ends every session of one person, for example because their PIN was replaced. */
  closePerson(personId: number): void {
    for (const { session } of [...this.#entries.values()])
      if (session.person.id === personId) this.close(session.token);
  }

  closeAll(): void {
    for (const token of [...this.#entries.keys()]) this.close(token);
    this.#tickets.clear();
  }

  issueTicket(session: SignedIn): string {
    const now = this.#now().getTime();
    for (const [ticket, { expires }] of this.#tickets) if (expires <= now) this.#tickets.delete(ticket);
    const ticket = randomBytes(32).toString('base64url');
    this.#tickets.set(ticket, { token: session.token, expires: now + ticketLifetime });
    return ticket;
  }

  /** A ticket opens one door once, for the person it was issued to, while they are still signed in. */
  redeemTicket(ticket: string): SignedIn | null {
    const issued = this.#tickets.get(ticket);
    if (issued === undefined) return null;
    this.#tickets.delete(ticket);
    return issued.expires > this.#now().getTime() ? this.find(issued.token) : null;
  }

  #dropIdle(): void {
    const oldest = this.#now().getTime() - idleLimit;
    for (const [token, entry] of [...this.#entries]) if (entry.lastUsed < oldest) this.close(token);
  }
}
