import type { MappingProblem } from '../../../../shared/ballots/mapping-proposal.ts';
import type { VoteTime } from '../../../../shared/ballots/mapping.ts';
import { parseTime } from '../../../../shared/ballots/time.ts';
import { canonicalTime } from '../../../../shared/ballots/written-time.ts';

export interface RecognisedTime {
  readonly time: VoteTime;
  readonly problems: readonly MappingProblem[];
}

/** Times that need no help: the text says it all. */
export const plainTime: VoteTime = { zone: null, numbers: null, dayOrder: null };

const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}(?!\d)/;
/** 2001 to 2286 in milliseconds, in seconds; 1995 to 2050 in Excel's days, with a time of day. */
const milliseconds = /^\d{13}$/;
const seconds = /^\d{10}(?:\.\d+)?$/;
const excelSerial = /^(?:3[5-9]|4\d|5[0-4])\d{3}\.\d+$/;

/** How the time cells of the first rows are to be read. */
export function recogniseTime(cells: readonly string[]): RecognisedTime {
  const written = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const every = (pattern: RegExp): boolean =>
    written.length > 0 && written.every((cell) => pattern.test(cell));
  if (every(milliseconds)) return { time: { ...plainTime, numbers: 'epoch-milliseconds' }, problems: [] };
  if (every(seconds)) return { time: { ...plainTime, numbers: 'epoch-seconds' }, problems: [] };
  if (every(excelSerial))
    return { time: { ...plainTime, numbers: 'excel-serial' }, problems: ['time-numbers'] };
  const dayOrder = dayOrderOf(written);
  const time: VoteTime = { ...plainTime, dayOrder };
  const unreadable = written.filter((cell) => parseTime(canonicalTime(cell, time), 'UTC') === null);
  const areMost = unreadable.length * 2 > written.length;
  if (!areMost) return { time, problems: [] };
  return { time, problems: [written.some((cell) => yearLast.test(cell)) ? 'day-order' : 'times-unreadable'] };
}

/** What a day above twelve shows, if it shows the same everywhere; no such day: nothing is known. */
function dayOrderOf(written: readonly string[]): VoteTime['dayOrder'] {
  const pairs = written.flatMap((cell) => {
    const parts = yearLast.exec(cell);
    return parts === null ? [] : [[Number(parts[1]), Number(parts[3])] as const];
  });
  const showsDayFirst = pairs.some(([first]) => first > 12);
  const showsMonthFirst = pairs.some(([, second]) => second > 12);
  if (showsDayFirst === showsMonthFirst) return null;
  return showsDayFirst ? 'day-first' : 'month-first';
}
