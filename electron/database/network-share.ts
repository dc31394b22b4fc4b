import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';

/** File-system types, as Linux's statfs reports them, on which SQLite's locks cannot be trusted. */
const networkFileSystems = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x564c, 'NCP'],
  [0x5346414f, 'AFS'],
  [0x01021997, '9P'],
]);

/** SQLite on a network share can lose data silently, so such a folder is refused before anything is written. */
export function refuseNetworkShare(folder: string): Result<null> {
  const absolute = resolve(folder);
  if (absolute.startsWith('\\\\')) return refused('workspace-on-network', { folder: absolute });
  if (process.platform !== 'linux') return done(null);
  let existing = absolute;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  return networkFileSystems.has(statfsSync(existing).type)
    ? refused('workspace-on-network', { folder: absolute })
    : done(null);
}
