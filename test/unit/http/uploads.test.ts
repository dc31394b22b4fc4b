import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Upload } from '../../../shared/contract/uploads.ts';
import { createApplication } from '../../../electron/http/application.ts';
import { errorOf, openDoor, type TestDoor } from './door.ts';

function spool(door: TestDoor): string[] {
  return readdirSync(join(door.folder, 'real', 'spool', 'uploads'));
}

function send(
  door: TestDoor,
  token: string,
  name: string,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return Promise.resolve(
    door.app.request(`http://127.0.0.1:4000/api/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, ...headers },
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    }),
  );
}

const table = 'expert,organisation\n李明,上海大学\n';

test('a file goes to the disk unchanged, is previewed, imported, and is gone afterwards', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const sent = await send(door, token, '专家名单.csv', table);
  expect(sent.status).toBe(200);
  const upload = (await sent.json()) as Upload;
  expect(upload).toEqual({
    upload: upload.upload,
    name: '专家名单.csv',
    bytes: Buffer.byteLength(table),
    sha256: createHash('sha256').update(table).digest('hex'),
  });
  expect(spool(door)).toHaveLength(1);
  expect(readFileSync(join(door.folder, 'real', 'spool', 'uploads', spool(door)[0] ?? ''), 'utf8')).toBe(
    table,
  );

  const body = { upload: upload.upload };
  const preview = await door.call('POST', '/api/imports/experts/preview', { token, body });
  expect((await preview.json()) as object).toMatchObject({
    file: '专家名单.csv',
    created: 1,
    problemCount: 0,
  });
  const outcome = await door.call('POST', '/api/imports/experts', { token, body });
  expect((await outcome.json()) as object).toMatchObject({ created: 1 });
  expect(spool(door)).toEqual([]);
  expect((await errorOf(await door.call('POST', '/api/imports/experts', { token, body }))).code).toBe(
    'upload-missing',
  );
});

test('a name is only a label: no folder in it reaches the disk', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  for (const [name, label] of [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\票.csv', '票.csv'],
    ['a\u202Egpj.csv', 'agpj.csv'],
    ['', '文件'],
  ] as const) {
    expect(((await (await send(door, token, name, 'x')).json()) as Upload).name).toBe(label);
  }
  expect(spool(door)).toHaveLength(4);
});

test('a file over the limit is refused, announced or not, and leaves nothing', async () => {
  const door = await openDoor({ uploadLimit: 1024 * 1024 });
  const token = await door.signIn(door.people.secretariat);
  const announced = await send(door, token, '大.csv', 'x', { 'Content-Length': String(1024 * 1024 + 1) });
  expect(announced.status).toBe(413);

  let pieces = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const counted = await send(door, token, '大.csv', endless);
  expect(counted.status).toBe(413);
  expect((await errorOf(counted)).message).toBe('文件“大.csv”超过 1 MB 的上限。请确认选对了文件。');
  // Back-pressure: no more was asked for than was written.
  expect(pieces).toBeLessThan(20);
  expect(spool(door)).toEqual([]);
});

test('a transfer that breaks off leaves nothing', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  let pieces = 0;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1;
      if (pieces > 3) controller.error(new Error('cable pulled'));
      else controller.enqueue(new Uint8Array(1000));
    },
  });
  expect((await errorOf(await send(door, token, '票.csv', broken))).code).toBe('file-unreadable');
  expect(spool(door)).toEqual([]);
});

test('an upload belongs to whoever sent it and leaves with them', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const { upload } = (await (await send(door, token, 'a.csv', table)).json()) as Upload;
  door.workspace.connection
    .prepare("UPDATE person SET role = 'secretariat' WHERE id = ?")
    .run(door.people.observer);
  const other = await door.signIn(door.people.observer);
  const stolen = await door.call('POST', '/api/imports/experts/preview', { token: other, body: { upload } });
  expect((await errorOf(stolen)).code).toBe('upload-missing');
  expect((await door.call('DELETE', `/api/uploads/${upload}`, { token: other })).status).toBe(404);
  expect(spool(door)).toHaveLength(1);

  await door.call('DELETE', '/api/session', { token });
  expect(spool(door)).toEqual([]);
});

test('a discarded upload is removed at once', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const { upload } = (await (await send(door, token, 'a.csv', table)).json()) as Upload;
  expect((await door.call('DELETE', `/api/uploads/${upload}`, { token })).status).toBe(200);
  expect(spool(door)).toEqual([]);
});

test('what a crash left in the spool is removed at the next start, what another running program holds is not', async () => {
  const door = await openDoor();
  const spoolFolder = join(door.folder, 'real', 'spool', 'uploads');
  mkdirSync(spoolFolder, { recursive: true });
  writeFileSync(join(spoolFolder, '999999999-left'), 'x');
  writeFileSync(join(spoolFolder, `${process.ppid}-held`), 'x');
  createApplication({
    workspace: door.workspace,
    host: {
      kind: 'loopback',
      version: '',
      chooseFiles: null,
      openWorkspaceOfKind: () => ({ ok: true, value: door.workspace }),
    },
    pageFolder: door.folder,
  });
  expect(readdirSync(spoolFolder)).toEqual([`${process.ppid}-held`]);
});

test('where there is no dialog the page is told so; where there is one the path stays inside', async () => {
  const without = await openDoor();
  const first = await without.signIn(without.people.secretariat);
  const refusedCall = await without.call('POST', '/api/host/open-file', {
    token: first,
    body: { purpose: 'experts' },
  });
  expect((await errorOf(refusedCall)).code).toBe('not-available');

  let chosen: readonly string[] = [];
  const asked: boolean[] = [];
  const door = await openDoor({
    chooseFiles: (_purpose, multiple) => {
      asked.push(multiple);
      return Promise.resolve(chosen);
    },
  });
  const token = await door.signIn(door.people.secretariat);
  const ask = async (body: object): Promise<readonly Upload[]> => {
    const response = await door.call('POST', '/api/host/open-file', { token, body });
    return ((await response.json()) as { uploads: Upload[] }).uploads;
  };
  expect(await ask({ purpose: 'experts' })).toEqual([]);

  const file = join(door.folder, '名单.csv');
  writeFileSync(file, table);
  chosen = [file];
  const [upload] = await ask({ purpose: 'experts' });
  expect(upload).toMatchObject({ name: '名单.csv', bytes: Buffer.byteLength(table) });
  expect(JSON.stringify(upload)).not.toContain(door.folder);
  const outcome = await door.call('POST', '/api/imports/experts', {
    token,
    body: { upload: upload?.upload },
  });
  expect(outcome.status).toBe(200);
  // It is the person's own file: taking it in does not remove it.
  expect(existsSync(file)).toBe(true);

  const another = join(door.folder, '名单二.csv');
  writeFileSync(another, table);
  chosen = [file, another];
  const both = await ask({ purpose: 'votes', multiple: true });
  expect(both.map(({ name }) => name)).toEqual(['名单.csv', '名单二.csv']);
  expect(asked).toEqual([false, false, true]);
  // All or none.
  chosen = [file, join(door.folder, '没有.csv')];
  const failed = await door.call('POST', '/api/host/open-file', { token, body: { purpose: 'votes' } });
  expect((await errorOf(failed)).code).toBe('file-unreadable');
});
