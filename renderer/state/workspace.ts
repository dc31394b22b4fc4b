import { create } from 'zustand';
import {
  openWorkspace,
  readWorkspace,
  signOut,
  type WorkspaceKind,
  type WorkspaceState,
} from '../../shared/contract/workspace.ts';
import { call } from '../client/call.ts';
import type { Failure } from '../client/outcome.ts';
import { sessionStore } from './session.ts';

interface WorkspaceStore {
  readonly workspace: WorkspaceState | null;
  readonly failure: Failure | null;
  /** Reads which workspace is open and who may sign in. */
  readonly read: () => Promise<void>;
  /** Goes over to the demonstration or back to the real workspace; whoever is signed in is signed out. */
  readonly open: (kind: WorkspaceKind) => Promise<Failure | null>;
}

export const useWorkspace = create<WorkspaceStore>()((set) => ({
  workspace: null,
  failure: null,
  read: async () => {
    const answer = await call(readWorkspace, {});
    if (answer.ok) set({ workspace: answer.value, failure: null });
    else set({ failure: answer.failure });
  },
  open: async (kind) => {
    // Nobody can be thrown out by a change of the workspace, this page's own person least of all.
    if (sessionStore.getState().session !== null) {
      await call(signOut, {});
      sessionStore.getState().end();
    }
    const answer = await call(openWorkspace, { kind });
    if (!answer.ok) return answer.failure;
    set({ workspace: answer.value, failure: null });
    return null;
  },
}));
