import type { MiddlewareHandler } from 'hono';

/**
 * What the page may do: run our own scripts, and nothing from anywhere else. Ant Design writes its styles into the page at run
 * time, which is allowed to whoever knows the nonce of this one answer.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For every answer; the page itself brings its own, wider policy. */
export const safetyHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (context.req.path.startsWith('/api/') || !headers.has('Cache-Control'))
    headers.set('Cache-Control', 'no-store');
};
