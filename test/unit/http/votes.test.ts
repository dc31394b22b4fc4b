import { expect, test } from 'vitest';
import { votePreviewSchema } from '../../../shared/contract/vote-preview.ts';
import type { JobProgress } from '../../../shared/contract/votes.ts';
import { errorOf, openDoor, type TestDoor } from './door.ts';

function votesFile(ballots: number): string {
  const choices = '1;2;3;4;5;6;7;8;9;10';
  const rows = Array.from(
    { length: ballots },
    (_, index) => `account-${index},2017-03-22 10:00:00,${choices}`,
  );
  return ['account,time,choices', ...rows, 'somebody,2017-03-22 11:00:00,1;2'].join('\n');
}

async function upload(door: TestDoor, token: string, content: string, name = 'votes.csv'): Promise<string> {
  const response = await door.call('POST', `/api/uploads?name=${encodeURIComponent(name)}`, {
    token,
    body: content,
  });
  return ((await response.json()) as { upload: string }).upload;
}

async function start(
  door: TestDoor,
  token: string,
  uploads: readonly string[],
  dryRun = false,
): Promise<Response> {
  return door.call('POST', '/api/votes/imports', { token, body: { uploads, dryRun } });
}

/** Reads the stream as a browser does, to its end. */
async function eventsOf(door: TestDoor, token: string, job: string): Promise<JobProgress[]> {
  const issued = await door.call('POST', '/api/session/tickets', { token });
  const { ticket } = (await issued.json()) as { ticket: string };
  const response = await door.call('GET', `/api/jobs/${job}/events?ticket=${ticket}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  expect(text).toContain('retry: ');
  expect((await door.call('GET', `/api/jobs/${job}/events?ticket=${ticket}`)).status).toBe(401);
  return [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '') as JobProgress);
}

test('a votes file goes from upload through a followed job into the tally', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const file = await upload(door, token, votesFile(300));
  expect((await door.call('POST', '/api/votes/preview', { token, body: { uploads: [file] } })).status).toBe(
    200,
  );

  const { job } = (await (await start(door, token, [file])).json()) as { job: string };
  const events = await eventsOf(door, token, job);
  expect(events.at(-1)).toMatchObject({ state: 'done', report: { imports: [{ rows: 301, accepted: 300 }] } });
  // Who asks later is told the end at once.
  expect(await eventsOf(door, token, job)).toHaveLength(1);
  expect(((await (await door.call('GET', `/api/jobs/${job}`, { token })).json()) as JobProgress).state).toBe(
    'done',
  );

  const tally = (await (await door.call('GET', '/api/votes/tally', { token })).json()) as {
    tally: { votes: number }[];
  };
  expect(tally.tally[0]?.votes).toBe(300);
  // The file holds readable account ids: once it is in, it does not stay.
  expect((await errorOf(await start(door, token, [file]))).code).toBe('upload-missing');
});

test('a trial run keeps the file and writes nothing', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const file = await upload(door, token, votesFile(50));
  const { job } = (await (await start(door, token, [file], true)).json()) as { job: string };
  expect((await eventsOf(door, token, job)).at(-1)?.report?.imports[0]).toMatchObject({ accepted: 50 });
  const batches = (await (await door.call('GET', '/api/votes/batches', { token })).json()) as {
    batches: unknown[];
  };
  expect(batches.batches).toEqual([]);
  expect((await start(door, token, [file])).status).toBe(200);
});

test('while an import runs a second one and another workspace have to wait; cancelled, it leaves nothing', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const file = await upload(door, token, votesFile(20_000));
  const { job } = (await (await start(door, token, [file])).json()) as { job: string };
  expect((await errorOf(await start(door, token, [file]))).code).toBe('job-busy');
  const change = await door.call('POST', '/api/workspace/open', { body: { kind: 'demonstration' } });
  expect((await errorOf(change)).code).toBe('job-busy');

  expect((await door.call('DELETE', `/api/jobs/${job}`, { token })).status).toBe(200);
  expect((await eventsOf(door, token, job)).at(-1)).toMatchObject({
    state: 'cancelled',
    error: { code: 'job-cancelled' },
  });
  const batches = (await (await door.call('GET', '/api/votes/batches', { token })).json()) as {
    batches: unknown[];
  };
  expect(batches.batches).toEqual([]);
  await door.call('DELETE', '/api/session', { token });
  expect((await door.call('POST', '/api/workspace/open', { body: { kind: 'demonstration' } })).status).toBe(
    200,
  );
});

test('an unknown job is no stream', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  expect((await errorOf(await door.call('GET', '/api/jobs/nothing/events', { token }))).code).toBe(
    'not-found',
  );
  expect((await door.call('DELETE', '/api/jobs/nothing', { token })).status).toBe(404);
});

test('files that are ballots only together become one batch beside the others, as the person said', async () => {
  const door = await openDoor();
  const token = await door.signIn(door.people.secretariat);
  const voters = (...accounts: readonly string[]): string =>
    ['openid,投票时间', ...accounts.map((account) => `${account},2017-03-22 10:00:00`), ''].join('\n');
  const names = Array.from({ length: 11 }, (_, index) => `${String(index + 1).padStart(2, '0')}_项目.csv`);
  const set: string[] = [];
  // Everybody chooses the first ten; only oA also what is in the eleventh file, which a person knows to be candidate 12.
  for (const [place, name] of names.entries())
    set.push(await upload(door, token, place < 10 ? voters('oA', 'oB') : voters('oA'), name));
  const other = await upload(door, token, votesFile(5));
  const preview = await door.call('POST', '/api/votes/preview', { token, body: { uploads: set } });
  const { mapping } = votePreviewSchema.parse(await preview.json());
  if (mapping?.layout.kind !== 'candidate-files') throw new Error('another layout');
  const candidates = mapping.layout.candidates.map((each) =>
    each.candidate === 11 ? { ...each, candidate: 12 } : each,
  );
  const confirmed = { ...mapping, layout: { ...mapping.layout, candidates } };
  const body = {
    uploads: [other, ...set],
    dryRun: false,
    mappings: { [set[0] ?? '']: confirmed },
    sets: [set],
  };

  const stranger = { ...body, uploads: [other, ...set.slice(1)] };
  for (const wrong of [{ ...body, sets: [set, set] }, stranger]) {
    const refused = await door.call('POST', '/api/votes/imports', { token, body: wrong });
    expect((await errorOf(refused)).message).toContain('一组里的文件须是所选的文件，且只在一组里');
  }

  const { job } = (await (await door.call('POST', '/api/votes/imports', { token, body })).json()) as {
    job: string;
  };
  const end = (await eventsOf(door, token, job)).at(-1);
  expect(
    end?.report?.imports.map(({ file, batch, rows, accepted }) => [file, batch, rows, accepted]),
  ).toEqual([
    ['votes.csv', 1, 6, 5],
    ['01_项目.csv 等 11 个文件', 2, 2, 2],
  ]);
  const { tally } = (await (await door.call('GET', '/api/votes/tally', { token })).json()) as {
    tally: { candidate: number; votes: number }[];
  };
  const votesOf = (candidate: number) => tally.find((each) => each.candidate === candidate)?.votes;
  expect([votesOf(1), votesOf(10), votesOf(11), votesOf(12)]).toEqual([7, 7, 0, 1]);
  expect((await errorOf(await start(door, token, set, true))).code).toBe('upload-missing');
});
