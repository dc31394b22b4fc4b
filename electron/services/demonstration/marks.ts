import type { Round } from '../../../shared/round/round.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What one made-up expert does with the candidates, in the order of doing it. */
export interface DemonstrationSheet {
  readonly recusals: readonly { readonly candidate: number; readonly reason: string }[];
  readonly scores: readonly {
    readonly candidate: number;
    readonly criterion: string;
    readonly mark: number;
  }[];
  readonly comments: readonly { readonly candidate: number; readonly comment: string }[];
  readonly isSubmitted: boolean;
}

const phrases = [
  '思路新，机制扎实，值得推广。',
  '群众参与面广，成效看得见。',
  '做法成熟，但创新点还可以再提炼。',
  '数据支撑不足，建议补充成效说明。',
  '可复制性强，其他区可以借鉴。',
  '与往年项目相近，新意有限。',
];

/** Experts by their place in the list, from 0: the eleventh is half done, the twelfth has not begun. */
const halfDone = 10;
const untouched = 11;
/** Places of candidates that an expert steps aside from. */
const recusedPlaces: ReadonlyMap<number, readonly number[]> = new Map([
  [2, [11]],
  [4, [19, 34]],
  [6, [4]],
  [halfDone, [7]],
]);
/** One expert submits with a candidate left out, to show what that looks like. */
const leftOut = { expert: 8, place: 43 };
const commentShare = 0.08;

function onScale(points: number, criterion: Round['criteria'][number]): number {
  const steps = Math.round((points / 100) * (criterion.max / criterion.step));
  const highest = Math.floor(criterion.max / criterion.step);
  return Number((Math.min(Math.max(steps, 0), highest) * criterion.step).toFixed(3));
}

/**
 * The sheets of all experts: candidates differ in quality, experts in strictness, and both in what they weigh, so that
 * trimming, severity and tie-breaks have something to do.
 */
export function demonstrationSheets(
  round: Round,
  candidates: readonly number[],
  experts: number,
  random: SeededRandom,
): DemonstrationSheet[] {
  const quality = candidates.map(() => round.criteria.map(() => 80 + 5 * random.bell()));
  return Array.from({ length: experts }, (_, expert) => {
    const strictness = 3 * random.bell();
    const recused = recusedPlaces.get(expert) ?? [];
    const reach =
      expert === untouched ? 0 : expert === halfDone ? Math.floor(candidates.length / 2) : candidates.length;
    const sheet = {
      recusals: recused.flatMap((place) => {
        const candidate = candidates[place];
        return candidate === undefined ? [] : [{ candidate, reason: '（演示）申报单位是本人所在单位' }];
      }),
      scores: [] as { candidate: number; criterion: string; mark: number }[],
      comments: [] as { candidate: number; comment: string }[],
      isSubmitted: expert < halfDone,
    };
    for (const [place, candidate] of candidates.slice(0, reach).entries()) {
      const isLeftOut = expert === leftOut.expert && place === leftOut.place;
      if (recused.includes(place) || isLeftOut) continue;
      // The half-done expert stops in the middle of a candidate.
      const isLast = expert === halfDone && place === reach - 1;
      const criteria = isLast
        ? round.criteria.slice(0, Math.ceil(round.criteria.length / 2))
        : round.criteria;
      for (const [index, criterion] of criteria.entries()) {
        const points = (quality[place]?.[index] ?? 80) - strictness + 4 * random.bell();
        sheet.scores.push({ candidate, criterion: criterion.id, mark: onScale(points, criterion) });
      }
      if (random.next() < commentShare) {
        const phrase = phrases[random.whole(0, phrases.length - 1)] ?? '';
        sheet.comments.push({ candidate, comment: `（演示）${phrase}` });
      }
    }
    return sheet;
  });
}
