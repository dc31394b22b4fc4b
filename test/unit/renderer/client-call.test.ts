// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changeApplication, listApplications } from '../../../shared/contract/applications.ts';
import { readStatus, signOut } from '../../../shared/contract/workspace.ts';
import { call } from '../../../renderer/client/call.ts';
import { fillRequest } from '../../../renderer/client/fill-path.ts';
import { useChanges } from '../../../renderer/state/changes.ts';
import { sessionStore } from '../../../renderer/state/session.ts';
import { fakeDoor, refusal } from './fake-door.ts';

const session = {
  token: 'secret-token',
  person: { id: 1, name: '周敏', role: 'secretariat', organisation: '' },
  mustChangePassword: false,
} as const;

const application = {
  id: 7,
  code: '',
  title: '甲',
  organisation: '',
  district: '',
  text: '',
  candidate: null,
};

beforeEach(() => {
  sessionStore.getState().end();
});

describe('a declared call as it goes out', () => {
  test('path fields are filled in and encoded, the others travel in the body', () => {
    const request = fillRequest(
      { method: 'PUT', path: '/api/things/:id/part' },
      { id: 'a/b 甲', title: '乙' },
    );
    expect(request).toEqual({
      url: '/api/things/a%2Fb%20%E7%94%B2/part',
      method: 'PUT',
      body: JSON.stringify({ title: '乙' }),
    });
  });

  test('a reading call puts them into the query and leaves empty ones out', () => {
    const { url, body } = fillRequest(
      { method: 'GET', path: '/api/things' },
      { search: '社区 & 街道', offset: 0, batch: undefined, standing: '' },
    );
    expect(new URL(url, 'http://localhost').searchParams.get('search')).toBe('社区 & 街道');
    expect(url).toMatch(/offset=0$/);
    expect(body).toBeNull();
  });

  test('the sign-in goes along as a header, and only when there is one', async () => {
    const seen = fakeDoor({
      'GET /api/applications': { body: { expected: 117, recorded: 0, applications: [] } },
    });
    await call(listApplications, { search: '' });
    sessionStore.getState().begin(session);
    await call(listApplications, { search: '' });
    expect(seen.map((request) => request.headers['Authorization'])).toEqual([
      undefined,
      'Bearer secret-token',
    ]);
  });
});

describe('what comes back', () => {
  test('a refusal keeps the code, the sentence and the details of the main process', async () => {
    fakeDoor({ 'PUT /api/applications/7': refusal('not-found', '没有找到申报项目“7”。', { id: '7' }) });
    const { candidate: _, ...fields } = application;
    const outcome = await call(changeApplication, fields);
    expect(outcome).toEqual({
      ok: false,
      failure: { code: 'not-found', message: '没有找到申报项目“7”。', details: { id: '7' } },
    });
  });

  test('no answer at all becomes a sentence that says what to do', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const outcome = await call(readStatus, {});
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'no-answer' } });
    expect(!outcome.ok && outcome.failure.message).toMatch(/^程序没有响应/);
  });

  test('an answer of another form is not taken for good', async () => {
    fakeDoor({ 'GET /api/status': { body: { kind: 'real' } } });
    expect(await call(readStatus, {})).toMatchObject({ ok: false, failure: { code: 'unexpected-answer' } });
  });

  test('a session that ended in the main process ends here, too', async () => {
    fakeDoor({ 'GET /api/status': refusal('not-signed-in', '您还没有登录') });
    sessionStore.getState().begin(session);
    await call(readStatus, {});
    expect(sessionStore.getState()).toMatchObject({ session: null, hasExpired: true });
  });

  test('only what changed something makes the rail read again', async () => {
    fakeDoor({
      'GET /api/applications': { body: { expected: 117, recorded: 0, applications: [] } },
      'DELETE /api/session': { body: {} },
    });
    const before = useChanges.getState().count;
    await call(listApplications, { search: '' });
    expect(useChanges.getState().count).toBe(before);
    await call(signOut, {});
    expect(useChanges.getState().count).toBe(before + 1);
  });
});
