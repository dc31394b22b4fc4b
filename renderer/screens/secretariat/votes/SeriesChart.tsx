import { useMemo } from 'react';
import { Chart, type ChartOption } from '../../../components/Chart.tsx';
import { chartColours } from '../../../components/chart-colours.ts';
import { useIsDark } from '../../../state/preference.ts';
import { text } from '../../../text/text.ts';
import { chartFrame } from './chart-frame.ts';
import type { ChartView } from './chart-view.ts';

interface Properties {
  readonly view: ChartView;
  readonly label: string;
}

/** One or two series over the same places: stacked columns, or lines of which the second is dashed. */
export function SeriesChart({ view, label }: Properties): React.JSX.Element {
  const isDark = useIsDark();
  const option = useMemo(() => optionOf(view, isDark), [view, isDark]);
  return (
    <>
      {view.series.length > 1 && (
        <p className="chart-legend">
          {view.series.map(({ name }, index) => (
            <span key={name}>
              <i className={`legend-mark legend-mark-${view.kind}-${index}`} aria-hidden="true" /> {name}
            </span>
          ))}
        </p>
      )}
      <Chart option={option} height={240} label={label} />
    </>
  );
}

function optionOf({ kind, categories, series }: ChartView, isDark: boolean): ChartOption {
  const colours = chartColours(isDark);
  const inks = [colours.first, colours.second];
  return {
    ...chartFrame(colours, {
      categories,
      point: (place) =>
        text.voteCharts.point(
          categories[place] ?? '',
          series.map(({ name, values }) => [name, values[place] ?? 0] as const),
        ),
    }),
    series: series.map(({ name, values }, index) => {
      const colour = inks[index] ?? colours.ink;
      return kind === 'bar'
        ? {
            type: 'bar',
            name,
            stack: 'all',
            data: [...values],
            itemStyle: { color: colour },
            barMaxWidth: 22,
          }
        : {
            type: 'line',
            name,
            data: [...values],
            showSymbol: false,
            itemStyle: { color: colour },
            lineStyle: { color: colour, width: 2, type: index === 0 ? 'solid' : 'dashed' },
          };
    }),
  };
}
