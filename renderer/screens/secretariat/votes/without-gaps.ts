const hourMilliseconds = 3_600_000;
/** More than these are no vote that a chart could show; they are left as they are. */
const mostPeriods = 2000;

interface Step {
  readonly milliseconds: number;
  /** How many characters of `2017-03-22 09` name such a period. */
  readonly length: number;
}

export const hourly: Step = { milliseconds: hourMilliseconds, length: 13 };
export const daily: Step = { milliseconds: 24 * hourMilliseconds, length: 10 };

/**
 * The periods from the first to the last, with an empty one for each in which nothing happened: a chart in which hours are missing
 * shows two crowds of different nights as one.
 * @param nameOf `2017-03-22 09` or `2017-03-22`, by the clock on the wall
 */
export function withoutGaps<Period>(
  periods: readonly Period[],
  nameOf: (period: Period) => string,
  empty: (name: string) => Period,
  { milliseconds, length }: Step,
): readonly Period[] {
  const named = new Map(periods.map((period) => [nameOf(period), period]));
  const instants = [...named.keys()].map((name) =>
    Date.parse(`${name.replace(' ', 'T')}${length === 13 ? ':00' : 'T00:00'}Z`),
  );
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const count = (last - first) / milliseconds + 1;
  if (!(count <= mostPeriods)) return periods;
  return Array.from({ length: count }, (_, place) => {
    const name = new Date(first + place * milliseconds).toISOString().replace('T', ' ').slice(0, length);
    return named.get(name) ?? empty(name);
  });
}
