import { useEffect } from 'react';

/**
 * What would be lost by leaving this page or screen: typed marks that are not on the disk, a PIN that is shown only once.
 * Whoever holds something says so here; the window and the back button ask here first.
 */
interface Hold {
  readonly isHeld: () => boolean;
  /** Asked before another screen takes the place of this one; null when another screen loses nothing. */
  readonly question: string | null;
}

const holds = new Set<Hold>();

window.addEventListener('beforeunload', (event) => {
  if ([...holds].some((hold) => hold.isHeld())) event.preventDefault();
});

/** The window asks before it closes or reloads while `isHeld` is true, wherever in the program the person is. */
export function holdPageWhile(isHeld: () => boolean): void {
  holds.add({ isHeld, question: null });
}

/** While the component is shown, neither the window nor the back button leaves without asking. */
export function useHoldScreen(question: string): void {
  useEffect(() => {
    const hold: Hold = { isHeld: () => true, question };
    holds.add(hold);
    return () => {
      holds.delete(hold);
    };
  }, [question]);
}

/** True when nothing on this screen would be lost, or the person wants to leave all the same. */
export function mayLeaveScreen(): boolean {
  const questions = [...holds].flatMap(({ question }) => question ?? []);
  const [first] = questions;
  return first === undefined || window.confirm(first);
}
