import { robustSpread } from '../../statistics/median.ts';
import { hourOfMinute, minuteText, runs } from './clock.ts';
import { shortFigure, type FoundGroup } from './evidence.ts';
import type { FlagThresholds } from './thresholds.ts';

interface Norm {
  readonly median: number;
  readonly spread: number;
}

/**
 * What minutes of an hour usually hold: the median of its minutes; the spread is the greatest of one ballot, what chance
 * alone gives (the square root of a Poisson mean) and the robust deviation of these minutes. At either end of the vote, where
 * the hour is not whole, the sixty minutes nearest to it serve.
 */
function normOfHour(counts: ReadonlyMap<number, number>, hour: number, first: number, last: number): Norm {
  const from = Math.max(first, Math.min(60 * hour, last - 59));
  const to = Math.min(last, Math.max(60 * hour + 59, from + 59));
  const values = Array.from({ length: to - from + 1 }, (_, each) => counts.get(from + each) ?? 0);
  const { median, spread } = robustSpread(values);
  return { median, spread: Math.max(1, Math.sqrt(median), spread) };
}

function countMinutes(minutes: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const minute of minutes) {
    if (!Number.isNaN(minute)) counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  return counts;
}

/**
 * Minutes with far more ballots than the other minutes of their hour, neighbours put together: at least
 * `thresholds.ballots`, and at least `thresholds.deviations` robust deviations above the median (the modified z-score of
 * Iglewicz and Hoaglin, 1993). A flood that fills more than half of an hour raises the hour's own median and is not seen here.
 * @param minutes of each ballot (`clockMinutes`)
 */
export function findBursts(minutes: Float64Array, thresholds: FlagThresholds['burst']): FoundGroup[] {
  const counts = countMinutes(minutes);
  let first = Infinity;
  let last = -Infinity;
  for (const minute of counts.keys()) {
    first = Math.min(first, minute);
    last = Math.max(last, minute);
  }
  const norms = new Map<number, Norm>();
  const burst = new Map<
    number,
    { readonly count: number; readonly norm: Norm; readonly deviations: number }
  >();
  for (const [minute, count] of counts) {
    if (count < thresholds.ballots) continue;
    const hour = hourOfMinute(minute);
    const norm = norms.get(hour) ?? normOfHour(counts, hour, first, last);
    norms.set(hour, norm);
    const deviations = (count - norm.median) / norm.spread;
    if (deviations >= thresholds.deviations) burst.set(minute, { count, norm, deviations });
  }
  const members = Map.groupBy(
    Array.from(minutes, (_, ballot) => ballot).filter((ballot) => burst.has(minutes[ballot] ?? NaN)),
    (ballot) => minutes[ballot] ?? NaN,
  );
  return runs([...burst.keys()].sort((left, right) => left - right)).map((run): FoundGroup => {
    const found = run.flatMap((minute) => {
      const figures = burst.get(minute);
      return figures === undefined ? [] : [{ minute, ...figures }];
    });
    const peak = found.reduce((best, each) => (each.count > best.count ? each : best));
    const from = minuteText(run[0] ?? NaN);
    return {
      id: `burst:${from}`,
      evidence: {
        kind: 'burst',
        from,
        to: minuteText(run.at(-1) ?? NaN),
        minutes: run.length,
        ballots: found.reduce((sum, { count }) => sum + count, 0),
        usual: shortFigure(found.reduce((sum, { norm }) => sum + norm.median, 0)),
        peakAt: minuteText(peak.minute),
        peak: peak.count,
        peakUsual: peak.norm.median,
        deviations: shortFigure(peak.deviations),
      },
      members: run.flatMap((minute) => members.get(minute) ?? []),
    };
  });
}
