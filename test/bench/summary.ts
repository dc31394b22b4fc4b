/** How the bench reports durations: milliseconds, so that a bar of the design can be read off. */
export interface Durations {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

export function summarise(milliseconds: readonly number[]): Durations {
  const ascending = milliseconds.toSorted((first, second) => first - second);
  const at = (share: number): number =>
    ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}

export function line(what: string, { median, p95, longest }: Durations, bar: string): string {
  const figure = (value: number): string => value.toFixed(1).padStart(9);
  return `${what.padEnd(46)} median ${figure(median)}  p95 ${figure(p95)}  longest ${figure(longest)} ms   ${bar}`;
}
