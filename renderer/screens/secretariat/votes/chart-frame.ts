import type { ChartOption } from '../../../components/Chart.tsx';
import type { chartColours } from '../../../components/chart-colours.ts';
import { chartTooltip } from '../../../components/chart-tooltip.ts';

interface Frame {
  readonly categories: readonly string[];
  /** Every category keeps its name on the axis. */
  readonly namesAll?: boolean;
  /** What is said of the category at a place. */
  readonly point: (place: number) => string;
}

/** What the charts of the votes have in common: places side by side, counts upwards, and words for the place pointed at. */
export function chartFrame(
  colours: ReturnType<typeof chartColours>,
  { categories, namesAll, point }: Frame,
): ChartOption {
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
    tooltip: chartTooltip(colours, point),
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLabel: { color: colours.inkSoft, fontSize: 13, ...(namesAll === true ? { interval: 0 } : {}) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.inkSoft, fontSize: 13 },
      splitLine: { lineStyle: { color: colours.line } },
    },
  };
}
