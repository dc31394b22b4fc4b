import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAudit } from '../../../electron/database/audit-log.ts';
import { importVotes } from '../../../electron/services/votes/index.ts';
import type { FoundBallots, TriedBallot } from '../../../shared/contract/vote-check.ts';
import { sourceFile } from '../../support/votes-workspace.ts';
import { errorOf, openDoor, valueOf, type TestDoor } from './door.ts';

const account = 'oX7Kd5x7mew7PK2e7KiG9';
const choices = '1;2;3;4;5;6;7;8;9;10';
const votes = `account,time,choices\n${account},2017-03-22 10:00:00,${choices}\nli,2017-03-22 10:00:00,1\n`;

async function withVotes(): Promise<{ door: TestDoor; secretary: string; observer: string }> {
  const door = await openDoor();
  const caller = {
    workspace: door.workspace,
    actor: { kind: 'command-line', account: 'test' } as const,
    now: () => door.clock.now,
  };
  const file = sourceFile(door.workspace.folder, 'votes.csv', votes);
  valueOf(await importVotes(caller, [file], { dryRun: false }));
  return {
    door,
    secretary: await door.signIn(door.people.secretariat),
    observer: await door.signIn(door.people.observer),
  };
}

/** Everything that the program keeps of what was asked. */
function kept({ workspace, faults }: TestDoor): string {
  return JSON.stringify([[...readAudit(workspace.connection)], faults]);
}

test('an account is looked up by a body, and stands afterwards neither in the record nor in the answer', async () => {
  const { door, observer } = await withVotes();
  const response = await door.call('POST', '/api/votes/lookup', { token: observer, body: { account } });
  const text = await response.text();
  expect(JSON.parse(text) as FoundBallots).toMatchObject({
    total: 1,
    ballots: [{ batch: 1, file: 'votes.csv', line: 2, standing: 'accepted', isWithdrawn: false }],
  });
  expect(text + kept(door)).not.toContain(account);
  const inAddress = await door.call('GET', `/api/votes/lookup?account=${account}`, { token: observer });
  expect(inAddress.status).toBe(404);
});

test('a ballot is tried from a line or from its cells, and leaves no trace', async () => {
  const { door, secretary } = await withVotes();
  const answers = [
    { line: `${account},2017-03-22 11:00:00,${choices}` },
    { account, time: '2017-03-22 11:00:00', choices },
  ].map(async (body) => {
    const response = await door.call('POST', '/api/votes/trial', { token: secretary, body });
    return (await response.json()) as TriedBallot;
  });
  for (const answer of await Promise.all(answers))
    expect(answer).toMatchObject({
      standing: 'second-that-day',
      rule: { code: 'second-that-day' },
      earlier: { batch: 1, line: 2, time: '2017-03-22 10:00:00' },
    });
  expect(kept(door)).not.toContain(account);
});

test('what cannot be a ballot is refused without repeating it', async () => {
  const { door, secretary } = await withVotes();
  for (const body of [{}, { line: ' ' }, { account, time: '' }, { line: account, account }]) {
    const response = await door.call('POST', '/api/votes/trial', { token: secretary, body });
    const error = await errorOf(response);
    expect([response.status, error.code]).toEqual([422, 'invalid-input']);
    expect(JSON.stringify(error)).not.toContain(account);
  }
});

test('the rows of a step name a step and stay within bounds', async () => {
  const { door, observer } = await withVotes();
  const read = (query: string) => door.call('GET', `/api/votes/ballots?${query}`, { token: observer });
  expect(await (await read('standing=too-few')).json()).toMatchObject({
    total: 1,
    ballots: [{ line: 3, rule: { sentence: '选了 1 项，少于规定的 10 项。' } }],
  });
  for (const query of ['standing=nothing', 'standing=too-few&limit=1001', 'standing=too-few&offset=-1'])
    expect((await read(query)).status).toBe(422);
});

test('the ballots that are not counted are downloaded whole, and nothing of it stays in the spool', async () => {
  const { door, observer } = await withVotes();
  const response = await door.call('GET', '/api/exports/rejected-ballots.csv?batch=1', { token: observer });
  expect(response.status).toBe(200);
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
    '不计票的选票-批次1',
  );
  const text = await response.text();
  expect(text.split('\r\n')).toHaveLength(3);
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text) + 3);
  await expect
    .poll(() => readdirSync(join(door.workspace.folder, 'spool', 'uploads')), { timeout: 5000 })
    .toEqual([]);
  for (const [query, status] of [
    ['batch=7', 404],
    ['batch=x', 404],
  ] as const) {
    const refused = await door.call('GET', `/api/exports/rejected-ballots.csv?${query}`, { token: observer });
    expect(refused.status).toBe(status);
  }
});
