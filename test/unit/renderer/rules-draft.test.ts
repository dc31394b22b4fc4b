import { expect, test } from 'vitest';
import round2017 from '../../../resources/rounds/shanghai-2017/round.json' with { type: 'json' };
import { roundSchema } from '../../../shared/round/round.ts';
import {
  draftOf,
  freeCriterionId,
  roundOf,
} from '../../../renderer/screens/secretariat/rules/rules-draft.ts';
import { instantTextOf, wallClock } from '../../../renderer/screens/secretariat/rules/zone-time.ts';

const round = roundSchema.parse(round2017);

test('opening the rules and saving them unchanged changes nothing, not even the writing of the times', () => {
  expect(roundOf(round, draftOf(round))).toEqual(round);
});

test('what the form does not show is kept', () => {
  const withMore = roundSchema.parse({
    ...round2017,
    panel: { ...round2017.panel, quorum: '2/3', minimumMarks: 5 },
    signOff: ['secretariat'],
  });
  const draft = draftOf(withMore);
  const changed = roundOf(withMore, { ...draft, merge: { ...draft.merge, publicWeight: 40 } });
  expect(changed).toEqual({ ...withMore, merge: { ...withMore.merge, publicWeight: 40 } });
});

test('times are read and written by the clock of the round, wherever the computer stands', () => {
  expect(wallClock('2017-03-31T12:00:00+08:00', 'Asia/Shanghai')).toBe('2017-03-31 12:00');
  expect(wallClock('2017-03-31T12:00:00+08:00', 'Europe/London')).toBe('2017-03-31 05:00');
  expect(instantTextOf('2017/3/22 0:00', 'Asia/Shanghai')).toBe('2017-03-22T00:00:00+08:00');
  expect(instantTextOf('2017-01-01 09:30:05', 'America/New_York')).toBe('2017-01-01T09:30:05-05:00');
  expect(instantTextOf('下周三', 'Asia/Shanghai')).toBeNull();
});

test('an empty time means an open end', () => {
  const draft = draftOf(round);
  expect(roundOf(round, { ...draft, ballot: { ...draft.ballot, closesAt: ' ' } }).ballot.closesAt).toBeNull();
});

test('a new criterion never takes the id of another', () => {
  expect(freeCriterionId([{ id: 'innovation' }, { id: 'criterion-3' }])).toBe('criterion-4');
});
