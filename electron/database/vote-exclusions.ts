import type { Connection } from './connection.ts';

/** Tables `vote_exclusion` (groups of ballots taken out of the count) and `vote_excluded_count` (the votes they hold). */

export interface VoteExclusionRecord {
  readonly exclusion: number;
  /** JSON of the flag as it was seen. */
  readonly flag: string;
  readonly ballots: number;
  readonly minute: string;
  readonly excludedAt: string;
  readonly excludedBy: string;
  readonly confirmedBy: string;
  readonly lifted: {
    readonly at: string;
    readonly by: string;
    readonly confirmedBy: string;
    readonly minute: string;
  } | null;
}

interface VoteExclusionRow {
  readonly id: number;
  readonly flag: string;
  readonly ballots: number;
  readonly minute: string;
  readonly excluded_at: string;
  readonly excluded_by: string;
  readonly confirmed_by: string;
  readonly lifted_at: string | null;
  readonly lifted_by: string | null;
  readonly lift_confirmed_by: string | null;
  readonly lifted_minute: string | null;
}

const columns =
  'id, flag, ballots, minute, excluded_at, excluded_by, confirmed_by, lifted_at, lifted_by, lift_confirmed_by, lifted_minute';

function recordOf(row: VoteExclusionRow): VoteExclusionRecord {
  return {
    exclusion: row.id,
    flag: row.flag,
    ballots: row.ballots,
    minute: row.minute,
    excludedAt: row.excluded_at,
    excludedBy: row.excluded_by,
    confirmedBy: row.confirmed_by,
    lifted:
      row.lifted_at === null
        ? null
        : {
            at: row.lifted_at,
            by: row.lifted_by ?? '',
            confirmedBy: row.lift_confirmed_by ?? '',
            minute: row.lifted_minute ?? '',
          },
  };
}

/** All of them, the latest first; without their members. */
export function readVoteExclusions(connection: Connection): VoteExclusionRecord[] {
  return connection
    .prepare<[], VoteExclusionRow>(`SELECT ${columns} FROM vote_exclusion ORDER BY id DESC`)
    .all()
    .map(recordOf);
}

export function readVoteExclusion(connection: Connection, exclusion: number): VoteExclusionRecord | null {
  const row = connection
    .prepare<[number], VoteExclusionRow>(`SELECT ${columns} FROM vote_exclusion WHERE id = ?`)
    .get(exclusion);
  return row === undefined ? null : recordOf(row);
}

/** The ballots of one exclusion, lifted or not; empty where there is none of that number. */
export function readVoteExclusionMembers(connection: Connection, exclusion: number): Uint8Array {
  const row = connection
    .prepare<[number], { members: Buffer }>('SELECT members FROM vote_exclusion WHERE id = ?')
    .get(exclusion);
  return row?.members ?? new Uint8Array();
}

export interface NewVoteExclusion {
  readonly flag: string;
  readonly ballots: number;
  /** 16 bytes a ballot, ascending (`0002-ballot-pages.ts`). */
  readonly members: Uint8Array;
  readonly minute: string;
  readonly at: string;
  readonly by: string;
  readonly confirmedBy: string;
}

/** Returns its number. */
export function insertVoteExclusion(connection: Connection, exclusion: NewVoteExclusion): number {
  const { flag, ballots, members, minute, at, by, confirmedBy } = exclusion;
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO vote_exclusion (flag, ballots, members, minute, excluded_at, excluded_by, confirmed_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(flag, ballots, members, minute, at, by, confirmedBy);
  return Number(lastInsertRowid);
}

export interface VoteExclusionLifting {
  readonly exclusion: number;
  readonly minute: string;
  readonly at: string;
  readonly by: string;
  readonly confirmedBy: string;
}

/** False where it is lifted already or was never made. */
export function markVoteExclusionLifted(connection: Connection, lifting: VoteExclusionLifting): boolean {
  const { exclusion, minute, at, by, confirmedBy } = lifting;
  return (
    connection
      .prepare(
        `UPDATE vote_exclusion SET lifted_at = ?, lifted_by = ?, lift_confirmed_by = ?, lifted_minute = ?
         WHERE id = ? AND lifted_at IS NULL`,
      )
      .run(at, by, confirmedBy, minute, exclusion).changes === 1
  );
}

export interface ExclusionsInForce {
  readonly exclusions: number;
  /** Votes of excluded ballots per candidate, all batches in force together; a candidate that is not in the map has none. */
  readonly votes: ReadonlyMap<number, number>;
}

/** Null while nothing is excluded. */
export function readExclusionsInForce(connection: Connection): ExclusionsInForce | null {
  const { exclusions } = connection
    .prepare<[], { exclusions: number }>(
      'SELECT count(*) AS exclusions FROM vote_exclusion WHERE lifted_at IS NULL',
    )
    .get() ?? { exclusions: 0 };
  if (exclusions === 0) return null;
  return { exclusions, votes: readExcludedCounts(connection) };
}

/** Votes of excluded ballots per candidate; a candidate that is not in the map has none. */
export function readExcludedCounts(connection: Connection): Map<number, number> {
  const rows = connection
    .prepare<[], { candidate: number; votes: number }>(
      'SELECT candidate, votes FROM vote_excluded_count ORDER BY candidate',
    )
    .all();
  return new Map(rows.map((row) => [row.candidate, row.votes]));
}
