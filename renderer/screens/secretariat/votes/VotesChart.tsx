import { useMemo } from 'react';
import { Chart, type ChartOption } from '../../../components/Chart.tsx';
import { chartColours } from '../../../components/chart-colours.ts';
import { useIsDark } from '../../../state/preference.ts';
import { text } from '../../../text/text.ts';
import type { CandidateVotes } from './standing-by-votes.ts';

/** The votes as columns, most first; the numbers stand in the table below it. */
export function VotesChart({
  standing,
}: {
  readonly standing: readonly CandidateVotes[];
}): React.JSX.Element {
  const isDark = useIsDark();
  const option = useMemo((): ChartOption => {
    const colours = chartColours(isDark);
    return {
      aria: { enabled: false },
      grid: {
        left: 8,
        right: 8,
        top: 12,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      tooltip: {
        trigger: 'axis',
        transitionDuration: 0,
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.ink },
        axisPointer: { type: 'shadow' },
        formatter: (points) =>
          tooltip(standing[(Array.isArray(points) ? points[0] : points)?.dataIndex ?? -1]),
        renderMode: 'richText',
      },
      xAxis: {
        type: 'category',
        data: standing.map(({ candidate }) => String(candidate)),
        axisLabel: { color: colours.inkSoft, interval: standing.length > 60 ? 'auto' : 0, fontSize: 11 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: colours.inkSoft },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: [
        {
          type: 'bar',
          name: text.votes.chartVotes,
          data: standing.map(({ votes }) => votes),
          itemStyle: { color: colours.first },
          barMaxWidth: 22,
        },
      ],
    };
  }, [standing, isDark]);
  return <Chart option={option} height={220} label={text.votes.chartLabel} />;
}

function tooltip(each: CandidateVotes | undefined): string {
  return each === undefined ? '' : text.votes.chartPoint(each.candidate, each.title, each.votes);
}
