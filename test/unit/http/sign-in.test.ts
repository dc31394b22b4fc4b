import { expect, test } from 'vitest';
import { errorOf, openDoor, password } from './door.ts';

test('the first secretary is named, is signed in at once, and can sign in again later', async () => {
  const door = await openDoor();
  door.workspace.connection.prepare('DELETE FROM person').run();
  const state = (await (await door.call('GET', '/api/workspace')).json()) as { isSetUp: boolean };
  expect(state.isSetUp).toBe(false);

  const named = await door.call('POST', '/api/workspace/first-secretary', {
    body: { name: '王秘书', password: 'eight letters' },
  });
  expect(named.status).toBe(200);
  const { session, recoveryCode } = (await named.json()) as {
    session: { token: string; person: { id: number } };
    recoveryCode: string;
  };
  expect(recoveryCode.length).toBeGreaterThan(20);
  expect((await door.call('GET', '/api/status', { token: session.token })).status).toBe(200);

  const again = await door.call('POST', '/api/session', {
    body: { personId: session.person.id, password: 'eight letters' },
  });
  expect(again.status).toBe(200);
  const second = await door.call('POST', '/api/workspace/first-secretary', {
    body: { name: '别人', password: 'eight letters' },
  });
  expect((await errorOf(second)).code).toBe('already-set-up');
});

test('a wrong password opens nothing', async () => {
  const door = await openDoor();
  const response = await door.call('POST', '/api/session', {
    body: { personId: door.people.expert, password: 'guess' },
  });
  expect(response.status).toBe(401);
  expect((await errorOf(response)).code).toBe('wrong-password');
});

test('signing out ends this sign-in and no other', async () => {
  const door = await openDoor();
  const first = await door.signIn(door.people.secretariat);
  const second = await door.signIn(door.people.secretariat);
  expect((await door.call('DELETE', '/api/session', { token: first })).status).toBe(200);
  expect((await door.call('GET', '/api/status', { token: first })).status).toBe(401);
  expect((await door.call('GET', '/api/status', { token: second })).status).toBe(200);
});

test('a sign-in that nobody used for twelve hours has ended', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  door.clock.now = new Date(door.clock.now.getTime() + 11 * 3_600_000);
  expect((await door.call('GET', '/api/status', { token })).status).toBe(200);
  door.clock.now = new Date(door.clock.now.getTime() + 12 * 3_600_000 + 1);
  expect((await door.call('GET', '/api/status', { token })).status).toBe(401);
});

test('a temporary PIN opens nothing but its own replacement', async () => {
  const door = await openDoor({ withTemporaryExpert: true });
  const token = await door.signIn(door.people.expert);
  for (const [method, path] of [
    ['GET', '/api/my/sheet'],
    ['GET', '/api/candidates'],
    ['POST', '/api/session/tickets'],
  ] as const) {
    const refusedCall = await door.call(method, path, { token });
    expect(refusedCall.status).toBe(403);
    expect((await errorOf(refusedCall)).code).toBe('password-change-needed');
  }

  const changed = await door.call('PUT', '/api/session/password', {
    token,
    body: { current: password, next: '493817' },
  });
  expect(changed.status).toBe(200);
  const session = (await changed.json()) as { token: string; mustChangePassword: boolean };
  expect(session.mustChangePassword).toBe(false);
  expect((await door.call('GET', '/api/my/sheet', { token: session.token })).status).toBe(200);
  expect((await door.call('GET', '/api/my/sheet', { token })).status).toBe(401);
});

test('somebody with a temporary PIN can leave', async () => {
  const door = await openDoor({ withTemporaryExpert: true });
  const token = await door.signIn(door.people.expert);
  expect((await door.call('DELETE', '/api/session', { token })).status).toBe(200);
});

test('a new PIN signs out whoever came in with the old one', async () => {
  const door = await openDoor();
  const secretary = await door.signIn(door.people.secretariat);
  const expert = await door.signIn(door.people.expert);
  expect(
    (await door.call('POST', `/api/experts/${door.people.expert}/pin`, { token: secretary })).status,
  ).toBe(200);
  expect((await door.call('GET', '/api/my/sheet', { token: expert })).status).toBe(401);
});

test('a ticket serves one download, within a minute, while its owner is signed in', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const ticket = async (): Promise<string> => {
    const response = await door.call('POST', '/api/session/tickets', { token });
    return ((await response.json()) as { ticket: string }).ticket;
  };
  const template = (value: string): Promise<Response> =>
    door.call('GET', `/api/templates/experts.xlsx?ticket=${value}`);

  const first = await ticket();
  const file = await template(first);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''\S+\.xlsx$/,
  );
  expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new TextEncoder().encode('PK'));
  expect((await template(first)).status).toBe(401);

  const late = await ticket();
  door.clock.now = new Date(door.clock.now.getTime() + 60_001);
  expect((await template(late)).status).toBe(401);

  const orphan = await ticket();
  await door.call('DELETE', '/api/session', { token });
  expect((await template(orphan)).status).toBe(401);
});

test('a ticket gives no more than its owner may', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.expert);
  const issued = await door.call('POST', '/api/session/tickets', { token });
  const { ticket } = (await issued.json()) as { ticket: string };
  expect((await door.call('GET', `/api/exports/ranking.csv?ticket=${ticket}`)).status).toBe(403);
});
