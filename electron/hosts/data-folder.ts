import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';

const folderName = 'judging-workstation';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where a relative JUDGING_DATA counts from. */
  readonly from: string;
}

/**
 * Where the real workspace lies unless a person says otherwise: the platform's own place for a program's data.
 * JUDGING_DATA names another folder, for tests and for machines whose home folder is on a network share.
 */
export function defaultDataFolder(surroundings: Partial<Surroundings> = {}): string {
  const platform = surroundings.platform ?? process.platform;
  const home = surroundings.home ?? homedir();
  const environment = surroundings.environment ?? process.env;
  const chosen = environment['JUDGING_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(surroundings.from ?? process.cwd(), chosen);
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), folderName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName);
  const shared = environment['XDG_DATA_HOME'];
  return join(shared === undefined || shared === '' ? join(home, '.local', 'share') : shared, folderName);
}

/** The demonstration has a folder of its own, so that its data can never mix with real data. */
export function workspaceFolder(dataFolder: string, kind: WorkspaceKind): string {
  return kind === 'real' ? dataFolder : join(dataFolder, 'demonstration');
}
