import { ballotPageOf, type StoredPage } from './ballot-page.ts';
import type { Connection } from './connection.ts';
import {
  accountsOf,
  choiceLengthsOf,
  packedInstantsOf,
  packedPageOf,
  type PackedPage,
  type PageRow,
} from './packed-page.ts';

/** Table `ballot_page`: reading and writing pages; what a page is stands in `packed-page.ts`. */

const columnNames = [
  'rows',
  'accounts',
  'instants',
  'verdicts',
  'first_line',
  'lines',
  'choice_lengths',
  'choices',
  'ips',
  'sources',
  'texts',
] as const;

/** Where pages lie: in the workspace, or in the scratch database of a dry run. */
export type PageSchema = 'main' | 'scratch';

/** Ready to write pages of staged batches. */
export function pageInserter(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number, row: PageRow) => void {
  const insert = connection.prepare(
    `INSERT INTO ${schema}.ballot_page (batch, page, ${columnNames.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (batch, page, row) => {
    insert.run(
      batch,
      page,
      row.rows,
      row.accounts,
      row.instants,
      row.verdicts,
      row.first_line,
      row.lines,
      row.choice_lengths,
      row.choices,
      row.ips,
      row.sources,
      row.texts,
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

type PageReader = (batch: number, page: number) => StoredPage;

/** Ready to read single pages. */
export function pageReader(connection: Connection, schema: PageSchema = 'main'): PageReader {
  const read = rowReader(connection, schema);
  return (batch, page) => ({ ...ballotPageOf(packedPageOf(read(batch, page))), batch, page });
}

/** The pages of a batch one after the other, each read when it is asked for; the connection is free between them. */
export function* readPages(connection: Connection, batch: number): Generator<StoredPage> {
  const read = pageReader(connection);
  for (const page of pageNumbers(connection, batch)) yield read(batch, page);
}

/** As `readPages`, as the table keeps them. */
export function* readPageRows(
  connection: Connection,
  batch: number,
): Generator<PageRow & { readonly page: number }> {
  const read = rowReader(connection, 'main');
  for (const page of pageNumbers(connection, batch)) yield { ...read(batch, page), page };
}

function rowReader(connection: Connection, schema: PageSchema): (batch: number, page: number) => PageRow {
  return columnsReader(connection, schema, columnNames);
}

function columnsReader<Column extends keyof PageRow>(
  connection: Connection,
  schema: PageSchema,
  columns: readonly Column[],
): (batch: number, page: number) => Pick<PageRow, Column> {
  const read = connection.prepare<[number, number], Pick<PageRow, Column>>(
    `SELECT ${columns.join(', ')} FROM ${schema}.ballot_page WHERE batch = ? AND page = ?`,
  );
  return (batch, page) => {
    const row = read.get(batch, page);
    if (row === undefined) throw new Error(`batch ${batch} has no page ${page}`);
    return row;
  };
}

function pageNumbers(connection: Connection, batch: number): number[] {
  return connection
    .prepare<[number], number>('SELECT page FROM ballot_page WHERE batch = ? ORDER BY page')
    .pluck()
    .all(batch);
}

/** What the standing of a row depends on beside its choices. */
export type StandingColumns = Pick<PackedPage, 'rows' | 'accounts' | 'instants' | 'verdicts'>;

/** Ready to read accounts, instants and verdicts of single pages. */
export function standingColumnsReader(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number) => StandingColumns {
  const read = columnsReader(connection, schema, ['rows', 'accounts', 'instants', 'verdicts']);
  return (batch, page) => {
    const row = read(batch, page);
    const { rows, verdicts } = row;
    return { rows, accounts: accountsOf(row), instants: packedInstantsOf(row), verdicts };
  };
}

/** Accounts, instants and verdicts of all pages of a batch. */
export function* readStandingColumns(
  connection: Connection,
  batch: number,
): Generator<StandingColumns & { readonly page: number }> {
  const read = standingColumnsReader(connection);
  for (const page of pageNumbers(connection, batch)) yield { ...read(batch, page), page };
}

/** What the votes follow from beside the standings. */
export type ChoiceColumns = Pick<PackedPage, 'choiceLengths' | 'choices'>;

/** Ready to read the choices of single pages. */
export function choicesReader(
  connection: Connection,
  schema: PageSchema = 'main',
): (batch: number, page: number) => ChoiceColumns {
  const read = columnsReader(connection, schema, ['rows', 'choice_lengths', 'choices']);
  return (batch, page) => {
    const row = read(batch, page);
    return { choiceLengths: choiceLengthsOf(row), choices: row.choices };
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
