import { useMemo } from 'react';
import { Chart, type ChartOption } from '../../../components/Chart.tsx';
import { chartColours } from '../../../components/chart-colours.ts';
import { useIsDark } from '../../../state/preference.ts';
import { text } from '../../../text/text.ts';
import { chartFrame } from './chart-frame.ts';
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
      ...chartFrame(colours, {
        categories: standing.map(({ candidate }) => String(candidate)),
        namesAll: standing.length <= 60,
        point: (place) => tooltip(standing[place]),
      }),
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
