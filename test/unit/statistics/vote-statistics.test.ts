import { expect, test } from 'vitest';
import { writeChoice } from '../../../shared/ballots/choice-bytes.ts';
import type { Standing } from '../../../shared/ballots/rejection.ts';
import { standingCode } from '../../../shared/ballots/standing-codes.ts';
import {
  VoteStatisticsSum,
  type StatisticsPage,
  type VoteStatistics,
} from '../../../shared/statistics/vote-statistics.ts';
import { shanghai } from '../../support/suspicious-ballots.ts';

interface Row {
  readonly account: number;
  readonly time: string | null;
  readonly choices: readonly number[];
  readonly standing?: Standing;
}

function pageOf(rows: readonly Row[]): readonly [StatisticsPage, Uint8Array] {
  const bytes = new Uint8Array(1000);
  let end = 0;
  const choiceEnds = rows.map(({ choices }) => {
    for (const choice of choices) end = writeChoice(bytes, end, choice);
    return end;
  });
  const page = {
    rows: rows.length,
    accounts: Uint32Array.from(rows.flatMap(({ account }) => [account, 0])),
    instants: Float64Array.from(rows, ({ time }) => (time === null ? NaN : shanghai(time))),
    choiceEnds: Uint32Array.from(choiceEnds),
    choices: bytes.subarray(0, end),
  };
  return [page, Uint8Array.from(rows, ({ standing = 'accepted' }) => standingCode(standing))];
}

function statisticsOf(...pages: (readonly Row[])[]): VoteStatistics {
  const sum = new VoteStatisticsSum({
    opensAt: shanghai('2017-03-22 00:00:00'),
    closesAt: shanghai('2017-03-31 12:00:00'),
    zoneOffset: () => 8 * 3_600_000,
    candidates: [7, 12, 300],
  });
  for (const page of pages) sum.add(...pageOf(page));
  return sum.result();
}

const counted = (counts: readonly number[], standing: Standing): number =>
  counts[standingCode(standing)] ?? 0;

const first: readonly Row[] = [
  { account: 1, time: '2017-03-22 00:00:00', choices: [7, 12] },
  { account: 2, time: '2017-03-22 00:59:59', choices: [12, 300] },
  { account: 1, time: '2017-03-22 09:00:00', choices: [7], standing: 'second-that-day' },
  { account: 3, time: '2017-03-21 23:59:59', choices: [7], standing: 'outside-window' },
  { account: 3, time: null, choices: [7], standing: 'unreadable' },
];
const second: readonly Row[] = [
  { account: 1, time: '2017-03-23 08:15:00', choices: [12, 7, 300] },
  { account: 4, time: '2017-03-23 08:59:00', choices: [7, 12] },
  { account: 5, time: '2017-03-23 08:30:00', choices: [300, 12], standing: 'excluded' },
  { account: 3, time: '2017-03-31 12:00:01', choices: [7], standing: 'outside-window' },
];

test('days and hours are those of the round’s clock, and hold rows by standing', () => {
  const { days, hours } = statisticsOf(first, second);
  expect(days.map(({ day }) => day)).toEqual(['2017-03-22', '2017-03-23']);
  expect(hours.map(({ hour }) => hour)).toEqual(['2017-03-22 00', '2017-03-22 09', '2017-03-23 08']);
  expect(days.map(({ rows }) => counted(rows, 'accepted'))).toEqual([2, 2]);
  expect(counted(days[0]?.rows ?? [], 'second-that-day')).toBe(1);
  expect(counted(days[1]?.rows ?? [], 'excluded')).toBe(1);
});

test('votes per hour are of accepted ballots only, in the order of the candidates', () => {
  const { hours } = statisticsOf(first, second);
  expect(hours.map(({ votes }) => votes)).toEqual([
    [1, 2, 1],
    [0, 0, 0],
    [2, 2, 1],
  ]);
});

test('ballots by the number of their choices are of accepted ballots only', () => {
  expect(statisticsOf(first, second).choices).toEqual([
    { choices: 2, ballots: 3 },
    { choices: 3, ballots: 1 },
  ]);
});

test('an account is new on its first day with an accepted ballot and returning on later ones', () => {
  const { days } = statisticsOf(first, second);
  expect(days.map(({ newAccounts, returningAccounts }) => [newAccounts, returningAccounts])).toEqual([
    [2, 0],
    [1, 1],
  ]);
});

test('an account with several accepted ballots on a day counts once', () => {
  const { days } = statisticsOf([
    { account: 1, time: '2017-03-22 10:00:00', choices: [7] },
    { account: 1, time: '2017-03-22 11:00:00', choices: [7] },
  ]);
  expect(days[0]).toMatchObject({ newAccounts: 1, returningAccounts: 0 });
});

test('every row is counted in one place: the days and what lies elsewhere add up to the rows', () => {
  const { days, hours, elsewhere } = statisticsOf(first, second);
  const sum = (lists: readonly (readonly number[])[]): number =>
    lists.flat().reduce((all, one) => all + one, 0);
  const outside = [elsewhere.before, elsewhere.after, elsewhere.untimed];
  expect(outside.map((counts) => sum([counts]))).toEqual([1, 1, 1]);
  expect(sum([...days.map(({ rows }) => rows), ...outside])).toBe(first.length + second.length);
  expect(sum(hours.map(({ rows }) => rows))).toBe(sum(days.map(({ rows }) => rows)));
});

test('the order of the pages does not matter', () => {
  expect(statisticsOf(second, first)).toEqual(statisticsOf(first, second));
});

test('no votes give empty figures', () => {
  expect(statisticsOf()).toMatchObject({ days: [], hours: [], choices: [] });
});
