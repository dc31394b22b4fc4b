import type { openFile } from '../../shared/contract/uploads.ts';
import type { WorkspaceKind, WorkspaceState } from '../../shared/contract/workspace.ts';
import type { Result } from '../../shared/refusals/refusal.ts';
import type { Workspace } from '../database/workspace.ts';
import type { z } from 'zod';

export type FilePurpose = z.infer<typeof openFile.input>['purpose'];

/** What differs between the two ways to run the program, as far as the door has to know. */
export interface Host {
  readonly kind: WorkspaceState['host']['kind'];
  readonly version: string;
  /** Opens the real or the demonstration workspace, and makes it where there is none yet. */
  readonly openWorkspaceOfKind: (kind: WorkspaceKind) => Result<Workspace> | Promise<Result<Workspace>>;
  /** Shows the machine's own dialog; answers the paths, none when the person chose none. Null where there is no dialog. */
  readonly chooseFiles: ((purpose: FilePurpose, multiple: boolean) => Promise<readonly string[]>) | null;
}
