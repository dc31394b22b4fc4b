import { describe, expect, test } from 'vitest';
import * as applications from '../../../shared/contract/applications.ts';
import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import * as experts from '../../../shared/contract/experts.ts';
import * as marks from '../../../shared/contract/marks.ts';
import * as merge from '../../../shared/contract/merge.ts';
import * as uploads from '../../../shared/contract/uploads.ts';
import * as voteCheck from '../../../shared/contract/vote-check.ts';
import * as voteFlags from '../../../shared/contract/vote-flags.ts';
import * as voteStatistics from '../../../shared/contract/vote-statistics.ts';
import * as voteTotals from '../../../shared/contract/vote-totals.ts';
import * as votes from '../../../shared/contract/votes.ts';
import * as workspace from '../../../shared/contract/workspace.ts';
import { roles, type Role } from '../../../shared/round/roles.ts';
import { errorOf, openDoor, samplePath } from './door.ts';

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  );
}

interface Call {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Endpoint['access'];
}

const declared: Call[] = [
  applications,
  experts,
  marks,
  merge,
  uploads,
  voteCheck,
  voteFlags,
  voteTotals,
  votes,
  voteStatistics,
  workspace,
]
  .flatMap((module) => Object.entries(module))
  .flatMap(([name, value]) =>
    isEndpoint(value) ? [{ name, method: value.method, path: samplePath(value), access: value.access }] : [],
  );

/** Calls whose body or answer is not JSON stand outside the declarations, but not outside the rights. */
const undeclared: Call[] = [
  { name: 'upload', method: 'POST', path: '/api/uploads?name=a.csv', access: ['secretariat'] },
  {
    name: 'ranking.xlsx',
    method: 'GET',
    path: '/api/exports/ranking.xlsx',
    access: ['secretariat', 'observer'],
  },
  {
    name: 'ranking.csv',
    method: 'GET',
    path: '/api/exports/ranking.csv',
    access: ['secretariat', 'observer'],
  },
  {
    name: 'rejected-ballots.xlsx',
    method: 'GET',
    path: '/api/exports/rejected-ballots.xlsx',
    access: ['secretariat', 'observer'],
  },
  {
    name: 'rejected-ballots.csv',
    method: 'GET',
    path: '/api/exports/rejected-ballots.csv',
    access: ['secretariat', 'observer'],
  },
  { name: 'template', method: 'GET', path: '/api/templates/experts.xlsx', access: ['secretariat'] },
  { name: 'job events', method: 'GET', path: '/api/jobs/999999/events', access: ['secretariat'] },
];

const guarded = [...declared, ...undeclared].filter((call) => call.access !== 'anyone');
const strangers = guarded.flatMap((call) =>
  call.access === 'signed-in'
    ? []
    : roles.filter((role) => !call.access.includes(role as never)).map((role) => ({ ...call, role })),
);

test('the contract is found whole', () => {
  expect(declared.length).toBeGreaterThan(40);
  expect(new Set(declared.map((call) => `${call.method} ${call.path}`)).size).toBe(declared.length);
});

describe('without a sign-in', () => {
  test.each(guarded)('$name ($method $path) is refused', async ({ method, path }) => {
    const door = await openDoor();
    const response = await door.call(method, path);
    expect(response.status).toBe(401);
    expect((await errorOf(response)).code).toBe('not-signed-in');
  });
});

test('somebody of another role is refused everywhere, before the input is looked at', async () => {
  const door = await openDoor();
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, await door.signIn(door.people[role]));
  for (const { name, method, path, role } of strangers) {
    const response = await door.call(method, path, { token: tokens.get(role) ?? '' });
    expect([name, role, response.status]).toEqual([name, role, 403]);
    expect((await errorOf(response)).code).toBe('not-allowed');
  }
  expect(strangers.length).toBeGreaterThan(50);
});

test('whoever is listed gets past the door', async () => {
  const door = await openDoor();
  for (const { name, method, path, access } of guarded) {
    // A new sign-in each time: some of these calls end it.
    for (const role of access === 'signed-in' ? roles : (access as readonly Role[])) {
      const response = await door.call(method, path, { token: await door.signIn(door.people[role]) });
      expect([name, role, [401, 403].includes(response.status)]).toEqual([name, role, false]);
      await response.body?.cancel();
    }
  }
});

test('an expert can read neither the tally nor how far the others are nor another’s marks', async () => {
  const door = await openDoor();
  const first = await door.signIn(door.people.expert);
  const second = await door.signIn(door.people.secondExpert);
  for (const path of [
    '/api/votes/tally',
    '/api/marks/progress',
    '/api/merge',
    '/api/experts',
    '/api/status',
  ]) {
    expect((await door.call('GET', path, { token: first })).status).toBe(403);
  }
  const saved = await door.call('PUT', '/api/my/scores', {
    token: first,
    body: { candidate: 1, criterion: 'innovation', mark: 91 },
  });
  expect(saved.status).toBe(200);
  const own = (await (await door.call('GET', '/api/my/sheet', { token: first })).json()) as {
    scores: unknown[];
  };
  const others = (await (await door.call('GET', '/api/my/sheet', { token: second })).json()) as {
    scores: unknown[];
  };
  expect(own.scores).toEqual([{ candidate: 1, criterion: 'innovation', mark: 91 }]);
  expect(others.scores).toEqual([]);
  // Naming somebody else does not help: the declaration knows no such field.
  const named = await door.call('GET', `/api/my/sheet?expert=${door.people.expert}`, { token: second });
  expect(named.status).toBe(422);
});
