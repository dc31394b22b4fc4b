import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeWorkspace } from '../../../electron/database/workspace.ts';
import { listApplications } from '../../../electron/services/applications.ts';
import { listCandidates } from '../../../electron/services/candidates.ts';
import { resourcesFolder } from '../../../electron/services/resources.ts';
import { localActor, openOrCreateWorkspace } from '../../../electron/services/start-workspace.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { temporaryFolder, valueOf } from '../../support/workspace.ts';

const now = new Date('2017-03-01T00:00:00Z');

describe('a start without further words', () => {
  it('makes a workspace with the 2017 round: 50 candidates of 117 applications, and opens the same one again', () => {
    const folder = join(temporaryFolder(), '评审');
    const workspace = valueOf(openOrCreateWorkspace(folder, now));
    const caller: Caller = { workspace, actor: localActor(), now: () => now };
    expect(workspace.kind).toBe('real');
    expect(valueOf(listCandidates(caller)).candidates.map(({ candidate }) => candidate)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(valueOf(listApplications(caller, { search: '' }))).toMatchObject({ expected: 117, recorded: 50 });
    closeWorkspace(workspace);
    const again = valueOf(openOrCreateWorkspace(folder, new Date('2017-03-02T00:00:00Z')));
    const created = again.connection.prepare('SELECT created_at FROM workspace').pluck().get();
    expect(created).toBe(now.toISOString());
    closeWorkspace(again);
  });
});

describe('the program’s resources', () => {
  it('are found from the sources and from a bundle beside them', () => {
    const found = resourcesFolder();
    expect(resourcesFolder(join(found, '..', 'dist', 'main'))).toBe(found);
    const nowhere = temporaryFolder();
    mkdirSync(join(nowhere, 'resources'));
    expect(() => resourcesFolder(nowhere)).toThrow('resources are missing');
  });
});
