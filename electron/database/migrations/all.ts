import { sql as workspace } from './0001-workspace.ts';
import { sql as ballotPages, refuse as refuseVotesOfFirstForm } from './0002-ballot-pages.ts';
import { sql as removedTotals } from './0003-removed-totals.ts';
import type { Migration } from './migration.ts';

/** In order; a workspace's `user_version` is the number of those already applied. Never edit one that has shipped. */
export const migrations: readonly Migration[] = [
  { sql: workspace },
  { sql: ballotPages, refuse: refuseVotesOfFirstForm },
  { sql: removedTotals },
];
