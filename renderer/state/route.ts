import { create } from 'zustand';
import { mayLeaveScreen } from './leaving.ts';

/** Where the person is: `#/applications/12` is the screen `applications` with the item `12`. */
export interface Route {
  readonly screen: string;
  readonly item: string | null;
}

export function readRoute(hash: string): Route {
  const [screen = '', item = ''] = hash.replace(/^#\/?/, '').split('/');
  return { screen, item: item === '' ? null : decoded(item) };
}

/** An address may have been typed by hand. */
function decoded(item: string): string {
  try {
    return decodeURIComponent(item);
  } catch {
    return item;
  }
}

export function routeHash(screen: string, item: string | number | null = null): string {
  return item === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(String(item))}`;
}

export const useRoute = create<Route>()(() => readRoute(window.location.hash));

// The address is the truth, so that the back button, a bookmark and a click in the rail are the same thing.
window.addEventListener('hashchange', () => {
  if (!mayLeaveScreen()) {
    const { screen, item } = useRoute.getState();
    // Puts the address back without another event.
    window.history.pushState(null, '', routeHash(screen, item));
    return;
  }
  useRoute.setState(readRoute(window.location.hash));
});

export function go(screen: string, item: string | number | null = null): void {
  window.location.hash = routeHash(screen, item);
}
