import { expect, test } from 'vitest';
import { pageFile } from '../../../electron/http/page.ts';
import { openDoor } from './door.ts';

test('the page comes with a policy that names its own nonce, new for each answer', async () => {
  const door = await openDoor();
  const nonces = new Set<string>();
  for (const path of ['/', '/index.html', '/votes/batches']) {
    const response = await door.call('GET', path);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<div id="root">');
    const nonce = /<meta name="csp-nonce" content="([^"]{20,})"/.exec(page)?.[1] ?? 'none';
    nonces.add(nonce);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    for (const part of [
      "default-src 'none'",
      "script-src 'self';",
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(nonces.size).toBe(3);
});

test('the same page serves under the window’s own address', async () => {
  const door = await openDoor();
  const page = await door.app.fetch(new Request('app://workstation/'));
  expect(page.status).toBe(200);
  const state = await door.app.fetch(new Request('app://workstation/api/workspace'));
  expect(((await state.json()) as { roundTitle: string }).roundTitle).toContain('第三届');
  const script = await door.app.fetch(new Request('app://workstation/assets/main-1a2b.js'));
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('a built file may be kept, a missing one is not the page', async () => {
  const door = await openDoor();
  const script = await door.call('GET', '/assets/main-1a2b.js');
  expect(script.status).toBe(200);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await door.call('GET', '/assets/other.js')).status).toBe(404);
});

test('no path leads out of the page’s folder', async () => {
  const door = await openDoor();
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00.txt',
    '/%E0%A4%A.txt',
    '//secret.txt',
  ]) {
    const response = await door.app.fetch(new Request(`http://127.0.0.1:4000${path}`));
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).not.toContain('outside the page');
  }
  expect(pageFile('/srv/page', '/../secret.txt')).toBeNull();
  expect(pageFile('/srv/page', '/../page-of-others/a.js')).toBeNull();
  expect(pageFile('/srv/page', '/a.js')).not.toBeNull();
});
