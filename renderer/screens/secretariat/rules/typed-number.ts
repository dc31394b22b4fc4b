/** The number that was typed, or the text itself when it is none. */
export function typedNumber(typed: string): number | string {
  const plain = typed.trim().normalize('NFKC').replace('−', '-');
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : typed;
}
