import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import { closeWorkspace, type Workspace } from '../database/workspace.ts';

type Open = (kind: WorkspaceKind) => Result<Workspace> | Promise<Result<Workspace>>;

/** How many calls still work in a workspace; a superseded one is closed by the last of them. */
interface Lease {
  readonly workspace: Workspace;
  users: number;
  isSuperseded: boolean;
}

/** The one workspace that the program works in, and the change from one to another while calls are under way. */
export class Workspaces {
  #lease: Lease;
  readonly #open: Open;
  #switching: Promise<unknown> = Promise.resolve();

  constructor(first: Workspace, open: Open) {
    this.#lease = { workspace: first, users: 0, isSuperseded: false };
    this.#open = open;
  }

  get current(): Workspace {
    return this.#lease.workspace;
  }

  /** Runs work that needs the workspace to stay open until it is finished. */
  async use<Value>(work: (workspace: Workspace) => Value | Promise<Value>): Promise<Value> {
    const lease = this.#lease;
    lease.users += 1;
    try {
      return await work(lease.workspace);
    } finally {
      lease.users -= 1;
      closeIfUnused(lease);
    }
  }

  /** One change at a time: a second request waits and then finds the workspace open already. */
  switchTo(kind: WorkspaceKind, beforeChange: () => void): Promise<Result<Workspace>> {
    const change = this.#switching.then(() => this.#change(kind, beforeChange));
    this.#switching = change.catch(() => undefined);
    return change;
  }

  close(): void {
    this.#supersede();
  }

  async #change(kind: WorkspaceKind, beforeChange: () => void): Promise<Result<Workspace>> {
    if (this.current.kind === kind) return done(this.current);
    const opened = await this.#open(kind);
    if (!opened.ok) return opened;
    beforeChange();
    this.#supersede();
    this.#lease = { workspace: opened.value, users: 0, isSuperseded: false };
    return opened;
  }

  #supersede(): void {
    this.#lease.isSuperseded = true;
    closeIfUnused(this.#lease);
  }
}

function closeIfUnused(lease: Lease): void {
  if (lease.isSuperseded && lease.users === 0 && lease.workspace.connection.open)
    closeWorkspace(lease.workspace);
}
