import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { sessionStore } from '../../../renderer/state/session.ts';
import type { Session } from '../../../shared/contract/workspace.ts';

/** jsdom has no media queries, observes no sizes and does not scroll; Ant Design and our own panels ask for it. */
export function stubBrowser(): void {
  Element.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addListener: vi.fn(),
    removeListener: vi.fn(),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
}

/** Every test of the file is that person's, signed in; afterwards nothing is left of the page. */
export function signInEach(person: Session['person']): void {
  beforeEach(() => {
    stubBrowser();
    sessionStore.getState().begin({ token: 't', person, mustChangePassword: false });
  });
  afterEach(() => {
    cleanup();
    sessionStore.getState().end();
  });
}
