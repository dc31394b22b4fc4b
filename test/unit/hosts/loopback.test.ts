import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLoopback, usualPort, type LoopbackHost } from '../../../electron/hosts/loopback.ts';
import { temporaryFolder, valueOf } from '../../support/workspace.ts';

async function start(): Promise<LoopbackHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'judging-loopback-'));
  const started = await startLoopback({ dataFolder });
  if (!started.ok) throw new Error(started.refusal.code);
  onTestFinished(async () => {
    await started.value.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  return started.value;
}

/** By node:http, because fetch does not let a test choose the Host header. */
function get(address: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('the printed address lets a browser in; nothing else does', async () => {
  const host = await start();
  const { origin } = new URL(host.address);
  expect((await get(`${origin}/api/workspace`, {})).status).toBe(403);

  const welcome = await fetch(host.address, { redirect: 'manual' });
  expect(welcome.status).toBe(302);
  expect(welcome.headers.get('location')).toBe('/');
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';

  const state = await get(`${origin}/api/workspace`, { cookie });
  expect(state.status).toBe(200);
  expect(JSON.parse(state.body)).toMatchObject({
    kind: 'real',
    isSetUp: false,
    host: { kind: 'loopback', canOpenFiles: false },
  });
  expect((await get(`${origin}/api/workspace`, { cookie, host: 'evil.example' })).status).toBe(403);
  expect((await get(`${origin}/api/workspace`, { cookie, origin: 'https://evil.example' })).status).toBe(403);
});

test('two programs side by side do not let in each other’s browsers', async () => {
  const first = await start();
  const second = await start();
  const welcome = await fetch(first.address, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await get(`${new URL(second.address).origin}/api/workspace`, { cookie });
  expect(answer.status).toBe(403);
});

test('a port in use is told as such', async () => {
  const first = await start();
  const dataFolder = mkdtempSync(join(tmpdir(), 'judging-loopback-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const second = await startLoopback({ dataFolder, port: Number(new URL(first.address).port) });
  expect(second).toMatchObject({ ok: false, refusal: { code: 'not-available' } });
});

test('the same folder has the same port after a restart, and another one while that is taken', async () => {
  const dataFolder = temporaryFolder();
  const port = ({ address }: LoopbackHost): number => Number(new URL(address).port);
  const first = valueOf(await startLoopback({ dataFolder }));
  const usual = port(first);
  const second = valueOf(await startLoopback({ dataFolder }));
  expect(port(second)).not.toBe(usual);
  await second.close();
  await first.close();
  const again = valueOf(await startLoopback({ dataFolder }));
  expect([usual, port(again)]).toEqual([usualPort(dataFolder), usualPort(dataFolder)]);
  await again.close();
});
