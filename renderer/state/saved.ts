import { create } from 'zustand';

/** What the top bar says about the person's own work. `saved` only after the main process confirmed it is on the disk. */
export type Saved =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'not-saved'; readonly message: string };

export const useSaved = create<{ readonly saved: Saved }>()(() => ({ saved: { kind: 'nothing' } }));

export function showSaved(saved: Saved): void {
  useSaved.setState({ saved });
}
