import { create } from 'zustand';

/** How the window looks is the person's own choice on this computer; without one it follows the system. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'workstation.appearance';

interface PreferenceState {
  readonly appearance: Appearance;
  readonly systemIsDark: boolean;
  readonly choose: (appearance: Appearance) => void;
}

/** Reading or writing may be forbidden (private windows, storage full): then the choice lasts until the page closes. */
function remembered(): Appearance {
  try {
    const value = window.localStorage.getItem(key);
    return appearances.find((each) => each === value) ?? 'system';
  } catch {
    return 'system';
  }
}

function remember(appearance: Appearance): void {
  try {
    window.localStorage.setItem(key, appearance);
  } catch {
    // see remembered()
  }
}

const systemDark =
  typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : null;

export const usePreference = create<PreferenceState>()((set) => ({
  appearance: remembered(),
  systemIsDark: systemDark?.matches ?? false,
  choose: (appearance) => {
    remember(appearance);
    set({ appearance });
  },
}));

systemDark?.addEventListener('change', (event) => {
  usePreference.setState({ systemIsDark: event.matches });
});

export function useIsDark(): boolean {
  return usePreference((state) =>
    state.appearance === 'system' ? state.systemIsDark : state.appearance === 'dark',
  );
}
