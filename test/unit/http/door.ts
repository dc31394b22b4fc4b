import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import type { Result } from '../../../shared/refusals/refusal.ts';
import type { Role } from '../../../shared/round/roles.ts';
import { insertPerson, setPassword } from '../../../electron/database/people.ts';
import { createWorkspace, type Workspace } from '../../../electron/database/workspace.ts';
import { createApplication, type Application } from '../../../electron/http/application.ts';
import type { Host } from '../../../electron/http/host.ts';
import { hashPassword } from '../../../electron/services/passwords.ts';
import { readRoundResource } from '../../../electron/services/resources.ts';

/** The real door over a real workspace in a folder of its own, with people whose passwords are cheap to check. */
export interface TestDoor {
  readonly app: Application;
  readonly folder: string;
  readonly workspace: Workspace;
  readonly people: Readonly<Record<Role | 'secondExpert', number>>;
  readonly faults: string[];
  readonly clock: { now: Date };
  /** A token of somebody who has just signed in by the door. */
  signIn(personId: number): Promise<string>;
  call(
    method: string,
    path: string,
    options?: { readonly token?: string; readonly body?: unknown },
  ): Promise<Response>;
}

export const password = 'correct horse';
const cheap = { N: 1024, r: 8, p: 1 };

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judging-door-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function newWorkspace(folder: string, kind: Workspace['kind']): Workspace {
  const { round, candidates } = readRoundResource('shanghai-2017');
  const actor = { kind: 'command-line', account: 'test' } as const;
  return valueOf(
    createWorkspace(folder, { kind, round, candidates }, actor, new Date('2017-03-01T00:00:00Z')),
  );
}

function newPage(folder: string): string {
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(
    join(page, 'index.html'),
    '<!doctype html><head><meta name="csp-nonce" content="" /></head><div id="root"></div>',
  );
  writeFileSync(join(page, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'outside the page');
  return page;
}

export interface DoorOptions {
  readonly chooseFiles?: Host['chooseFiles'];
  readonly uploadLimit?: number;
  readonly withTemporaryExpert?: boolean;
}

export async function openDoor(options: DoorOptions = {}): Promise<TestDoor> {
  const folder = newFolder();
  const workspace = newWorkspace(join(folder, 'real'), 'real');
  const hash = await hashPassword(password, cheap);
  const add = (name: string, role: Role, isTemporary = false): number => {
    const id = insertPerson(workspace.connection, { name, role, code: '', organisation: '', district: '' });
    setPassword(workspace.connection, id, hash, isTemporary);
    return id;
  };
  const people = {
    secretariat: add('秘书甲', 'secretariat'),
    observer: add('监督乙', 'observer'),
    expert: add('委员丙', 'expert', options.withTemporaryExpert === true),
    secondExpert: add('委员丁', 'expert'),
  };
  const faults: string[] = [];
  const clock = { now: new Date('2017-03-20T01:00:00Z') };
  const app = createApplication({
    workspace,
    host: {
      kind: 'loopback',
      version: '0.0.0-test',
      chooseFiles: options.chooseFiles ?? null,
      openWorkspaceOfKind: (kind) => ({ ok: true, value: newWorkspace(join(folder, kind), kind) }),
    },
    pageFolder: newPage(folder),
    now: () => clock.now,
    reportFault: (line) => faults.push(line),
    ...(options.uploadLimit === undefined ? {} : { uploadLimit: options.uploadLimit }),
  });
  onTestFinished(() => app.close());
  const call: TestDoor['call'] = async (method, path, { token, body } = {}) =>
    app.request(`http://127.0.0.1:4000${path}`, {
      method,
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    app,
    folder,
    workspace,
    people,
    faults,
    clock,
    call,
    async signIn(personId) {
      const response = await call('POST', '/api/session', { body: { personId, password } });
      const session = (await response.json()) as { token?: string };
      if (session.token === undefined) throw new Error(`sign-in answered ${response.status}`);
      return session.token;
    },
  };
}

/** The refusal that an answer carries, in the one form that all of them have. */
export async function errorOf(
  response: Response,
): Promise<{ code: string; message: string; details: unknown }> {
  const body = (await response.json()) as { error: { code: string; message: string; details: unknown } };
  return body.error;
}

/** A path of an endpoint with its parameters filled by something harmless. */
export function samplePath(endpoint: Endpoint): string {
  return endpoint.path.replace(':table', 'experts').replaceAll(/:\w+/g, '999999');
}
