import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';

/** Columns of the ranking, for the lines that go across all of them. */
export const rankingColumns = 10;

/** The ranking as it stands around the cut line. */
export interface RankingBands {
  readonly inside: readonly DetailedCandidate[];
  /** An open tie across the line: inside or outside is not decided. */
  readonly undecided: readonly DetailedCandidate[];
  readonly outside: readonly DetailedCandidate[];
  /** Without any total. */
  readonly unranked: readonly DetailedCandidate[];
  /** Places that the undecided compete for. */
  readonly placesLeft: number;
}

export function rankingBands({ ranking, cut }: Pick<MergeDetail, 'ranking' | 'cut'>): RankingBands {
  const ranked = ranking.filter(({ rank }) => rank !== null);
  const inside = ranked.filter(({ finalist }) => finalist === true);
  return {
    inside,
    undecided: ranked.filter(({ finalist }) => finalist === null),
    outside: ranked.filter(({ finalist }) => finalist === false),
    unranked: ranking.filter(({ rank }) => rank === null),
    placesLeft: Math.max(0, cut.places - inside.length),
  };
}
