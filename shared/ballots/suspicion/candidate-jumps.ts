import { logBinomialTail } from '../../statistics/tail-bounds.ts';
import { hourOfMinute, hourText, runs } from './clock.ts';
import { choicesStart, type CountedBallots } from './counted-ballots.ts';
import type { FoundGroup } from './evidence.ts';
import { logSignificance, type FlagThresholds } from './thresholds.ts';

/** With fewer hours to compare with there is no usual share. */
const fewestOtherHours = 3;

/** The hours with enough ballots, and how many ballots of each choose each candidate. */
interface HourlyVotes {
  /** Ascending. */
  readonly hours: readonly number[];
  readonly ballots: Uint32Array;
  /** A row of candidates for each hour. */
  readonly votes: Uint32Array;
}

function countHours(ballots: CountedBallots, minutes: Float64Array, fewest: number): HourlyVotes {
  const counts = new Map<number, number>();
  for (const minute of minutes) {
    if (Number.isNaN(minute)) continue;
    const hour = hourOfMinute(minute);
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  const hours = [...counts.keys()].filter((hour) => (counts.get(hour) ?? 0) >= fewest);
  hours.sort((left, right) => left - right);
  const places = new Map(hours.map((hour, place) => [hour, place]));
  const width = ballots.candidates.length;
  const votes = new Uint32Array(hours.length * width);
  for (let ballot = 0; ballot < ballots.count; ballot += 1) {
    const place = places.get(hourOfMinute(minutes[ballot] ?? NaN));
    if (place === undefined) continue;
    const end = ballots.choiceEnds[ballot] ?? 0;
    for (let each = choicesStart(ballots, ballot); each < end; each += 1) {
      const cell = place * width + (ballots.choices[each] ?? 0);
      votes[cell] = (votes[cell] ?? 0) + 1;
    }
  }
  return { hours, ballots: Uint32Array.from(hours, (hour) => counts.get(hour) ?? 0), votes };
}

/** The median of the sorted values without one of them, which is among them. */
function medianWithout(sorted: Float64Array, left: number): number {
  const at = (place: number): number => {
    const value = sorted[place] ?? 0;
    return value < left ? value : (sorted[place + 1] ?? 0);
  };
  const others = sorted.length - 1;
  return (at(Math.floor((others - 1) / 2)) + at(Math.floor(others / 2))) / 2;
}

interface Jump {
  readonly place: number;
  readonly usualShare: number;
}

/** The hours in which one candidate's share is far above the median of its other hours. */
function jumpsOf(
  hourly: HourlyVotes,
  index: number,
  width: number,
  thresholds: FlagThresholds['jump'],
): Jump[] {
  const votesAt = (place: number): number => hourly.votes[place * width + index] ?? 0;
  const ballotsAt = (place: number): number => hourly.ballots[place] ?? 0;
  const shares = Float64Array.from(hourly.hours, (_, place) => votesAt(place) / ballotsAt(place));
  const sorted = shares.toSorted();
  const comparisons = Math.log(Math.max(1, hourly.votes.length));
  const total = hourly.ballots.reduce((sum, count) => sum + count, 0);
  const found: Jump[] = [];
  for (const [place, share] of shares.entries()) {
    const usualShare = medianWithout(sorted, share);
    if (share - usualShare < thresholds.points / 100) continue;
    // A share of nought among so many ballots does not prove that nobody ever chooses the candidate.
    const chance = Math.max(usualShare, 1 / (total + 1));
    if (logBinomialTail(votesAt(place), ballotsAt(place), chance) + comparisons > logSignificance) continue;
    found.push({ place, usualShare });
  }
  return found;
}

/**
 * Hours in which a candidate's share of the ballots jumps: at least `thresholds.points` percentage points above the median of
 * its other hours, and so many votes that chance is ruled out (binomial tail, corrected for the number of hours and
 * candidates). Hours with fewer than `thresholds.ballots` are not looked at; neighbouring hours make one flag. It holds the
 * ballots that choose the candidate in those hours.
 *
 * The ballots of bursts are left out of all of it: a burst is a flag of its own that says whom it helps, and a jump that is
 * nothing but the burst must not be shown a second time. What jumps without them is another matter, and is shown.
 * @param allMinutes of each ballot (`clockMinutes`)
 * @param burstMembers ballots that are in a burst
 */
export function findCandidateJumps(
  ballots: CountedBallots,
  allMinutes: Float64Array,
  burstMembers: readonly number[],
  thresholds: FlagThresholds['jump'],
): FoundGroup[] {
  // A ballot without a time is in no hour.
  const minutes = allMinutes.slice();
  for (const ballot of burstMembers) minutes[ballot] = NaN;
  const hourly = countHours(ballots, minutes, thresholds.ballots);
  if (hourly.hours.length <= fewestOtherHours) return [];
  const width = ballots.candidates.length;
  const found = ballots.candidates.flatMap((candidate, index) => {
    const jumps = new Map(
      jumpsOf(hourly, index, width, thresholds).map((jump) => [hourly.hours[jump.place] ?? 0, jump]),
    );
    return runs([...jumps.keys()]).map((run) => ({ candidate, index, run, jumps }));
  });
  if (found.length === 0) return [];
  const members = collectMembers(ballots, minutes, found);
  const burstsByHour = Map.groupBy(burstMembers, (ballot) => hourOfMinute(allMinutes[ballot] ?? NaN));
  return found.map(({ candidate, run, jumps }, each): FoundGroup => {
    const from = hourText(run[0] ?? 0);
    const inRun = run.flatMap((hour) => jumps.get(hour) ?? []);
    const own = members[each] ?? [];
    return {
      id: `jump:${candidate}:${from}`,
      evidence: {
        kind: 'jump',
        candidate,
        from,
        to: hourText(run.at(-1) ?? 0),
        hours: run.length,
        ballots: inRun.reduce((sum, { place }) => sum + (hourly.ballots[place] ?? 0), 0),
        votes: own.length,
        usualShare: Math.round(1e4 * Math.max(...inRun.map(({ usualShare }) => usualShare))) / 1e4,
        inBursts: run.reduce((sum, hour) => sum + (burstsByHour.get(hour)?.length ?? 0), 0),
      },
      members: own,
    };
  });
}

/** For each flag the ballots that choose its candidate in its hours, in one pass over all of them. */
function collectMembers(
  ballots: CountedBallots,
  minutes: Float64Array,
  found: readonly { readonly index: number; readonly run: readonly number[] }[],
): number[][] {
  const lists = found.map((): number[] => []);
  const byHour = new Map<number, Map<number, number[]>>();
  for (const [each, { index, run }] of found.entries()) {
    for (const hour of run) {
      const ofHour = byHour.get(hour) ?? new Map<number, number[]>();
      byHour.set(hour, ofHour);
      ofHour.set(index, lists[each] ?? []);
    }
  }
  for (let ballot = 0; ballot < ballots.count; ballot += 1) {
    const ofHour = byHour.get(hourOfMinute(minutes[ballot] ?? NaN));
    if (ofHour === undefined) continue;
    for (const index of ballots.choices.subarray(choicesStart(ballots, ballot), ballots.choiceEnds[ballot])) {
      ofHour.get(index)?.push(ballot);
    }
  }
  return lists;
}
