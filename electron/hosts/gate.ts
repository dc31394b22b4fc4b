import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The gate of the loopback host. Any program and any web page on this machine can reach a port of 127.0.0.1, so every request
 * has to show that it comes from the browser of whoever started the program: by a cookie that only the printed address gives.
 */
export interface GateRequest {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly host: string | null;
  readonly origin: string | null;
  readonly cookie: string | null;
}

export type GateDecision =
  | { readonly kind: 'pass' }
  | { readonly kind: 'welcome'; readonly setCookie: string; readonly location: string }
  | { readonly kind: 'refused' };

export class Gate {
  readonly #port: number;
  /** Stands in the printed address and can be used again, for example in a second browser. */
  readonly #token = randomBytes(32).toString('base64url');
  readonly #cookie = randomBytes(32).toString('base64url');
  readonly #openings = new Set<string>();

  constructor(port: number) {
    this.#port = port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/?token=${this.#token}`;
  }

  /** An address that works once: it goes onto a browser's command line, where other accounts of the machine can read it. */
  openingAddress(): string {
    const token = randomBytes(32).toString('base64url');
    this.#openings.add(token);
    return `http://127.0.0.1:${this.#port}/?token=${token}`;
  }

  decide(request: GateRequest): GateDecision {
    const names = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`];
    if (request.host === null || !names.includes(request.host)) return { kind: 'refused' };
    if (request.origin !== null && request.origin !== `http://${request.host}`) return { kind: 'refused' };
    const token = request.method === 'GET' ? tokenOf(request.target) : null;
    if (token !== null) return this.#takeToken(token) ? this.#welcome() : { kind: 'refused' };
    return this.#hasCookie(request.cookie) ? { kind: 'pass' } : { kind: 'refused' };
  }

  /** Cookies ignore ports, and several programs may run side by side: the name tells them apart. */
  get #cookieName(): string {
    return `judging-${this.#port}`;
  }

  #welcome(): GateDecision {
    const setCookie = `${this.#cookieName}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
    return { kind: 'welcome', setCookie, location: '/' };
  }

  #takeToken(token: string): boolean {
    return isSame(token, this.#token) || this.#openings.delete(token);
  }

  #hasCookie(header: string | null): boolean {
    return (header ?? '').split(';').some((pair) => {
      const [name, value] = pair.trim().split('=', 2);
      return name === this.#cookieName && value !== undefined && isSame(value, this.#cookie);
    });
  }
}

function tokenOf(target: string): string | null {
  const [path, query] = target.split('?', 2);
  return path === '/' && query !== undefined ? new URLSearchParams(query).get('token') : null;
}

/** Compares without telling by its duration how much of the text was right. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
