import { create } from 'zustand';
import type { Session } from '../../shared/contract/workspace.ts';

interface SessionState {
  /** Held in memory only: closing or reloading the page signs out. */
  readonly session: Session | null;
  /** True after the main process ended a session that this page still believed in. */
  readonly hasExpired: boolean;
  readonly begin: (session: Session) => void;
  readonly end: () => void;
  readonly expire: () => void;
}

export const sessionStore = create<SessionState>()((set) => ({
  session: null,
  hasExpired: false,
  begin: (session) => {
    set({ session, hasExpired: false });
  },
  end: () => {
    set({ session: null, hasExpired: false });
  },
  expire: () => {
    set((state) => ({ session: null, hasExpired: state.session !== null || state.hasExpired }));
  },
}));

export const useSession = sessionStore;

/** Observers see the secretariat's screens without anything that changes something. */
export function useCanChange(): boolean {
  return sessionStore((state) => state.session?.person.role === 'secretariat');
}
