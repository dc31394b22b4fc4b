import type { TotalsUse } from '../../shared/contract/vote-totals.ts';
import type { Connection } from './connection.ts';

/** Table `vote_totals`: totals per candidate without ballots, kept apart from the ballots and counted only by a minute. */

export interface VoteTotalsRecord {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly totals: readonly (readonly [number, number])[];
  readonly importedAt: string;
  readonly importedBy: string;
  /** Null while they are only kept. */
  readonly counted: {
    readonly as: TotalsUse;
    readonly minute: string;
    readonly at: string;
    readonly by: string;
  } | null;
  /** Null while they may count. What is removed never counts again; its file can be imported anew. */
  readonly removed: { readonly reason: string; readonly at: string; readonly by: string } | null;
}

interface VoteTotalsRow {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly totals: string;
  readonly imported_at: string;
  readonly imported_by: string;
  readonly counted_as: TotalsUse | null;
  readonly counted_minute: string | null;
  readonly counted_at: string | null;
  readonly counted_by: string | null;
  readonly removed_at: string | null;
  readonly removed_by: string | null;
  readonly removed_reason: string | null;
}

function recordOf(row: VoteTotalsRow): VoteTotalsRecord {
  return {
    id: row.id,
    file: row.file,
    sha256: row.sha256,
    totals: JSON.parse(row.totals) as [number, number][],
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    counted:
      row.counted_as === null
        ? null
        : {
            as: row.counted_as,
            minute: row.counted_minute ?? '',
            at: row.counted_at ?? '',
            by: row.counted_by ?? '',
          },
    removed:
      row.removed_at === null
        ? null
        : { reason: row.removed_reason ?? '', at: row.removed_at, by: row.removed_by ?? '' },
  };
}

const columns =
  'id, file, sha256, totals, imported_at, imported_by, counted_as, counted_minute, counted_at, counted_by, removed_at, removed_by, removed_reason';

/** In the order of import, the removed ones too. */
export function readVoteTotals(connection: Connection): VoteTotalsRecord[] {
  return connection
    .prepare<[], VoteTotalsRow>(`SELECT ${columns} FROM vote_totals ORDER BY id`)
    .all()
    .map(recordOf);
}

/** Whether totals of these bytes are kept; those that were removed are no reason not to read them again. */
export function hasVoteTotalsOf(connection: Connection, sha256: string): boolean {
  return (
    connection.prepare('SELECT 1 FROM vote_totals WHERE sha256 = ? AND removed_at IS NULL').get(sha256) !==
    undefined
  );
}

export interface NewVoteTotals {
  readonly file: string;
  readonly sha256: string;
  readonly mapping: unknown;
  readonly totals: readonly (readonly [number, number])[];
  readonly at: string;
  readonly by: string;
}

/** Returns their number. */
export function insertVoteTotals(connection: Connection, totals: NewVoteTotals): number {
  const { lastInsertRowid } = connection
    .prepare(
      'INSERT INTO vote_totals (file, sha256, mapping, totals, imported_at, imported_by) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(
      totals.file,
      totals.sha256,
      JSON.stringify(totals.mapping),
      JSON.stringify(totals.totals),
      totals.at,
      totals.by,
    );
  return Number(lastInsertRowid);
}

/** Counts them by a minute of the panel; null takes them out of the count again. */
export function markTotalsCounted(
  connection: Connection,
  id: number,
  counted: VoteTotalsRecord['counted'],
): void {
  connection
    .prepare(
      'UPDATE vote_totals SET counted_as = ?, counted_minute = ?, counted_at = ?, counted_by = ? WHERE id = ?',
    )
    .run(counted?.as ?? null, counted?.minute ?? null, counted?.at ?? null, counted?.by ?? null, id);
}

/** For good: nothing takes this back. Only totals that do not count. */
export function markTotalsRemoved(
  connection: Connection,
  id: number,
  { reason, at, by }: NonNullable<VoteTotalsRecord['removed']>,
): void {
  connection
    .prepare('UPDATE vote_totals SET removed_reason = ?, removed_at = ?, removed_by = ? WHERE id = ?')
    .run(reason, at, by, id);
}
