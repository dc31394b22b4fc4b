import { refused, sentenceOf } from '../../shared/refusals/refusal.ts';
import type { Gate } from './gate.ts';

/** What the gate answers in place of the application, or null when the request may pass. */
export function gateResponse(gate: Gate, request: Request): Response | null {
  const { pathname, search } = new URL(request.url);
  const decision = gate.decide({
    method: request.method,
    target: pathname + search,
    host: request.headers.get('host'),
    origin: request.headers.get('origin'),
    cookie: request.headers.get('cookie'),
  });
  if (decision.kind === 'pass') return null;
  if (decision.kind === 'welcome') {
    return new Response(null, {
      status: 302,
      headers: {
        Location: decision.location,
        'Set-Cookie': decision.setCookie,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      },
    });
  }
  const { refusal } = refused('gate-closed', {});
  const message = sentenceOf(refusal);
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  if (pathname.startsWith('/api/')) {
    return Response.json(
      { error: { code: refusal.code, message, details: refusal.details } },
      { status: 403, headers },
    );
  }
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>评审工作站</title><p>${message}</p></html>`;
  return new Response(page, {
    status: 403,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}
