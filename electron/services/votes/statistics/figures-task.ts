import type { FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteStatisticsReport } from '../../../../shared/contract/vote-statistics.ts';
import type { Connection } from '../../../database/connection.ts';
import { searchFlags, type FoundFlags } from '../suspicion/search-flags.ts';
import { sumStatistics } from './sum-statistics.ts';

/** Figures that are counted from all ballots in force, reading only. */
export type FiguresTask =
  | { readonly kind: 'statistics'; readonly batch: number | null }
  | { readonly kind: 'flags'; readonly thresholds: FlagThresholds };

export type Figures =
  | { readonly kind: 'statistics'; readonly statistics: VoteStatisticsReport }
  | { readonly kind: 'flags'; readonly found: FoundFlags };

/** Does the task at one moment of the database. */
export function countFigures(connection: Connection, task: FiguresTask): Figures {
  return connection
    .transaction((): Figures => {
      switch (task.kind) {
        case 'statistics':
          return { kind: 'statistics', statistics: sumStatistics(connection, task.batch) };
        case 'flags':
          return { kind: 'flags', found: searchFlags(connection, task.thresholds) };
      }
    })
    .deferred();
}
