import type { Round } from '../round/round.ts';
import { type PanelResult, type PanelScore, panelScores } from '../scoring/panel.ts';
import type { Recusal, SubmittedScore } from '../scoring/score.ts';
import { type Fraction, add, divide, fraction, fromDecimal, multiply } from '../statistics/fraction.ts';
import { drawCutLine } from './cut-line.ts';
import type { MergeDetail } from './detail.ts';
import { detailOf } from './presentation.ts';
import type { MergeReport, RankedCandidate } from './report.ts';
import type { ScaledCandidate } from './scaled-candidate.ts';
import { scale } from './scaling.ts';
import { rankContenders } from './ties.ts';

/** Everything a ranking follows from. The order of the lists never matters. */
export interface MergeInput {
  readonly round: Round;
  readonly candidates: readonly { readonly candidate: number; readonly title: string }[];
  /** Marks of submitted sheets only; each expert × candidate × criterion at most once. */
  readonly scores: readonly SubmittedScore[];
  readonly recusals: readonly Recusal[];
  /** Accepted ballots per candidate; a candidate that is not in the map has no votes. */
  readonly votes: ReadonlyMap<number, number>;
  /** A recorded order (candidate → place, 1 first) for what the round's list leaves open. */
  readonly lot?: ReadonlyMap<number, number> | undefined;
}

/** Scales and combines; only candidates that have a panel score take part. In ascending order of candidate. */
function combine(
  round: Round,
  panel: PanelResult,
  votesOf: (candidate: number) => number,
): ReadonlyMap<number, ScaledCandidate> {
  const { expertWeight, publicWeight, panelScale, publicScale } = round.merge;
  const scored = panel.candidates.flatMap(({ candidate, score }) =>
    score === null ? [] : [{ candidate, score }],
  );
  const panelScaled = scale(
    scored.map(({ score }) => score),
    panelScale,
  );
  const publicScaled = scale(
    scored.map(({ candidate }) => fraction(votesOf(candidate))),
    publicScale,
  );
  const ofExperts = fromDecimal(expertWeight);
  const ofPublic = fromDecimal(publicWeight);
  const both = add(ofExperts, ofPublic);
  const combined = new Map<number, ScaledCandidate>();
  scored.forEach(({ candidate, score }, index) => {
    const expert = panelScaled[index];
    const audience = publicScaled[index];
    if (expert === undefined || audience === undefined) throw new RangeError('a scaling lost a candidate');
    combined.set(candidate, {
      panel: score,
      panelScaled: expert,
      public: audience,
      combined: divide(add(multiply(ofExperts, expert), multiply(ofPublic, audience)), both),
    });
  });
  return combined;
}

/** The exact figure that a rule of the round's tie-break list compares; null where there is none. */
function tieBreakFigure(rule: string, panel: PanelScore, votes: number): Fraction | null {
  if (rule === 'expert') return panel.score;
  if (rule === 'public') return fraction(votes);
  return panel.criteria.find(({ criterion }) => criterion === rule)?.score ?? null;
}

function uniqueCandidates(input: MergeInput): ReadonlyMap<number, string> {
  const titles = new Map(input.candidates.map(({ candidate, title }) => [candidate, title]));
  if (titles.size !== input.candidates.length) throw new RangeError('a candidate number occurs twice');
  return titles;
}

/**
 * The ranking with every intermediate figure (DESIGN.md section 3): panel scores, both scalings, combined scores, ties and
 * the cut line. Exact but for z-scores, which are rounded to nine decimals before any comparison.
 *
 * @throws RangeError when a candidate number or a mark occurs twice, or the round is none that `roundSchema` lets pass:
 * defects of the caller.
 */
export function mergeInDetail(input: MergeInput): MergeDetail {
  const { round, votes } = input;
  const titles = uniqueCandidates(input);
  const votesOf = (candidate: number): number => votes.get(candidate) ?? 0;
  const panel = panelScores(round, [...titles.keys()], input.scores, input.recusals);
  const scaled = combine(round, panel, votesOf);
  const rules = round.merge.tieBreak;
  const figures = new Map(
    panel.candidates.map((score) => [
      score.candidate,
      rules.map((rule) => tieBreakFigure(rule, score, votesOf(score.candidate))),
    ]),
  );
  const contenders = [...scaled].map(([candidate, { combined }]) => ({
    candidate,
    combined,
    tieBreak: figures.get(candidate) ?? [],
  }));
  const placings = rankContenders(contenders, rules, input.lot ?? new Map());
  const combined = new Map([...scaled].map(([candidate, figure]) => [candidate, figure.combined]));
  const line = drawCutLine(placings, round.counts.finalists, combined);
  return detailOf({ round, titles, panel, scaled, figures, placings, line, votesOf });
}

/** The fixed report of `merge --json`: `mergeInDetail` without its additions. */
export function merge(input: MergeInput): MergeReport {
  const { rules, ranking, cut } = mergeInDetail(input);
  return { rules, ranking: ranking.map(reportedCandidate), cut };
}

function reportedCandidate(detailed: RankedCandidate): RankedCandidate {
  const { rank, candidate, title, finalist, panel, votes, combined, scores, dropped, tie } = detailed;
  return {
    rank,
    candidate,
    title,
    finalist,
    panel,
    votes,
    public: detailed.public,
    combined,
    scores,
    dropped,
    tie,
  };
}
