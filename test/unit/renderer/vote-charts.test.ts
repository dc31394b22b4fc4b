import { expect, it } from 'vitest';
import { chartNames, chartView } from '../../../renderer/screens/secretariat/votes/chart-view.ts';
import type { VoteStatisticsReport } from '../../../shared/contract/vote-statistics.ts';

const statistics: VoteStatisticsReport = {
  timeZone: 'Asia/Shanghai',
  standings: ['accepted', 'too-few', 'excluded'],
  candidates: [3, 12],
  days: [
    { day: '2017-03-22', rows: [10, 2, 1], newAccounts: 10, returningAccounts: 0 },
    { day: '2017-03-23', rows: [5, 0, 0], newAccounts: 1, returningAccounts: 4 },
  ],
  hours: [
    { hour: '2017-03-22 08', rows: [10, 2, 1], votes: [7, 4] },
    { hour: '2017-03-22 10', rows: [5, 0, 0], votes: [1, 5] },
  ],
  elsewhere: { before: [0, 0, 0], after: [0, 0, 0], untimed: [0, 3, 0] },
  choices: [{ choices: 10, ballots: 15 }],
};
const chosen = { candidate: 12, compared: null };

it('every chart has a table of the same numbers', () => {
  for (const name of chartNames) {
    const { series, categories, table } = chartView(statistics, name, chosen);
    for (const { values } of series) expect(values).toHaveLength(categories.length);
    for (const { figures } of table.rows) expect(figures).toHaveLength(table.columns.length);
    expect(table.rows.slice(0, categories.length).map((row) => row.name)).toEqual(categories);
  }
});

it('the days’ table names every step and adds up to everything that was read', () => {
  const { series, table } = chartView(statistics, 'days', chosen);
  expect(series.map(({ values }) => values)).toEqual([
    [10, 5],
    [3, 0],
  ]);
  expect(table.columns).toEqual(['读入', '有效', '少选', '已剔除']);
  expect(table.rows).toEqual([
    { name: '2017-03-22', figures: [13, 10, 2, 1] },
    { name: '2017-03-23', figures: [5, 5, 0, 0] },
    { name: '时间认不出', figures: [3, 0, 3, 0] },
  ]);
});

it('votes per hour are those of the chosen candidate, beside another one where it is compared', () => {
  expect(chartView(statistics, 'candidates', chosen).series).toEqual([
    // Nobody voted at nine, which is seen.
    { name: '12 号', values: [4, 0, 5] },
  ]);
  const compared = chartView(statistics, 'candidates', { candidate: 12, compared: 3 });
  expect(compared.series.map(({ values }) => values)).toEqual([
    [4, 0, 5],
    [7, 0, 1],
  ]);
  // The same candidate twice is one line.
  expect(chartView(statistics, 'candidates', { candidate: 12, compared: 12 }).series).toHaveLength(1);
});
