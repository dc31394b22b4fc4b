import { expect, test } from 'vitest';
import { Gate, type GateRequest } from '../../../electron/hosts/gate.ts';
import { gateResponse } from '../../../electron/hosts/gate-response.ts';

const port = 4711;
const plain: GateRequest = {
  method: 'GET',
  target: '/',
  host: `127.0.0.1:${port}`,
  origin: null,
  cookie: null,
};

function cookieOf(gate: Gate): string {
  const welcome = gate.decide({ ...plain, target: gate.address.slice(gate.address.indexOf('/?')) });
  if (welcome.kind !== 'welcome') throw new Error(welcome.kind);
  return welcome.setCookie.split(';')[0] ?? '';
}

test('the printed address sets a cookie for this port, for this program alone, and goes on to the page', () => {
  const gate = new Gate(port);
  expect(gate.address).toMatch(/^http:\/\/127\.0\.0\.1:4711\/\?token=[\w-]{43}$/);
  const welcome = gate.decide({ ...plain, target: gate.address.slice(gate.address.indexOf('/?')) });
  expect(welcome).toMatchObject({ kind: 'welcome', location: '/' });
  const setCookie = welcome.kind === 'welcome' ? welcome.setCookie : '';
  expect(setCookie).toMatch(/^judging-4711=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(setCookie).not.toContain(gate.address.split('token=')[1] ?? '');
});

test('with the cookie every path passes, without it none', () => {
  const gate = new Gate(port);
  const cookie = cookieOf(gate);
  for (const target of ['/', '/assets/main.js', '/api/workspace', '/?token=', '/?token=wrong', '/?token']) {
    expect([target, gate.decide({ ...plain, target }).kind]).toEqual([target, 'refused']);
  }
  for (const target of ['/', '/assets/main.js', '/api/workspace', '/api/x?token=1']) {
    expect([target, gate.decide({ ...plain, target, cookie: `a=b; ${cookie}; c=d` }).kind]).toEqual([
      target,
      'pass',
    ]);
  }
});

test('a cookie of another run, of another port or of the wrong value opens nothing', () => {
  const gate = new Gate(port);
  const value = cookieOf(gate).split('=')[1] ?? '';
  for (const cookie of [
    cookieOf(new Gate(port)),
    `judging-4712=${value}`,
    'judging-4711=',
    'judging-4711',
    `judging-4711=${value}x`,
  ]) {
    expect([cookie, gate.decide({ ...plain, cookie }).kind]).toEqual([cookie, 'refused']);
  }
});

test('another name for this machine is refused, even with the cookie: a page elsewhere may have rebound its name', () => {
  const gate = new Gate(port);
  const cookie = cookieOf(gate);
  for (const host of [
    null,
    '127.0.0.1',
    '127.0.0.1:80',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `[::1]:${port}`,
  ]) {
    expect([host, gate.decide({ ...plain, cookie, host }).kind]).toEqual([host, 'refused']);
  }
  expect(gate.decide({ ...plain, cookie, host: `localhost:${port}` }).kind).toBe('pass');
});

test('a request that another page sends is refused, even with the cookie and even with the token', () => {
  const gate = new Gate(port);
  const cookie = cookieOf(gate);
  for (const origin of [
    'null',
    'https://evil.example',
    `http://127.0.0.1:${port + 1}`,
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]) {
    expect([origin, gate.decide({ ...plain, method: 'POST', cookie, origin }).kind]).toEqual([
      origin,
      'refused',
    ]);
    const target = gate.address.slice(gate.address.indexOf('/?'));
    expect(gate.decide({ ...plain, target, origin }).kind).toBe('refused');
  }
  expect(gate.decide({ ...plain, method: 'POST', cookie, origin: `http://127.0.0.1:${port}` }).kind).toBe(
    'pass',
  );
});

test('the token serves only to come in: by GET, at the root', () => {
  const gate = new Gate(port);
  const query = gate.address.slice(gate.address.indexOf('?'));
  expect(gate.decide({ ...plain, method: 'POST', target: `/${query}` }).kind).toBe('refused');
  expect(gate.decide({ ...plain, target: `/api/workspace${query}` }).kind).toBe('refused');
});

test('the address given to a browser’s command line works once', () => {
  const gate = new Gate(port);
  const target = gate.openingAddress().slice('http://127.0.0.1:4711'.length);
  expect(gate.decide({ ...plain, target }).kind).toBe('welcome');
  expect(gate.decide({ ...plain, target }).kind).toBe('refused');
  expect(cookieOf(gate)).not.toBe('');
});

test('who is refused gets a sentence: a page for a person, the common form for the interface', async () => {
  const gate = new Gate(port);
  const headers = { host: `127.0.0.1:${port}` };
  const page = gateResponse(gate, new Request(`http://127.0.0.1:${port}/`, { headers }));
  expect(page?.status).toBe(403);
  expect(await page?.text()).toContain('这个地址只对启动程序的人开放');
  const api = gateResponse(gate, new Request(`http://127.0.0.1:${port}/api/workspace`, { headers }));
  expect(api?.status).toBe(403);
  expect(await api?.json()).toMatchObject({ error: { code: 'gate-closed' } });
});
