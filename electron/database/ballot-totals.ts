import type { Standing, Verdict } from '../../shared/ballots/rejection.ts';
import type { Connection } from './connection.ts';

/** Figures counted anew from the ballots themselves, to hold against the figures that are kept. */

/** How many rows of a batch have this standing and this verdict. */
export interface CountedBallots {
  readonly batch: number;
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly rows: number;
}

const standingNow = 'CASE WHEN b.changed_in > @generation THEN b.standing_before ELSE b.standing END';

/** Rows of every batch by what they count as now; a batch that is still being moved in is left out. */
export function countBallotRows(connection: Connection, generation: number): CountedBallots[] {
  return connection
    .prepare<[{ generation: number }], CountedBallots>(
      `SELECT b.batch, ${standingNow} AS standing, b.verdict, count(*) AS rows FROM ballot b
       WHERE b.batch NOT IN (SELECT id FROM vote_batch WHERE state = 'staged')
       GROUP BY 1, 2, 3`,
    )
    .all({ generation });
}

/** The choices of every accepted ballot in force. */
export function acceptedChoices(connection: Connection, generation: number): Iterable<string | null> {
  return connection
    .prepare<[{ generation: number }], string | null>(
      `SELECT b.choices FROM ballot b
       WHERE b.batch IN (SELECT id FROM vote_batch WHERE state = 'in-force') AND ${standingNow} = 'accepted'`,
    )
    .pluck()
    .iterate({ generation });
}
