import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import {
  ballotMover,
  ballotStager,
  orderStagedAccounts,
  stagedFunnels,
  stagedRows,
  touchedAccountRows,
} from '../../../database/ballot-scratch.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import {
  batchInForceOf,
  insertStagedBatch,
  nextBatchNumber,
  readFunnelCounts,
} from '../../../database/vote-batches.ts';
import { funnelOf } from '../funnel.ts';
import { inspectFile, type InspectedFile } from '../source/inspect-file.ts';
import { openBallots } from '../source/open-ballots.ts';
import { SourceBroken } from '../source/source-record.ts';
import { decideTouchedAccounts } from './decide.ts';
import { FigureChanges } from './figures.ts';
import { inShortTransactions } from './short-transactions.ts';
import { ReadingProgress, stagedBallot } from './stage.ts';
import type { ImportedFile, ImportOutcome, VoteTask, WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

interface NewBatch {
  readonly batch: number;
  readonly inspected: InspectedFile;
  layout: string;
}

/** Shares of the whole, as the progress bar shows it. */
const readingShare = 0.6;
const decidingShare = 0.15;
const movingShare = 1 - readingShare - decidingShare;

/** Reads, checks and decides all files; moves them in and hands them over to be published, all or none. */
export async function importWork(
  table: WorkTable,
  place: WorkPlace,
  { files, mapping, dryRun }: Extract<VoteTask, { kind: 'import' }>,
): Promise<Result<ImportOutcome>> {
  if (table.basis.candidates.length === 0) return refused('candidates-missing', {});
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    const result = await inspectFile(file, table.checkCancelled);
    if (!result.ok) return result;
    inspected.push(result.value);
  }
  const fresh = newBatches(table, inspected);
  const figures = new FigureChanges();
  if (fresh.length > 0) {
    table.openScratch();
    const progress = await stageFiles(table, place, fresh, mapping);
    orderStagedAccounts(table.connection);
    table.checkCancelled();
    if (!dryRun) insertBatches(table, fresh, progress.rowsOf);
    await decideTouchedAccounts(table, {
      figures,
      arriving: new Map(fresh.map(({ batch, inspected: { sha256 } }) => [batch, sha256])),
      leaving: null,
      prepares: !dryRun,
      between: (fraction) => progress.reading.tell('正在查重', readingShare + decidingShare * fraction),
    });
    for (const { batch, standing, rows } of stagedFunnels(table.connection))
      figures.addRows(batch, standing, rows);
  }
  const outcome = inspected.map((each) => importedFile(table, fresh, figures, each, dryRun));
  if (fresh.length === 0 || dryRun) return done(outcome);
  await moveIn(table);
  const published = await table.port.publish({
    basis: table.basis,
    funnels: figures.funnels(),
    votes: figures.votes(),
    outcome,
  });
  return published.ok ? done(outcome) : published;
}

/** The same bytes, in force or earlier in this very call, are not imported again. */
function newBatches(table: WorkTable, inspected: readonly InspectedFile[]): NewBatch[] {
  const fresh = new Map<string, NewBatch>();
  let batch = nextBatchNumber(table.connection);
  for (const each of inspected) {
    if (fresh.has(each.sha256) || batchInForceOf(table.connection, each.sha256) !== null) continue;
    fresh.set(each.sha256, { batch, inspected: each, layout: '' });
    batch += 1;
  }
  return [...fresh.values()];
}

async function stageFiles(
  table: WorkTable,
  place: WorkPlace,
  batches: readonly NewBatch[],
  mapping: VoteMapping | null,
): Promise<{ reading: ReadingProgress; rowsOf: ReadonlyMap<number, number> }> {
  const candidates = readCandidateTitles(table.connection);
  const reading = new ReadingProgress(table.port.onProgress);
  const rowsOf = new Map<number, number>();
  const stage = ballotStager(table.connection);
  const allBytes = batches.reduce((sum, { inspected }) => sum + inspected.bytes, 0);
  let earlierBytes = 0;
  for (const each of batches) {
    const { batch, inspected } = each;
    const label = `正在读取“${inspected.file.name}”`;
    let bytes = 0;
    const { needsTime, timeZone } = table.context;
    const source = { workspace: place.workspace, needsTime, timeZone, candidates };
    const opened = await openBallots([inspected], mapping, source, (read) => (bytes = read));
    if (opened.kind === 'totals')
      throw new SourceBroken(refused('votes-totals-only', { file: inspected.file.name }));
    each.layout = `${inspected.container}/${opened.mapping.layout.kind}`;
    for await (const part of opened.parts) {
      table.checkCancelled();
      const ballots = part.map(({ row, ballot }) => stagedBallot(batch, row, ballot, table));
      stage(ballots);
      reading.count(ballots);
      rowsOf.set(batch, (rowsOf.get(batch) ?? 0) + ballots.length);
      reading.tell(label, (readingShare * (earlierBytes + bytes)) / allBytes);
    }
    earlierBytes += inspected.bytes;
  }
  return { reading, rowsOf };
}

/** Visible to nobody: staged batches are in no list and their rows in no count. */
function insertBatches(
  table: WorkTable,
  batches: readonly NewBatch[],
  rowsOf: ReadonlyMap<number, number>,
): void {
  table.connection.transaction(() => {
    for (const { batch, inspected, layout } of batches) {
      insertStagedBatch(table.connection, {
        batch,
        file: inspected.file.name,
        sha256: inspected.sha256,
        bytes: inspected.bytes,
        rows: rowsOf.get(batch) ?? 0,
        layout,
      });
    }
  })();
}

async function moveIn(table: WorkTable): Promise<void> {
  const { connection, port } = table;
  const mover = ballotMover(connection);
  const rows = stagedRows(connection);
  const accounts = touchedAccountRows(connection);
  const between = (moved: number): void => {
    table.checkCancelled();
    const fraction = readingShare + decidingShare + (movingShare * moved) / (rows + accounts);
    port.onProgress({ label: '正在写入工作区', fraction, rows, funnel: null });
  };
  await inShortTransactions(connection, rows, mover.insertBallots, between);
  await inShortTransactions(connection, accounts, mover.insertAccounts, (moved) => between(rows + moved));
}

/** A file's own figures right after this import; in a dry run a new file has no batch. */
function importedFile(
  table: WorkTable,
  fresh: readonly NewBatch[],
  figures: FigureChanges,
  inspected: InspectedFile,
  dryRun: boolean,
): ImportedFile {
  const { file, sha256 } = inspected;
  const arriving = fresh.find((each) => each.inspected.sha256 === sha256);
  const known = arriving === undefined ? batchInForceOf(table.connection, sha256) : null;
  const counts = new Map(known === null ? [] : readFunnelCounts(table.connection, known.batch));
  const number = arriving?.batch ?? known?.batch ?? null;
  if (number !== null)
    for (const [standing, rows] of figures.funnelOf(number))
      counts.set(standing, (counts.get(standing) ?? 0) + rows);
  return {
    file: file.name,
    sha256,
    batch: dryRun && arriving !== undefined ? null : number,
    alreadyImported: arriving?.inspected !== inspected,
    rows: funnelOf(counts).rows,
    funnel: [...counts],
  };
}
