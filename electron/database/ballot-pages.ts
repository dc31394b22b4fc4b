import {
  ballotsPerPage,
  type BallotPage,
  type StoredPage,
  type PageRow,
  type PageColumns,
  endsOf,
  pageOf,
  aligned,
  instantsOf,
} from './ballot-page-columns.ts';
import type { Connection } from './connection.ts';

/** Table `ballot_page`: reading and writing pages; what a page is stands in `ballot-page-columns.ts`. */

const columnNames =
  'batch, page, rows, accounts, instants, verdicts, first_line, lines, choice_lengths, choices, ips, sources, texts';

/** Where pages lie: in the workspace, or in the scratch database of a dry run. */
export type PageSchema = 'main' | 'scratch';

/** Ready to write pages of staged batches. */
export function pageInserter(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number, columns: PageColumns) => void {
  const insert = connection.prepare(
    `INSERT INTO ${schema}.ballot_page (${columnNames}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (batch, page, columns) => {
    insert.run(
      batch,
      page,
      columns.rows,
      columns.accounts,
      columns.instants,
      columns.verdicts,
      columns.firstLine,
      columns.lines,
      columns.choiceLengths,
      columns.choices,
      columns.ips,
      columns.sources,
      columns.texts,
    );
  };
}

/** A database of this connection only, for pages that must not reach the workspace; it is gone with the connection. */
export function openScratchPages(connection: Connection): void {
  connection.exec("ATTACH DATABASE '' AS scratch");
  const sql = connection
    .prepare<[], { sql: string }>("SELECT sql FROM main.sqlite_schema WHERE name = 'ballot_page'")
    .get()?.sql;
  if (sql === undefined) throw new Error('the workspace has no table of pages');
  connection.exec(
    sql
      .replace('CREATE TABLE ballot_page', 'CREATE TABLE scratch.ballot_page')
      .replace('REFERENCES vote_batch (id)', ''),
  );
}

export function emptyScratchPages(connection: Connection): void {
  connection.exec('DELETE FROM scratch.ballot_page');
}

export type PageReader = (batch: number, page: number) => StoredPage;

/** Ready to read single pages. */
export function pageReader(connection: Connection, schema: PageSchema = 'main'): PageReader {
  const read = connection.prepare<[number, number], PageRow>(
    `SELECT ${columnNames} FROM ${schema}.ballot_page WHERE batch = ? AND page = ?`,
  );
  return (batch, page) => {
    const row = read.get(batch, page);
    if (row === undefined) throw new Error(`batch ${batch} has no page ${page}`);
    return pageOf(row);
  };
}

/** The pages of a batch one after the other, each read when it is asked for; the connection is free between them. */
export function* readPages(connection: Connection, batch: number): Generator<StoredPage> {
  const read = pageReader(connection);
  for (const page of pageNumbers(connection, batch)) yield read(batch, page);
}

function pageNumbers(connection: Connection, batch: number): number[] {
  return connection
    .prepare<[number], number>('SELECT page FROM ballot_page WHERE batch = ? ORDER BY page')
    .pluck()
    .all(batch);
}

/** What the standing of a row depends on beside its choices. */
export type StandingColumns = Pick<
  StoredPage,
  'batch' | 'page' | 'rows' | 'accounts' | 'instants' | 'verdicts'
>;

/** Ready to read accounts, instants and verdicts of single pages: what was given for one is written over by the next. */
export function standingColumnsReader(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number) => StandingColumns {
  const read = connection.prepare<
    [number, number],
    Pick<PageRow, 'rows' | 'accounts' | 'instants' | 'verdicts'>
  >(`SELECT rows, accounts, instants, verdicts FROM ${schema}.ballot_page WHERE batch = ? AND page = ?`);
  const instants = new Float64Array(ballotsPerPage);
  return (batch, page) => {
    const row = read.get(batch, page);
    if (row === undefined) throw new Error(`batch ${batch} has no page ${page}`);
    const { rows, verdicts } = row;
    const accounts = new Uint32Array(aligned(row.accounts));
    return { batch, page, rows, accounts, instants: instantsOf(row.instants, rows, instants), verdicts };
  };
}

/** Accounts, instants and verdicts of all pages of a batch. */
export function* readStandingColumns(connection: Connection, batch: number): Generator<StandingColumns> {
  const read = standingColumnsReader(connection);
  for (const page of pageNumbers(connection, batch)) yield read(batch, page);
}

/** Ready to read the choices of single pages: what was given for one is written over by the next. */
export function choicesReader(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number) => Pick<BallotPage, 'choiceEnds' | 'choices'> {
  const read = connection.prepare<[number, number], Pick<PageRow, 'rows' | 'choice_lengths' | 'choices'>>(
    `SELECT rows, choice_lengths, choices FROM ${schema}.ballot_page WHERE batch = ? AND page = ?`,
  );
  const ends = new Uint32Array(ballotsPerPage);
  return (batch, page) => {
    const row = read.get(batch, page);
    if (row === undefined) throw new Error(`batch ${batch} has no page ${page}`);
    return { choiceEnds: endsOf(row.choice_lengths, row.rows, ends), choices: row.choices };
  };
}

/** Only for a batch that does not count: verdicts by the rules of now. */
export function verdictsWriter(
  connection: Connection,
): (batch: number, page: number, verdicts: Uint8Array) => void {
  const update = connection.prepare('UPDATE ballot_page SET verdicts = ? WHERE batch = ? AND page = ?');
  return (batch, page, verdicts) => {
    update.run(verdicts, batch, page);
  };
}

/** Removes up to `limit` pages of a batch with what their rows count as; returns how many there were. */
export function deletePages(connection: Connection, batch: number, limit: number): number {
  const pages = 'SELECT page FROM ballot_page WHERE batch = @batch ORDER BY page LIMIT @limit';
  connection
    .prepare(`DELETE FROM ballot_standing WHERE batch = @batch AND page IN (${pages})`)
    .run({ batch, limit });
  return connection
    .prepare(`DELETE FROM ballot_page WHERE batch = @batch AND page IN (${pages})`)
    .run({ batch, limit }).changes;
}
