import { createHash } from 'node:crypto';
import { verdictsByCode, standingOfCode, verdictOfCode } from '../../shared/ballots/standing-codes.ts';
import type { Standing, Verdict } from '../../shared/ballots/rejection.ts';
import { ballotPageOf, choicesOfRow } from './ballot-page.ts';
import { readPageRows } from './ballot-pages.ts';
import { readStandings } from './ballot-standings.ts';
import type { Connection } from './connection.ts';
import { addToDigest, packedPageOf } from './packed-page.ts';

/** Figures counted anew from the ballots themselves, to hold against the figures that are kept. */

/** How many rows of a batch have this standing and this verdict. */
export interface CountedBallots {
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly rows: number;
}

export interface CountedBatch {
  readonly ballots: readonly CountedBallots[];
  /** Votes that its accepted ballots give. */
  readonly votes: ReadonlyMap<number, number>;
  /** Over its pages as they are stored now. */
  readonly digest: string;
}

/** Counts every row of a batch by what it counts as now. */
export function countBatch(connection: Connection, batch: number, generation: number): CountedBatch {
  const standings = new Map(
    readStandings(connection, batch, generation).map((page) => [page.page, page.standings]),
  );
  const verdicts = verdictsByCode.length;
  const counts = new Map<number, number>();
  const votes = new Map<number, number>();
  const digest = createHash('sha256');
  for (const stored of readPageRows(connection, batch)) {
    addToDigest(digest, stored);
    const page = ballotPageOf(packedPageOf(stored));
    const codes = standings.get(stored.page);
    for (let row = 0; row < page.rows; row += 1) {
      // A page without standings counts as nothing that the record knows.
      const standing = codes?.[row] ?? 0;
      const key = standing * verdicts + (page.verdicts[row] ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (standing !== 0) continue;
      for (const candidate of choicesOfRow(page, row)) votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
    }
  }
  const ballots = [...counts].map(([key, rows]) => ({
    standing: standingOfCode(Math.floor(key / verdicts)),
    verdict: verdictOfCode(key % verdicts),
    rows,
  }));
  return { ballots, votes, digest: digest.digest('hex') };
}
