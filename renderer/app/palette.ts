/**
 * The colours, once, for both appearances: neutral greys, one deep blue. Every text colour keeps at least 4.5 : 1 against
 * each ground it stands on, every border of a control 3 : 1. Red stands only for what is wrong; states never rest on
 * colour alone.
 */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly line: string;
  readonly lineSoft: string;
  readonly lineControl: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentPressed: string;
  readonly accentInk: string;
  readonly accentSoft: string;
  readonly link: string;
  readonly done: string;
  readonly doneSoft: string;
  readonly attention: string;
  readonly attentionSoft: string;
  readonly wrong: string;
  readonly wrongSoft: string;
  /** The band of the demonstration workspace. */
  readonly demonstration: string;
  readonly demonstrationInk: string;
}

export const lightPalette: Palette = {
  ground: '#f2f4f7',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f6f7f9',
  ink: '#1b2430',
  inkSoft: '#46515f',
  inkFaint: '#5b6673',
  line: '#cfd5dd',
  lineSoft: '#e4e8ed',
  lineControl: '#8791a0',
  accent: '#1d4b8f',
  accentHover: '#2a5ea8',
  accentPressed: '#153a72',
  accentInk: '#ffffff',
  accentSoft: '#e6eef9',
  link: '#1d4b8f',
  done: '#1c6440',
  doneSoft: '#e4f2ea',
  attention: '#7a4b00',
  attentionSoft: '#fdf1da',
  wrong: '#b3231b',
  wrongSoft: '#fdeceb',
  demonstration: '#ffd45c',
  demonstrationInk: '#3b2a00',
};

export const darkPalette: Palette = {
  ground: '#12161c',
  surface: '#1a2028',
  raised: '#222a34',
  sunken: '#161b22',
  ink: '#e8ecf2',
  inkSoft: '#bcc5d1',
  inkFaint: '#a3adba',
  line: '#3a4553',
  lineSoft: '#2b343f',
  lineControl: '#758293',
  accent: '#3569b8',
  accentHover: '#4479c8',
  accentPressed: '#2a5799',
  accentInk: '#ffffff',
  accentSoft: '#1f3454',
  link: '#94bdf5',
  done: '#86d0a5',
  doneSoft: '#193426',
  attention: '#f0c274',
  attentionSoft: '#3a2c10',
  wrong: '#ff9d94',
  wrongSoft: '#421c1a',
  demonstration: '#8a6a10',
  demonstrationInk: '#fff6dc',
};

const variableName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Hands the palette to our own style sheets as `--ink`, `--accent-soft` … on the root element. */
export function applyPalette(palette: Palette, isDark: boolean): void {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(palette))
    root.style.setProperty(variableName(name), String(colour));
  root.style.setProperty('color-scheme', isDark ? 'dark' : 'light');
  root.dataset['appearance'] = isDark ? 'dark' : 'light';
}
