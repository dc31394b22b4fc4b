import type { MergeInput } from '../../shared/merging/merge.ts';
import { exampleScores } from './example-marks.ts';
import { type ExampleRules, exampleRound } from './example-round.ts';

/** What to merge: candidates with their points in one criterion, by expert 1, 2, …, and their votes. */
export function exampleMerge(
  rules: ExampleRules,
  rows: Readonly<Record<number, readonly [points: readonly (number | null)[], votes: number]>>,
): MergeInput {
  const entries = Object.entries(rows).map(([candidate, [points, votes]]) => ({
    candidate: Number(candidate),
    points,
    votes,
  }));
  return {
    round: exampleRound(rules),
    candidates: entries.map(({ candidate }) => ({ candidate, title: `项目${candidate}` })),
    scores: exampleScores(new Map(entries.map(({ candidate, points }) => [candidate, points]))),
    recusals: [],
    votes: new Map(entries.map(({ candidate, votes }) => [candidate, votes])),
  };
}
