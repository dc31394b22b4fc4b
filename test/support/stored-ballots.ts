import { choicesOfRow } from '../../electron/database/ballot-page.ts';
import { pageReader, readPages, verdictsWriter } from '../../electron/database/ballot-pages.ts';
import { readStandings, standingsWriter } from '../../electron/database/ballot-standings.ts';
import type { Connection } from '../../electron/database/connection.ts';
import {
  insertStagedBatch,
  readVoteBatches,
  readVoteGeneration,
} from '../../electron/database/vote-batches.ts';
import type { Standing } from '../../shared/ballots/rejection.ts';
import { standingCode, standingOfCode } from '../../shared/ballots/standing-codes.ts';

export interface StoredBallot {
  readonly batch: number;
  /** The source's own number of the line. */
  readonly row: number;
  readonly standing: Standing;
  readonly choices: readonly number[];
}

/** Every stored row of every batch that a person may see, with what it counts as now. */
export function storedBallots(connection: Connection): StoredBallot[] {
  const generation = readVoteGeneration(connection);
  return readVoteBatches(connection).flatMap(({ batch }) => {
    const standings = new Map(
      readStandings(connection, batch, generation).map((page) => [page.page, page.standings]),
    );
    return [...readPages(connection, batch)].flatMap((page) =>
      Array.from({ length: page.rows }, (_, row) => ({
        batch,
        row: page.lines[row] ?? 0,
        standing: standingOfCode(standings.get(page.page)?.[row] ?? 0),
        choices: choicesOfRow(page, row),
      })),
    );
  });
}

export const standingsOf = (connection: Connection): Omit<StoredBallot, 'choices'>[] =>
  storedBallots(connection).map(({ batch, row, standing }) => ({ batch, row, standing }));

/** As if the power had failed in the middle of an import: a batch with some pages that nobody sees yet. */
export function leaveStagedBatch(connection: Connection, batch: number): void {
  insertStagedBatch(connection, batch, 'c.csv', 'Asia/Shanghai');
  connection
    .prepare(
      `INSERT INTO ballot_page (batch, page, rows, accounts, instants, verdicts, first_line, choice_lengths, choices)
       VALUES (?, 0, 1, zeroblob(8), zeroblob(4), zeroblob(1), 2, zeroblob(1), zeroblob(0))`,
    )
    .run(batch);
}

/** Prepares another standing for one row, which nobody may see before the next generation begins. */
export function prepareStanding(
  connection: Connection,
  batch: number,
  row: number,
  standing: Standing,
): void {
  setStanding(connection, batch, row, standing, readVoteGeneration(connection) + 1);
}

/** Changes what a row counts as behind the program's back; row is its place in the first page. */
export function forgeStanding(connection: Connection, batch: number, row: number, standing: Standing): void {
  const { generation = 0 } =
    connection
      .prepare<[number], { generation: number }>(
        'SELECT max(generation) AS generation FROM ballot_standing WHERE batch = ?',
      )
      .get(batch) ?? {};
  setStanding(connection, batch, row, standing, generation);
}

function setStanding(
  connection: Connection,
  batch: number,
  row: number,
  standing: Standing,
  generation: number,
): void {
  const [page] = readStandings(connection, batch, generation);
  const standings = Uint8Array.from(page?.standings ?? []);
  standings[row] = standingCode(standing);
  standingsWriter(connection)(batch, 0, generation, standings);
}

/** Changes a row's own verdict behind the program's back. */
export function forgeVerdict(connection: Connection, batch: number, row: number, code: number): void {
  const verdicts = Uint8Array.from(pageReader(connection)(batch, 0).verdicts);
  verdicts[row] = code;
  verdictsWriter(connection)(batch, 0, verdicts);
}

/** A batch of the least content that the table takes. */
export function recordBatch(connection: Connection, state: 'in-force' | 'withdrawn'): void {
  insertStagedBatch(connection, 1, 'v.csv', 'Asia/Shanghai');
  connection
    .prepare('UPDATE vote_batch SET state = ?, withdrawn_reason = ? WHERE id = 1')
    .run(state, state === 'withdrawn' ? '错' : null);
}
