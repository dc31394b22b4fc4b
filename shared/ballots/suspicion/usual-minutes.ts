import { median, robustSpread } from '../../statistics/median.ts';
import { hourOfMinute } from './clock.ts';

/**
 * What a minute of an hour usually holds. The hour's own minutes are the closest measure, but a flood that fills half of
 * them becomes their median; so there is a second measure that does not look at the hour at all.
 */

/** From what a norm is learnt: the hour's own minutes, the same hour of other days, or the hours before and after. */
export const normSources = ['own-hour', 'other-days', 'hours-around'] as const;
export type NormSource = (typeof normSources)[number];

export interface MinuteNorm {
  readonly source: NormSource;
  /** Ballots in a usual minute. */
  readonly usual: number;
  /** By how much minutes usually differ from that, comparable to a standard deviation; at least 1. */
  readonly spread: number;
}

/** Ballots by minute (`clockMinutes`), and by hour. */
export interface Traffic {
  readonly byMinute: ReadonlyMap<number, number>;
  readonly byHour: ReadonlyMap<number, number>;
  /** The first and the last minute with a ballot. */
  readonly first: number;
  readonly last: number;
}

export function countTraffic(minutes: Float64Array): Traffic {
  const byMinute = new Map<number, number>();
  const byHour = new Map<number, number>();
  let first = Infinity;
  let last = -Infinity;
  for (const minute of minutes) {
    if (Number.isNaN(minute)) continue;
    byMinute.set(minute, (byMinute.get(minute) ?? 0) + 1);
    first = Math.min(first, minute);
    last = Math.max(last, minute);
  }
  for (const [minute, count] of byMinute) {
    const hour = hourOfMinute(minute);
    byHour.set(hour, (byHour.get(hour) ?? 0) + count);
  }
  return { byMinute, byHour, first, last };
}

/**
 * The norms by which an hour's minutes are measured: the hour's own and, where there is enough to compare with, one learnt
 * from other hours.
 */
export function normsOfHour(traffic: Traffic, hour: number): MinuteNorm[] {
  const elsewhere = normOfOtherDays(traffic, hour) ?? normOfHoursAround(traffic, hour);
  return [normOfOwnHour(traffic, hour), ...(elsewhere === null ? [] : [elsewhere])];
}

/**
 * The median of the hour's minutes; the spread is the greatest of one ballot, what chance alone gives (the square root of a
 * Poisson mean) and the robust deviation of these minutes. At either end of the vote, where the hour is not whole, the sixty
 * minutes nearest to it serve.
 */
function normOfOwnHour({ byMinute, first, last }: Traffic, hour: number): MinuteNorm {
  const from = Math.max(first, Math.min(60 * hour, last - 59));
  const to = Math.min(last, Math.max(60 * hour + 59, from + 59));
  const values = Array.from({ length: to - from + 1 }, (_, each) => byMinute.get(from + each) ?? 0);
  const { median: usual, spread } = robustSpread(values);
  return { source: 'own-hour', usual, spread: Math.max(1, Math.sqrt(usual), spread) };
}

/** With fewer days, or hours on either side, one flood among them would be the rule. */
const fewestToCompare = 3;
/** The days nearest to the hour's: enough for a median, near enough for the same habits. */
const mostDays = 14;
const hoursOnEachSide = 6;
/** Of an hour that the vote does not fill, so many minutes must be in it before it says anything. */
const fewestMinutes = 30;

/**
 * What other hours say of one is never exact, however many ballots say it. A quarter is a choice of ours: with the default of
 * eight deviations an hour has to hold three times the usual before this norm makes a burst of it.
 */
const shareOfDoubt = 0.25;

/** Ballots a minute; null where the vote holds too little of the hour. */
function rateOf({ byHour, first, last }: Traffic, hour: number): number | null {
  const minutes = Math.min(last, 60 * hour + 59) - Math.max(first, 60 * hour) + 1;
  return minutes < fewestMinutes ? null : (byHour.get(hour) ?? 0) / minutes;
}

function normFrom(source: NormSource, expected: readonly number[]): MinuteNorm {
  const { median: usual, spread } = robustSpread(expected);
  return { source, usual, spread: Math.max(1, Math.sqrt(usual), shareOfDoubt * usual, spread) };
}

/**
 * How busy a day is against another: the median of the ratios of their hours, which a flood in less than half of them
 * hardly moves (size factors by the median of ratios: Anders and Huber, Differential expression analysis
 * for sequence count data, Genome Biology 11 (2010), R106, equation 5). Null where they have too few hours in common.
 */
function busierBy(traffic: Traffic, day: number, other: number): number | null {
  const ratios: number[] = [];
  for (let clock = 0; clock < 24; clock += 1) {
    const own = rateOf(traffic, 24 * day + clock);
    const others = rateOf(traffic, 24 * other + clock);
    // Half a ballot an hour more: an hour without ballots is quiet, not infinitely quieter.
    if (own !== null && others !== null) ratios.push((own + 0.5 / 60) / (others + 0.5 / 60));
  }
  return ratios.length < fewestToCompare ? null : median(ratios);
}

/**
 * The median of the same clock hour on the other days, each day brought to this day's level: votes have busy hours and
 * busy days, and neither is a burst. A flood is seen by it that lasts less than half of the day and does not come back at the
 * same hour on most days.
 */
function normOfOtherDays(traffic: Traffic, hour: number): MinuteNorm | null {
  const day = Math.floor(hour / 24);
  const clock = hour - 24 * day;
  const expected: number[] = [];
  const days = [...new Set([...traffic.byHour.keys()].map((each) => Math.floor(each / 24)))]
    .filter((other) => other !== day)
    .sort((left, right) => Math.abs(left - day) - Math.abs(right - day) || left - right);
  for (const other of days) {
    if (expected.length === mostDays) break;
    const rate = rateOf(traffic, 24 * other + clock);
    const level = rate === null ? null : busierBy(traffic, day, other);
    if (rate !== null && level !== null) expected.push(rate * level);
  }
  return expected.length < fewestToCompare ? null : normFrom('other-days', expected);
}

/**
 * In a vote of few days: the median of the hours before or of those after, whichever is greater, so that neither a morning's
 * rise nor an evening's fall is a burst. At the ends of the vote, where one side is missing, it is silent.
 */
function normOfHoursAround(traffic: Traffic, hour: number): MinuteNorm | null {
  const side = (step: number): number[] =>
    Array.from({ length: hoursOnEachSide }, (_, each) => rateOf(traffic, hour + step * (each + 1))).filter(
      (rate) => rate !== null,
    );
  const before = side(-1);
  const after = side(1);
  if (before.length < fewestToCompare || after.length < fewestToCompare) return null;
  const busier = median(before) > median(after) ? before : after;
  return normFrom('hours-around', busier);
}
