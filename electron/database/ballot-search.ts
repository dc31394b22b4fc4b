import type { AccountSet } from './account-set.ts';
import { readStandings } from './ballot-standings.ts';
import type { Connection } from './connection.ts';
import { readVoteGeneration } from './vote-batches.ts';

/** Finds rows among all pages without decoding them: by what they count as, and by their account. */

/** Rows of one page, by their position in it, ascending. */
export interface FoundRows {
  readonly batch: number;
  readonly page: number;
  readonly rows: readonly number[];
}

/** Of which batches: those in force, or those that were withdrawn. */
export type BatchState = 'in-force' | 'withdrawn';

/**
 * The rows in force that count as `code`, in batch and page order, from the `offset`-th on and at most `limit` of them. Read are
 * the standings alone, a byte a row.
 * @param batches those to look through, in order
 */
export function rowsOfStanding(
  connection: Connection,
  batches: readonly number[],
  code: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): FoundRows[] {
  const generation = readVoteGeneration(connection);
  const found: FoundRows[] = [];
  let passed = 0;
  let left = limit;
  for (const batch of batches) {
    if (left <= 0) break;
    for (const { page, standings } of readStandings(connection, batch, generation)) {
      const rows: number[] = [];
      for (let row = standings.indexOf(code); row >= 0 && left > 0; row = standings.indexOf(code, row + 1)) {
        passed += 1;
        if (passed <= offset) continue;
        rows.push(row);
        left -= 1;
      }
      if (rows.length > 0) found.push({ batch, page, rows });
    }
  }
  return found;
}

/** The rows of these batches that count as anything but `code`, a page at a time, in batch and page order. */
export function* rowsExceptStanding(
  connection: Connection,
  batches: readonly number[],
  code: number,
): Generator<FoundRows> {
  const generation = readVoteGeneration(connection);
  for (const batch of batches) {
    for (const { page, standings } of readStandings(connection, batch, generation)) {
      const rows: number[] = [];
      standings.forEach((each, row) => {
        if (each !== code) rows.push(row);
      });
      if (rows.length > 0) yield { batch, page, rows };
    }
  }
}

/** All rows of a batch, or those whose line has this number (several, where lines begin anew on each sheet). */
export function rowsOfBatch(connection: Connection, batch: number, line: number | null): FoundRows[] {
  const pages = connection
    .prepare<[number], { page: number; rows: number; first_line: number | null; lines: Buffer | null }>(
      'SELECT page, rows, first_line, lines FROM ballot_page WHERE batch = ? ORDER BY page',
    )
    .all(batch);
  return pages.flatMap(({ page, rows: count, first_line: first, lines }) => {
    const lineOf = (row: number): number => lines?.readUInt32LE(4 * row) ?? (first ?? 0) + row;
    const rows = Array.from({ length: count }, (_, row) => row);
    const wanted = line === null ? rows : rows.filter((row) => lineOf(row) === line);
    return wanted.length === 0 ? [] : [{ batch, page, rows: wanted }];
  });
}

/** The rows of these accounts, in batch and page order. */
export function rowsOfAccounts(connection: Connection, accounts: AccountSet, state: BatchState): FoundRows[] {
  if (accounts.isEmpty) return [];
  const pages = connection
    .prepare<[string], { batch: number; page: number; accounts: Buffer }>(
      `SELECT p.batch, p.page, p.accounts FROM ballot_page p JOIN vote_batch b ON b.id = p.batch
       WHERE b.state = ? ORDER BY p.batch, p.page`,
    )
    .iterate(state);
  const found: FoundRows[] = [];
  for (const { batch, page, accounts: bytes } of pages) {
    const halves = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const rows: number[] = [];
    for (let row = 0; 2 * row < halves.length; row += 1)
      if (accounts.has(halves[2 * row] ?? 0, halves[2 * row + 1] ?? 0)) rows.push(row);
    if (rows.length > 0) found.push({ batch, page, rows });
  }
  return found;
}
