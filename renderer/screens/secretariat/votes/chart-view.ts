import type { VoteStatisticsReport } from '../../../../shared/contract/vote-statistics.ts';
import { text } from '../../../text/text.ts';
import { daily, hourly, withoutGaps } from './without-gaps.ts';

/** What one chart shows, and the table of the same numbers. */
export interface ChartView {
  readonly kind: 'bar' | 'line';
  readonly categories: readonly string[];
  /** At most two: two hues are what colour-blind eyes tell apart. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly table: ChartTable;
}

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly number[] }[];
}

export const chartNames = ['days', 'hours', 'candidates', 'choices', 'accounts'] as const;
export type ChartName = (typeof chartNames)[number];

/** The candidates of the chart of votes: one, and perhaps another to compare it with. */
export interface ChosenCandidates {
  readonly candidate: number;
  readonly compared: number | null;
}

const standingName = (standing: string): string => text.ballots.standing[standing] ?? standing;
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

interface Period {
  readonly name: string;
  readonly rows: readonly number[];
}

/** Rows by standing over time: accepted and the rest in the chart, every step in the table. */
function funnelOverTime(
  statistics: VoteStatisticsReport,
  periods: readonly Period[],
  others: readonly Period[],
): ChartView {
  const accepted = statistics.standings.indexOf('accepted');
  const acceptedOf = ({ rows }: Period): number => rows[accepted] ?? 0;
  return {
    kind: 'bar',
    categories: periods.map(({ name }) => name),
    series: [
      { name: text.voteCharts.accepted, values: periods.map(acceptedOf) },
      { name: text.voteCharts.rejected, values: periods.map((each) => sumOf(each.rows) - acceptedOf(each)) },
    ],
    table: {
      columns: [text.votes.read, ...statistics.standings.map(standingName)],
      rows: [...periods, ...others].map(({ name, rows }) => ({ name, figures: [sumOf(rows), ...rows] })),
    },
  };
}

/** What has rows outside the voting time, so that the table adds up to everything that was read. */
function elsewhereOf({ elsewhere }: VoteStatisticsReport): Period[] {
  return (['before', 'after', 'untimed'] as const)
    .map((name) => ({ name: text.voteCharts[name], rows: elsewhere[name] }))
    .filter(({ rows }) => sumOf(rows) > 0);
}

function everyHour({ hours, candidates, standings }: VoteStatisticsReport): VoteStatisticsReport['hours'] {
  const rows = standings.map(() => 0);
  const votes = candidates.map(() => 0);
  return [
    ...withoutGaps(
      hours,
      ({ hour }) => hour,
      (hour) => ({ hour, rows, votes }),
      hourly,
    ),
  ];
}

function everyDay({ days, standings }: VoteStatisticsReport): VoteStatisticsReport['days'] {
  const nothing = { rows: standings.map(() => 0), newAccounts: 0, returningAccounts: 0 };
  return [
    ...withoutGaps(
      days,
      ({ day }) => day,
      (day) => ({ day, ...nothing }),
      daily,
    ),
  ];
}

function votesOverTime(
  statistics: VoteStatisticsReport,
  { candidate, compared }: ChosenCandidates,
): ChartView {
  const { candidates, standings } = statistics;
  const hours = everyHour(statistics);
  const chosen = compared === null || compared === candidate ? [candidate] : [candidate, compared];
  const series = chosen.map((each) => {
    const index = candidates.indexOf(each);
    return { name: text.voteCharts.votes(each), values: hours.map(({ votes }) => votes[index] ?? 0) };
  });
  const accepted = standings.indexOf('accepted');
  return {
    kind: 'line',
    categories: hours.map(({ hour }) => text.voteCharts.hourOf(hour)),
    series,
    table: {
      columns: [text.voteCharts.allBallots, ...series.map(({ name }) => name)],
      rows: hours.map(({ hour, rows }, place) => ({
        name: text.voteCharts.hourOf(hour),
        figures: [rows[accepted] ?? 0, ...series.map(({ values }) => values[place] ?? 0)],
      })),
    },
  };
}

/** One series in the chart and one column in the table for each name. */
function plainView(
  categories: readonly string[],
  series: readonly { readonly name: string; readonly values: readonly number[] }[],
): ChartView {
  return {
    kind: 'bar',
    categories,
    series,
    table: {
      columns: series.map(({ name }) => name),
      rows: categories.map((name, place) => ({
        name,
        figures: series.map(({ values }) => values[place] ?? 0),
      })),
    },
  };
}

export function chartView(
  statistics: VoteStatisticsReport,
  name: ChartName,
  chosen: ChosenCandidates,
): ChartView {
  const { choices } = statistics;
  const days = everyDay(statistics);
  const words = text.voteCharts;
  switch (name) {
    case 'days': {
      const periods = days.map(({ day, rows }) => ({ name: day, rows }));
      return funnelOverTime(statistics, periods, elsewhereOf(statistics));
    }
    case 'hours': {
      const periods = everyHour(statistics).map(({ hour, rows }) => ({ name: words.hourOf(hour), rows }));
      return funnelOverTime(statistics, periods, elsewhereOf(statistics));
    }
    case 'candidates':
      return votesOverTime(statistics, chosen);
    case 'choices':
      return plainView(
        choices.map((each) => String(each.choices)),
        [{ name: words.allBallots, values: choices.map(({ ballots }) => ballots) }],
      );
    case 'accounts':
      return plainView(
        days.map(({ day }) => day),
        [
          { name: words.newAccounts, values: days.map(({ newAccounts }) => newAccounts) },
          { name: words.returningAccounts, values: days.map(({ returningAccounts }) => returningAccounts) },
        ],
      );
  }
}

/** What the first column of a chart's table names. */
export function categoryName(name: ChartName): string {
  const words = text.voteCharts;
  if (name === 'choices') return words.choices;
  return name === 'hours' || name === 'candidates' ? words.hour : words.day;
}
