import { useMemo } from 'react';
import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';
import { Chart, type ChartOption } from '../../../components/Chart.tsx';
import { chartColours } from '../../../components/chart-colours.ts';
import { chartTooltip } from '../../../components/chart-tooltip.ts';
import { useIsDark } from '../../../state/preference.ts';
import { text } from '../../../text/text.ts';

/** What the combined scores are made of, in the order of rank; the numbers stand in the ranking above it. */
export function MergeChart({ detail }: { readonly detail: MergeDetail }): React.JSX.Element {
  const isDark = useIsDark();
  const option = useMemo(() => optionOf(detail, isDark), [detail, isDark]);
  return (
    <section className="merge-chart" aria-labelledby="merge-chart">
      <h2 id="merge-chart">{text.merge.chart}</h2>
      <p className="merge-legend">
        <span>
          <i className="legend-expert" aria-hidden="true" /> {text.merge.chartExpert}
        </span>
        <span>
          <i className="legend-public" aria-hidden="true" /> {text.merge.chartPublic}
        </span>
      </p>
      <Chart option={option} height={260} label={text.merge.chartLabel} />
    </section>
  );
}

/** Drawn with floating-point numbers: a picture decides nothing. */
function optionOf({ ranking, rules: { merge }, cut }: MergeDetail, isDark: boolean): ChartOption {
  const colours = chartColours(isDark);
  const ranked = ranking.filter(({ combined }) => combined !== null);
  const weights = merge.expertWeight + merge.publicWeight;
  const part = (value: string | null, weight: number): number => (Number(value ?? 0) * weight) / weights;
  const expertPart = (each: DetailedCandidate): number => part(each.panelScaled, merge.expertWeight);
  const publicPart = (each: DetailedCandidate): number => part(each.public, merge.publicWeight);
  const finalists = ranked.filter(({ finalist }) => finalist === true).length;
  const showsLine = cut.open.length === 0 && finalists > 0 && finalists < ranked.length;
  return {
    grid: { left: 8, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: chartTooltip(colours, (place) => {
      const each = ranked[place];
      if (each === undefined) return '';
      const parts = [expertPart(each), publicPart(each)].map((value) => value.toFixed(2));
      return text.merge.chartPoint(each.rank, each.candidate, each.title, parts[0] ?? '', parts[1] ?? '');
    }),
    xAxis: [
      {
        type: 'category',
        data: ranked.map(({ candidate }) => String(candidate)),
        axisLabel: { color: colours.inkSoft, interval: ranked.length > 60 ? 'auto' : 0, fontSize: 11 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
      },
      // A line between two columns needs an axis of numbers: on the axis of candidates it would stand on one of them.
      { type: 'value', min: 0, max: ranked.length, show: false },
    ],
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.inkSoft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar',
        stack: 'combined',
        data: ranked.map(expertPart),
        itemStyle: { color: colours.first },
        barMaxWidth: 22,
      },
      {
        type: 'bar',
        stack: 'combined',
        data: ranked.map(publicPart),
        itemStyle: { color: colours.second },
        barMaxWidth: 22,
      },
      ...(showsLine
        ? [{ type: 'bar' as const, xAxisIndex: 1, data: [], markLine: cutMark(finalists, colours.ink) }]
        : []),
    ],
  };
}

/** Between the last finalist and the first outside. */
function cutMark(finalists: number, colour: string) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour, width: 3, type: 'solid' as const },
    label: { formatter: text.merge.cutLine, color: colour, fontWeight: 700 as const },
    data: [{ xAxis: finalists }],
  };
}
