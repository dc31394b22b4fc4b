/** Enough to see that the right column was taken, too little to know whose it is. */
export function shortened(text: string): string {
  return text.length <= 4 ? text : `${text.slice(0, 2)}……${text.slice(-2)}`;
}

/** Where a column was taken for another one, it may hold accounts or telephone numbers: only Chinese names are shown whole. */
export function shownName(name: string): string {
  return /\p{Script=Han}/u.test(name) && !/\d{5}/.test(name) ? name.slice(0, 60) : shortened(name);
}
