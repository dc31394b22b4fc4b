import { darkPalette, lightPalette } from '../app/palette.ts';

/** The chart's inks for an appearance: two hues that colour-blind eyes tell apart, and greys. */
export function chartColours(isDark: boolean) {
  const palette = isDark ? darkPalette : lightPalette;
  return {
    ink: palette.ink,
    inkSoft: palette.inkSoft,
    line: palette.line,
    surface: palette.raised,
    /** The expert's share, or the only series. */
    first: isDark ? '#6c9fe6' : '#1d4b8f',
    /** The public's share. */
    second: isDark ? '#e0a34a' : '#c77f1f',
  };
}
