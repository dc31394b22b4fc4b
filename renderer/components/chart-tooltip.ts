import type { ChartOption } from './Chart.tsx';
import type { chartColours } from './chart-colours.ts';

/** The box beside what is pointed at; `words` says what stands at a place. It does not move, and is drawn without markup. */
export function chartTooltip(
  colours: ReturnType<typeof chartColours>,
  words: (place: number) => string,
): NonNullable<ChartOption['tooltip']> {
  return {
    trigger: 'axis',
    transitionDuration: 0,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.ink },
    axisPointer: { type: 'shadow' },
    renderMode: 'richText',
    formatter: (points) => words((Array.isArray(points) ? points[0] : points)?.dataIndex ?? -1),
  };
}
