import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';
import { compare, fromDecimal, sum, toDecimal } from '../../../../shared/statistics/fraction.ts';
import { text } from '../../../text/text.ts';
import { weightText } from './short-figure.ts';

type Scale = MergeDetail['rules']['merge']['panelScale'];

/** How the panel score came about: the mean of the totals that count, with the numbers put in. */
export function panelFormula({ totals, panel }: DetailedCandidate): string | null {
  if (panel === null) return null;
  const terms = totals
    .filter(({ dropped }) => dropped === null)
    .map(({ total, rebased }) => rebased ?? total);
  return text.merge.panelFormula(terms, panel);
}

/** How a panel score was scaled. Only candidates with a panel score take part in scaling. */
export function panelScaledFormula(detail: MergeDetail, each: DetailedCandidate): string | null {
  if (each.panel === null || each.panelScaled === null) return null;
  const all = detail.ranking.flatMap(({ panel }) => (panel === null ? [] : [panel]));
  return scaledFormula(
    detail.rules.merge.panelScale,
    each.panel,
    all,
    each.panelScaled,
    6,
    text.merge.scaledFormula.allZeroScores,
  );
}

export function publicFormula(detail: MergeDetail, each: DetailedCandidate): string | null {
  if (each.public === null) return null;
  const all = detail.ranking.filter(({ panel }) => panel !== null).map(({ votes }) => String(votes));
  return scaledFormula(
    detail.rules.merge.publicScale,
    String(each.votes),
    all,
    each.public,
    0,
    text.merge.scaledFormula.allZeroVotes,
  );
}

export function combinedFormula(detail: MergeDetail, each: DetailedCandidate): string | null {
  if (each.combined === null || each.panelScaled === null || each.public === null) return null;
  const { expertWeight, publicWeight } = detail.rules.merge;
  return text.merge.combinedFormula(
    weightText(expertWeight),
    each.panelScaled,
    weightText(publicWeight),
    each.public,
    each.combined,
  );
}

function scaledFormula(
  scale: Scale,
  figure: string,
  all: readonly string[],
  value: string,
  places: number,
  allZero: string,
): string {
  const { scaledFormula: sentences, scales } = text.merge;
  if (scale === 'points') return sentences.points(value);
  // Nothing is divided by a nought.
  if (scale.startsWith('share-of-') && all.every((each) => Number(each) === 0)) return allZero;
  if (scale === 'share-of-max') return sentences[scale](figure, largest(all), value);
  if (scale === 'share-of-total')
    return sentences[scale](figure, toDecimal(sum(all.map(fromDecimal)), places), value);
  return sentences.other(scales[scale], figure, value);
}

function largest(figures: readonly string[]): string {
  return figures.reduce(
    (most, each) => (compare(fromDecimal(each), fromDecimal(most)) > 0 ? each : most),
    figures[0] ?? '0',
  );
}
