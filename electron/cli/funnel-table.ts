import { funnelReasons } from '../../shared/ballots/rejection.ts';
import type { Funnel } from '../../shared/contract/votes.ts';
import { funnelWords } from '../services/exports/rule-words.ts';
import { textTable } from './text-table.ts';

/** The funnel as a table: all rows, those that count, and those of each reason that has any. */
export function funnelTable({ rows, accepted, rejected }: Funnel): string {
  const line = (words: string, count: number): string[] => [words, String(count)];
  return textTable(
    [{ header: '选票去向' }, { header: '行数', alignment: 'right' }],
    [
      line('全部行', rows),
      line(funnelWords.accepted, accepted),
      ...([...funnelReasons, 'excluded'] as const).flatMap((reason) => {
        const count = rejected[reason] ?? 0;
        return count === 0 ? [] : [line(funnelWords[reason], count)];
      }),
    ],
  );
}
