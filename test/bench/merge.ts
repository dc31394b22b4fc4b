import { merge, type MergeInput } from '../../shared/merging/merge.ts';
import { markFromThousandths } from '../../shared/scoring/mark.ts';
import { readRoundResource } from '../../electron/services/resources.ts';
import { line, summarise } from './summary.ts';

/** 50 candidates × 60 experts, every pair marked in four criteria. */
function input(severity: 'none' | 'z-score'): MergeInput {
  const { round, candidates } = readRoundResource('shanghai-2017');
  const scores = candidates.flatMap(({ candidate }) =>
    Array.from({ length: 60 }, (_, expert) =>
      round.criteria.map(({ id }, place) => ({
        expert: expert + 1,
        candidate,
        criterion: id,
        mark: markFromThousandths(((candidate * 7 + expert * 13 + place * 29) % 101) * 1000),
      })),
    ).flat(),
  );
  const votes = new Map(candidates.map(({ candidate }) => [candidate, (candidate * 7919) % 100_003]));
  return {
    round: { ...round, panel: { ...round.panel, severity } },
    candidates,
    scores,
    recusals: [],
    votes,
  };
}

export function benchMerge(): void {
  for (const severity of ['none', 'z-score'] as const) {
    const data = input(severity);
    const durations: number[] = [];
    for (let run = 0; run < 40; run += 1) {
      const start = performance.now();
      merge(data);
      if (run >= 10) durations.push(performance.now() - start);
    }
    console.log(line(`merge 50 × 60, severity ${severity}`, summarise(durations), 'bar: 20 ms'));
  }
}
