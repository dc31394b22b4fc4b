import { create } from 'zustand';

/** Counts the changes this page made, so that what depends on all of them (the rail, the overview) reads again. */
export const useChanges = create<{ readonly count: number }>()(() => ({ count: 0 }));

export function noteChange(): void {
  useChanges.setState((state) => ({ count: state.count + 1 }));
}
