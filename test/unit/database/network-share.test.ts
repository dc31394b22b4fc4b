import type * as fileSystemModule from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseNetworkShare } from '../../../electron/database/network-share.ts';
import { createWorkspace } from '../../../electron/database/workspace.ts';
import { refusalOf, smallRound, temporaryFolder } from '../../support/workspace.ts';

const fileSystem = vi.hoisted(() => ({ type: 0xef53, asked: [] as string[] }));

vi.mock('node:fs', async (load) => {
  const real = await load<typeof fileSystemModule>();
  const statfsSync = (path: string): { type: number } => {
    fileSystem.asked.push(path);
    return { type: fileSystem.type };
  };
  return { ...real, statfsSync, default: { ...real, statfsSync } };
});

beforeEach(() => {
  fileSystem.type = 0xef53;
  fileSystem.asked = [];
});

describe.runIf(process.platform === 'linux')('a folder', () => {
  it('on a disk of this machine is good', () => {
    expect(refuseNetworkShare(temporaryFolder()).ok).toBe(true);
  });

  it.each([
    ['NFS', 0x6969],
    ['CIFS', 0xff534d42],
    ['SMB2', 0xfe534d42],
  ])('on %s is refused, also one that does not exist yet', (_, type) => {
    fileSystem.type = type;
    const existing = temporaryFolder();
    const folder = join(existing, '新', '评审');
    expect(refusalOf(refuseNetworkShare(folder))).toEqual({
      code: 'workspace-on-network',
      details: { folder },
    });
    expect(fileSystem.asked).toEqual([existing]);
  });

  it('on a share gets no workspace, and nothing is left in it', () => {
    fileSystem.type = 0x6969;
    const folder = temporaryFolder();
    const content = { kind: 'real', round: smallRound, candidates: [] } as const;
    const made = createWorkspace(folder, content, { kind: 'command-line', account: 'tester' }, new Date());
    expect(refusalOf(made).code).toBe('workspace-on-network');
  });
});
