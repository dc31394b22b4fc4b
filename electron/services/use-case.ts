import type { Actor } from '../../shared/round/roles.ts';
import type { Workspace } from '../database/workspace.ts';

/**
 * What every use case is given: the workspace it works in, who asks, and the clock. Rights by role are checked at the door
 * (the endpoint's `access`); a use case checks what depends on its data.
 */
export interface Caller {
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly now: () => Date;
}

/** A file that a person chose, on this machine: where its bytes are and what it is called. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  /** SHA-256 of the bytes that were shown to somebody: what is imported later must be these. Absent: nobody has seen any. */
  readonly sha256?: string;
}
