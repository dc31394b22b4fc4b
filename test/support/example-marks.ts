import { markFromThousandths } from '../../shared/scoring/mark.ts';
import type { SubmittedScore } from '../../shared/scoring/score.ts';

/** One mark in points. */
export function exampleScore(
  expert: number,
  candidate: number,
  criterion: string,
  points: number,
): SubmittedScore {
  return { expert, candidate, criterion, mark: markFromThousandths(Math.round(points * 1000)) };
}

/** Marks in one criterion: each row is a candidate with the points given by experts 1, 2, …; null where not marked. */
export function exampleScores(
  points: ReadonlyMap<number, readonly (number | null)[]>,
  criterion = 'innovation',
): SubmittedScore[] {
  return [...points].flatMap(([candidate, row]) =>
    row.flatMap((mark, index) =>
      mark === null ? [] : [exampleScore(index + 1, candidate, criterion, mark)],
    ),
  );
}
