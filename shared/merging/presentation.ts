import type { Round } from '../round/round.ts';
import type { PanelResult, PanelScore } from '../scoring/panel.ts';
import type { Spread } from '../statistics/deviation.ts';
import { type Fraction, fromDecimal, toDecimal } from '../statistics/fraction.ts';
import type { CutLine } from './cut-line.ts';
import type { DetailedCandidate, MergeDetail } from './detail.ts';
import type { ScaledCandidate } from './scaled-candidate.ts';
import type { MergeRulesInForce, Tie } from './report.ts';
import type { Placing } from './ties.ts';

/** Exact figures turned into the texts of a report. Nothing here decides anything. */

/** Decimals of every figure in a report. */
const shownPlaces = 6;

/** A figure with six places, rounded half up. */
function shown(value: Fraction): string;
function shown(value: Fraction | null): string | null;
function shown(value: Fraction | null): string | null {
  return value === null ? null : toDecimal(value, shownPlaces);
}

function shownSpread({ mean, deviation }: Spread): { readonly mean: string; readonly deviation: string } {
  return { mean: shown(fromDecimal(mean)), deviation: shown(fromDecimal(deviation)) };
}

/** The part of a round that decides a ranking. */
function rulesInForce({ criteria, panel, merge, counts }: Round): MergeRulesInForce {
  return { criteria, panel, merge, counts };
}

/** The exact result of a merge. */
export interface ExactResult {
  readonly round: Round;
  readonly titles: ReadonlyMap<number, string>;
  readonly panel: PanelResult;
  readonly scaled: ReadonlyMap<number, ScaledCandidate>;
  /** The figure of each tie-break rule, by candidate. */
  readonly figures: ReadonlyMap<number, readonly (Fraction | null)[]>;
  readonly placings: readonly Placing[];
  readonly line: CutLine;
  readonly votesOf: (candidate: number) => number;
}

function candidateDetail(
  result: ExactResult,
  panel: PanelScore,
  rank: number | null,
  tie: Tie | null,
): DetailedCandidate {
  const { candidate } = panel;
  const scaled = result.scaled.get(candidate);
  const figures = result.figures.get(candidate) ?? [];
  return {
    rank,
    candidate,
    title: result.titles.get(candidate) ?? '',
    finalist: rank === null ? false : (result.line.finalist.get(candidate) ?? null),
    panel: shown(panel.score),
    votes: result.votesOf(candidate),
    public: shown(scaled?.public ?? null),
    combined: shown(scaled?.combined ?? null),
    scores: panel.totals.length,
    dropped: panel.totals.filter(({ dropped }) => dropped !== null).length,
    tie,
    panelScaled: shown(scaled?.panelScaled ?? null),
    criteria: panel.criteria.map((criterion) => ({ ...criterion, score: shown(criterion.score) })),
    totals: panel.totals.map(({ expert, total, rebased, dropped }) => ({
      expert,
      total: shown(total),
      rebased: shown(rebased),
      dropped,
    })),
    tieBreak: result.round.merge.tieBreak.map((rule, index) => ({
      rule,
      figure: rule === 'public' ? String(result.votesOf(candidate)) : shown(figures[index] ?? null),
    })),
  };
}

/** The candidates in rank order, then by number; those without any total last, by number. */
function rankingOf(result: ExactResult): DetailedCandidate[] {
  const panels = new Map(result.panel.candidates.map((panel) => [panel.candidate, panel]));
  const ranked = result.placings.flatMap(({ rank, members }) =>
    members.flatMap(({ candidate, tie }) => {
      const panel = panels.get(candidate);
      return panel === undefined ? [] : [candidateDetail(result, panel, rank, tie)];
    }),
  );
  const unranked = result.panel.candidates
    .filter(({ score }) => score === null)
    .map((panel) => candidateDetail(result, panel, null, null));
  return [...ranked, ...unranked];
}

/** The result as texts: see `MergeDetail`. */
export function detailOf(result: ExactResult): MergeDetail {
  const { round, line } = result;
  const { severity } = result.panel;
  return {
    rules: rulesInForce(round),
    ranking: rankingOf(result),
    cut: { places: round.counts.finalists, margin: shown(line.margin), open: [...line.open] },
    severity:
      severity === null
        ? null
        : {
            panel: shownSpread(severity.panel),
            experts: [...severity.experts].map(([expert, spread]) => ({ expert, ...shownSpread(spread) })),
          },
  };
}
