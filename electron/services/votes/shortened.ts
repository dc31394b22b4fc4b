/** Enough to see that the right column was taken, too little to know whose it is. */
export function shortened(text: string): string {
  return text.length <= 4 ? text : `${text.slice(0, 2)}……${text.slice(-2)}`;
}
