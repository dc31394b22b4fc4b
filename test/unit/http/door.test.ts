import { expect, test } from 'vitest';
import { errorOf, openDoor } from './door.ts';

test('an input of the wrong form is refused with the field and what is wrong, in Chinese', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const send = async (body: unknown): Promise<{ code: string; message: string }> => {
    const response = await door.call('POST', '/api/experts', { token, body });
    expect(response.status).toBe(422);
    return errorOf(response);
  };
  const whole = { code: '', name: '张三', organisation: '', district: '' };
  expect((await send({ ...whole, name: '  ' })).message).toBe('“姓名”有误：不能为空。');
  expect((await send({ ...whole, name: 7 })).message).toBe('“姓名”有误：应是文字。');
  expect((await send({ code: '', organisation: '', district: '' })).message).toBe('“姓名”有误：没有填写。');
  expect((await send({ ...whole, name: '长'.repeat(41) })).message).toBe('“姓名”有误：最多 40 个字。');
  expect((await send({ ...whole, role: 'secretariat' })).message).toBe('输入有误：有不认识的字段：role。');
  expect((await send('{"name":')).message).toBe('输入有误：内容不是有效的 JSON。');
  expect((await send('[]')).message).toBe('输入有误：内容应是一个 JSON 对象。');
  expect((await send(JSON.stringify({ ...whole, name: 'x'.repeat(5_000_000) }))).message).toBe(
    '输入有误：内容太长。',
  );
});

test('a problem deep inside the rules is named by its place', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const state = (await (await door.call('GET', '/api/round', { token })).json()) as {
    round: { criteria: { weight: number }[] };
  };
  const criteria = state.round.criteria.map((criterion, index) =>
    index === 1 ? { ...criterion, weight: -1 } : criterion,
  );
  const response = await door.call('PUT', '/api/round', {
    token,
    body: { round: { ...state.round, criteria }, reason: '' },
  });
  expect((await errorOf(response)).message).toBe('“轮次规则 › 评审标准 › 第 2 项 › 权重”有误：不能小于 0。');
});

test('the path decides which thing is meant, whatever the body says', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const body = { id: door.people.secondExpert, code: '', name: '改名', organisation: '', district: '' };
  const response = await door.call('PUT', `/api/experts/${door.people.expert}`, { token, body });
  expect(((await response.json()) as { id: number }).id).toBe(door.people.expert);
});

test('an unknown path of the interface is no page', async () => {
  const door = await openDoor();
  for (const [method, path] of [
    ['GET', '/api/nothing'],
    ['GET', '/api'],
    ['PATCH', '/api/experts'],
    ['POST', '/somewhere'],
  ] as const) {
    const response = await door.call(method, path);
    expect([path, response.status]).toEqual([path, 404]);
    expect((await errorOf(response)).code).toBe('not-found');
  }
});

test('a defect answers with a reference that the log knows, and with nothing from inside', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  door.workspace.connection.close();
  const response = await door.call('GET', '/api/applications?search=geheim', { token });
  expect(response.status).toBe(500);
  const error = await errorOf(response);
  expect(error.code).toBe('internal-fault');
  const { reference } = error.details as { reference: string };
  expect(error.message).toContain(reference);
  expect(error.message).not.toContain('database');
  expect(door.faults).toHaveLength(1);
  expect(door.faults[0]).toContain(`[${reference}] GET /api/applications\n`);
  expect(door.faults[0]).not.toContain('geheim');
  expect(door.faults[0]).not.toContain(token);
});

test('a full disk is told as what it is', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  door.workspace.connection.pragma('max_page_count = 1');
  const body = { code: '', title: '很长的项目', organisation: '', district: '', text: '字'.repeat(19_000) };
  const response = await door.call('POST', '/api/applications', { token, body });
  expect(response.status).toBe(507);
  expect((await errorOf(response)).code).toBe('disk-full');
});

test('the workspace is not changed while somebody is signed in, and the two are kept apart', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  expect((await door.call('GET', '/api/status', { token })).status).toBe(200);

  const same = await door.call('POST', '/api/workspace/open', { body: { kind: 'real' } });
  expect(same.status).toBe(200);
  expect((await door.call('GET', '/api/status', { token })).status).toBe(200);

  const early = await door.call('POST', '/api/workspace/open', { body: { kind: 'demonstration' } });
  expect(early.status).toBe(409);
  const error = await errorOf(early);
  expect(error).toMatchObject({ code: 'workspace-in-use', details: { names: ['秘书甲'] } });
  expect(error.message).toContain('秘书甲还在登录');
  expect((await door.call('GET', '/api/status', { token })).status).toBe(200);
  expect(door.workspace.connection.open).toBe(true);

  expect((await door.call('DELETE', '/api/session', { token })).status).toBe(200);
  const other = await door.call('POST', '/api/workspace/open', { body: { kind: 'demonstration' } });
  const state = (await other.json()) as { kind: string; people: { name: string }[] };
  expect(state.kind).toBe('demonstration');
  expect(state.people.map((person) => person.name)).not.toContain('秘书甲');
  expect(door.workspace.connection.open).toBe(false);
});

test('the answer says neither who may keep it nor what else it could be', async () => {
  const door = await openDoor();
  const response = await door.call('GET', '/api/workspace');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});
