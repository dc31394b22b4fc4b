import { expect, test } from 'vitest';
import { daily, hourly, withoutGaps } from '../../../renderer/screens/secretariat/votes/without-gaps.ts';

interface Period {
  readonly name: string;
  readonly rows: number;
}

const filled = (names: readonly string[], step: typeof hourly): readonly Period[] =>
  withoutGaps(
    names.map((name) => ({ name, rows: 1 })),
    ({ name }) => name,
    (name) => ({ name, rows: 0 }),
    step,
  );

test('an hour without a ballot stands between the others with nothing, also over midnight and the end of a month', () => {
  expect(filled(['2017-03-31 22', '2017-04-01 01'], hourly)).toEqual([
    { name: '2017-03-31 22', rows: 1 },
    { name: '2017-03-31 23', rows: 0 },
    { name: '2017-04-01 00', rows: 0 },
    { name: '2017-04-01 01', rows: 1 },
  ]);
});

test('so does a day, also a leap day', () => {
  expect(filled(['2016-02-28', '2016-03-01'], daily).map(({ name }) => name)).toEqual([
    '2016-02-28',
    '2016-02-29',
    '2016-03-01',
  ]);
});

test('nothing is put where nothing is missing, or where a wrong year would make a chart of a century', () => {
  expect(filled([], hourly)).toEqual([]);
  expect(filled(['2017-03-22 09'], hourly)).toHaveLength(1);
  expect(filled(['1917-03-22 09', '2017-03-22 09'], hourly)).toHaveLength(2);
});
