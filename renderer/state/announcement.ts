import { create } from 'zustand';

interface Announcement {
  readonly sentence: string;
  /** Counts, so that the same sentence twice is spoken twice. */
  readonly count: number;
}

/** The last outcome, for the polite live region and the line below the top bar. */
export const useAnnouncement = create<Announcement>()(() => ({ sentence: '', count: 0 }));

/** Says an outcome to everybody: a line below the top bar for some seconds, and the screen reader. */
export function announce(sentence: string): void {
  useAnnouncement.setState((state) => ({ sentence, count: state.count + 1 }));
}
