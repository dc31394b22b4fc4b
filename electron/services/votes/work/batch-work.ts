import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import {
  ballotMover,
  ballotStager,
  orderAccountsOfBatch,
  orderStagedAccounts,
  stagedFunnels,
  stagedRows,
} from '../../../database/ballot-scratch.ts';
import { readSourceBallots } from '../../../database/ballots.ts';
import { batchInForceOf, readFunnelCounts, readVoteBatch } from '../../../database/vote-batches.ts';
import { decideTouchedAccounts } from './decide.ts';
import { FigureChanges } from './figures.ts';
import { inShortTransactions } from './short-transactions.ts';
import { ReadingProgress, restagedBallot } from './stage.ts';
import type { ImportOutcome } from './task.ts';
import type { WorkTable } from './work-table.ts';

const nothingImported: ImportOutcome = [];

/** Decides the accounts of a batch in force without it. Its own rows and its funnel stay as they were when it counted. */
export async function withdrawWork(table: WorkTable, batch: number): Promise<Result<ImportOutcome>> {
  const { connection } = table;
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  if (record.state === 'withdrawn') return refused('batch-withdrawn', { batch });
  table.openScratch();
  orderAccountsOfBatch(connection, batch);
  const figures = new FigureChanges();
  await decideTouchedAccounts(table, {
    figures,
    arriving: new Map(),
    leaving: batch,
    prepares: true,
    between: (fraction) =>
      table.port.onProgress({ label: `正在撤回批次 ${batch}`, fraction, rows: record.rows, funnel: null }),
  });
  const funnels = figures.funnels().filter(([each]) => each !== batch);
  return await publish(table, funnels, figures);
}

/** Checks a withdrawn batch's rows anew, by the rules and candidates of now, and decides its accounts with it. */
export async function restoreWork(table: WorkTable, batch: number): Promise<Result<ImportOutcome>> {
  const { connection } = table;
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  if (record.state === 'in-force') return refused('batch-in-force', { batch });
  const other = batchInForceOf(connection, record.sha256);
  if (other !== null) return refused('batch-bytes-in-force', { batch, other: other.batch });
  table.openScratch();
  const reading = new ReadingProgress(table.port.onProgress);
  const stage = ballotStager(connection);
  let rows = 0;
  for (const page of readSourceBallots(connection, batch)) {
    table.checkCancelled();
    const ballots = page.map((source) => restagedBallot(batch, source, table));
    stage(ballots);
    reading.count(ballots);
    rows += ballots.length;
    reading.tell(`正在重新核对批次 ${batch}`, (0.5 * rows) / Math.max(1, record.rows));
  }
  orderStagedAccounts(connection);
  const figures = new FigureChanges();
  await decideTouchedAccounts(table, {
    figures,
    arriving: new Map([[batch, record.sha256]]),
    leaving: null,
    prepares: true,
    between: (fraction) => reading.tell('正在查重', 0.5 + 0.25 * fraction),
  });
  // Nobody counts a withdrawn batch, so its rows may change before it is in force again.
  const mover = ballotMover(connection);
  await inShortTransactions(connection, stagedRows(connection), mover.updateBallots, table.checkCancelled);
  for (const { standing, rows: count } of stagedFunnels(connection)) figures.addRows(batch, standing, count);
  // The funnel of its first time in force is replaced, so the differences begin from nothing.
  for (const [standing, count] of readFunnelCounts(connection, batch))
    figures.addRows(batch, standing, -count);
  return await publish(table, figures.funnels(), figures);
}

async function publish(
  table: WorkTable,
  funnels: ReturnType<FigureChanges['funnels']>,
  figures: FigureChanges,
): Promise<Result<ImportOutcome>> {
  const published = await table.port.publish({
    basis: table.basis,
    funnels,
    votes: figures.votes(),
    outcome: nothingImported,
  });
  return published.ok ? done(nothingImported) : published;
}
