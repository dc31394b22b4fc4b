import { hourOfMinute, minuteText, runs } from './clock.ts';
import { shortFigure, type FoundGroup } from './evidence.ts';
import type { FlagThresholds } from './thresholds.ts';
import { countTraffic, normsOfHour, normSources, type MinuteNorm } from './usual-minutes.ts';

/** A minute with more ballots than usual, and the norm that it exceeds by most. */
interface BusyMinute {
  readonly minute: number;
  readonly count: number;
  readonly norm: MinuteNorm;
  readonly deviations: number;
}

/**
 * Beside a burst minute, one that stands half as far out belongs to the burst: otherwise every minute of a long flood that
 * happens to be weaker would cut it into two flags. (Two thresholds, as edges are traced in pictures: Canny, A computational
 * approach to edge detection, IEEE PAMI 8 (1986), section VIII.)
 */
const shareOfNeighbours = 0.5;

function isBeyond(
  { count, deviations }: BusyMinute,
  thresholds: FlagThresholds['burst'],
  share: number,
): boolean {
  return count >= share * thresholds.ballots && deviations >= share * thresholds.deviations;
}

/** Every minute that is in a burst or could be beside one. */
function busyMinutes(minutes: Float64Array, thresholds: FlagThresholds['burst']): Map<number, BusyMinute> {
  const traffic = countTraffic(minutes);
  const norms = new Map<number, readonly MinuteNorm[]>();
  const found = new Map<number, BusyMinute>();
  for (const [minute, count] of traffic.byMinute) {
    if (count < shareOfNeighbours * thresholds.ballots) continue;
    const hour = hourOfMinute(minute);
    const ofHour = norms.get(hour) ?? normsOfHour(traffic, hour);
    norms.set(hour, ofHour);
    const [busy] = ofHour
      .map((norm): BusyMinute => ({ minute, count, norm, deviations: (count - norm.usual) / norm.spread }))
      .sort((left, right) => right.deviations - left.deviations);
    if (busy !== undefined && isBeyond(busy, thresholds, shareOfNeighbours)) found.set(minute, busy);
  }
  return found;
}

/**
 * Minutes with far more ballots than usual, neighbours put together: at least `thresholds.ballots`, and at least
 * `thresholds.deviations` robust deviations above the norm (the modified z-score of Iglewicz and Hoaglin, 1993). The norm is the
 * hour's own median or, because a flood of more than half an hour is its own median, what other hours let expect
 * (`normsOfHour`).
 * @param minutes of each ballot (`clockMinutes`)
 */
export function findBursts(minutes: Float64Array, thresholds: FlagThresholds['burst']): FoundGroup[] {
  const busy = busyMinutes(minutes, thresholds);
  const bursts = runs([...busy.keys()].sort((left, right) => left - right))
    .map((run) => run.flatMap((minute) => busy.get(minute) ?? []))
    .filter((found) => found.some((each) => isBeyond(each, thresholds, 1)));
  const inBurst = new Set(bursts.flatMap((found) => found.map(({ minute }) => minute)));
  const members = Map.groupBy(
    Array.from(minutes, (_, ballot) => ballot).filter((ballot) => inBurst.has(minutes[ballot] ?? NaN)),
    (ballot) => minutes[ballot] ?? NaN,
  );
  return bursts.map((found): FoundGroup => {
    const peak = found.reduce((best, each) => (each.count > best.count ? each : best));
    const from = minuteText(found[0]?.minute ?? NaN);
    return {
      id: `burst:${from}`,
      evidence: {
        kind: 'burst',
        from,
        to: minuteText(found.at(-1)?.minute ?? NaN),
        minutes: found.length,
        ballots: found.reduce((sum, { count }) => sum + count, 0),
        usual: shortFigure(found.reduce((sum, { norm }) => sum + norm.usual, 0)),
        peakAt: minuteText(peak.minute),
        peak: peak.count,
        peakUsual: shortFigure(peak.norm.usual),
        deviations: shortFigure(peak.deviations),
        norms: normSources.filter((source) => found.some(({ norm }) => norm.source === source)),
      },
      members: found.flatMap(({ minute }) => members.get(minute) ?? []),
    };
  });
}
