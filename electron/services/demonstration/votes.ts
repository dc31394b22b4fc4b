import type { Round } from '../../../shared/round/round.ts';
import { wallClockText } from '../../../shared/ballots/wall-clock.ts';
import type { SeededRandom } from './seeded-random.ts';

const ballots = 2000;
const accounts = 900;
const hour = 3_600_000;

/** `count` different candidates, those with the greater weight more often. */
function choose(
  candidates: readonly number[],
  weights: readonly number[],
  count: number,
  random: SeededRandom,
): number[] {
  // Exponential keys: the smallest keys are a weighted draw without replacement (Efraimidis and Spirakis, 2006).
  return candidates
    .map((candidate, place) => ({ candidate, key: -Math.log(1 - random.next()) / (weights[place] ?? 1) }))
    .toSorted((left, right) => left.key - right.key)
    .slice(0, count)
    .map((each) => each.candidate);
}

/**
 * A made-up file of about 2,000 ballots in the canonical layout. Most are good; a few of every fault are among them, so that
 * each step of the funnel has something to show.
 */
export function demonstrationVotes(
  round: Round,
  candidates: readonly number[],
  random: SeededRandom,
): string {
  const { minChoices, maxChoices } = round.ballot;
  const opens = Date.parse(round.ballot.opensAt ?? '2017-03-22T00:00:00+08:00');
  const closes = round.ballot.closesAt === null ? opens + 240 * hour : Date.parse(round.ballot.closesAt);
  const weights = candidates.map(() => 0.4 + 1.6 * random.next());
  const most = Math.min(maxChoices, candidates.length);
  const lines = ['account,time,choices'];
  for (let index = 0; index < ballots; index += 1) {
    const account = `yanshi-${String(random.whole(1, accounts)).padStart(4, '0')}`;
    const instant = opens + Math.floor(random.next() * ((closes - opens) / 1000)) * 1000;
    const picked = choose(candidates, weights, random.whole(Math.min(minChoices, most), most), random);
    const good = [account, wallClockText(instant, round.timeZone), picked.join(';')];
    const [first = 0] = picked;
    const line = (fault: number): readonly string[] => {
      if (fault < 0.004) return [account, wallClockText(closes + hour, round.timeZone), picked.join(';')];
      if (fault < 0.009)
        return [account, good[1] ?? '', picked.slice(0, Math.max(minChoices - 2, 0)).join(';')];
      if (fault < 0.012) return [account, good[1] ?? '', candidates.slice(0, maxChoices + 1).join(';')];
      if (fault < 0.015) return [account, good[1] ?? '', [...picked.slice(1), 0].join(';')];
      if (fault < 0.018)
        return [account, good[1] ?? '', [...picked.slice(1), first, first].slice(-maxChoices).join(';')];
      if (fault < 0.02) return ['', good[1] ?? '', picked.join(';')];
      return good;
    };
    lines.push(line(random.next()).join(','));
  }
  return `${lines.join('\n')}\n`;
}
