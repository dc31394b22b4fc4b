import { stat } from 'node:fs/promises';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import {
  emptyScratchPages,
  openScratchPages,
  readStandingColumns,
  type PageSchema,
} from '../../../database/ballot-pages.ts';
import {
  batchInForceOf,
  completeStagedBatch,
  hasBatchOfBytes,
  insertStagedBatch,
  nextBatchNumber,
  readFunnelCounts,
  readVoteBatches,
} from '../../../database/vote-batches.ts';
import { readExcludedMembers } from '../../../database/excluded-members.ts';
import type { SourceFile } from '../../use-case.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import { funnelOf } from '../funnel.ts';
import type { ReadSource } from '../reading/ballot-reading.ts';
import { inspectFile } from '../source/inspect-file.ts';
import { ContestedRows } from './contested-rows.ts';
import { decideStandings, type DecidedBatch } from './decide.ts';
import { discardPreparedWork } from './discard.ts';
import { ExcludedBallots } from './excluded-ballots.ts';
import { FigureChanges } from './figures.ts';
import { PageStore } from './page-store.ts';
import { ReadingProgress } from './reading-progress.ts';
import type { ImportedFile, ImportOptions, ImportOutcome, WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

/** A file that was read to its end, or whose bytes are known already. */
interface ReadFile {
  readonly file: SourceFile;
  readonly batch: number;
  readonly sha256: string;
  /** Null where the bytes were known already. */
  readonly digest: string | null;
}

/** The share of reading in the whole, as the progress bar shows it. */
const readingShare = 0.8;
const decidingShare = 0.1;

/** What one import collects while its files are read. */
interface Import {
  readonly table: WorkTable;
  readonly place: WorkPlace;
  readonly general: Attempt['general'];
  readonly schema: PageSchema;
  readonly figures: FigureChanges;
  readonly rows: ContestedRows;
  readonly reading: ReadingProgress;
  readonly batches: Map<number, DecidedBatch>;
  readonly excluded: ExcludedBallots;
  readonly minutesEqual: boolean;
  readonly arriving: Set<number>;
  readonly allBytes: number;
  earlierBytes: number;
}

/** Thrown when a file that began plain turns out not to be; what was read of it is of no use. */
class ReadAnew extends Error {
  readonly file: SourceFile;
  constructor(file: SourceFile) {
    super('a file is read anew the general way');
    this.file = file;
  }
}

/** Reads, checks and decides all files; keeps them invisible and hands them over to be published, all or none. */
export async function importWork(
  table: WorkTable,
  place: WorkPlace,
  files: readonly SourceFile[],
  { dryRun, minutesEqual }: ImportOptions,
): Promise<Result<ImportOutcome>> {
  if (table.basis.candidates.length === 0) return refused('candidates-missing', {});
  if (dryRun) openScratchPages(table.connection);
  const general = new Set<SourceFile>();
  for (;;) {
    try {
      return await importFiles(table, place, files, { dryRun, minutesEqual, general });
    } catch (error) {
      if (!(error instanceof ReadAnew)) throw error;
      general.add(error.file);
      if (dryRun) emptyScratchPages(table.connection);
      else await discardPreparedWork(table.connection);
    }
  }
}

interface Attempt extends ImportOptions {
  /** Files for which the quick way of plain files is no way. */
  readonly general: ReadonlySet<SourceFile>;
}

async function importFiles(
  table: WorkTable,
  place: WorkPlace,
  files: readonly SourceFile[],
  { dryRun, minutesEqual, general }: Attempt,
): Promise<Result<ImportOutcome>> {
  const sizes = await sizesOf(files);
  if (!sizes.ok) return sizes;
  const work: Import = {
    table,
    place,
    general,
    schema: dryRun ? 'scratch' : 'main',
    figures: new FigureChanges(),
    reading: new ReadingProgress(table.port.onProgress),
    ...rowsInForce(table, files.length),
    arriving: new Set(),
    excluded: new ExcludedBallots(readExcludedMembers(table.connection)),
    minutesEqual,
    allBytes: sizes.value.reduce((sum, bytes) => sum + bytes, 0),
    earlierBytes: 0,
  };
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    const bytes = sizes.value[index] ?? 0;
    const known = await knownFile(work, file, bytes, read, sizes.value.slice(0, index));
    const result = known ?? (await stageFile(work, file));
    if (!result.ok) return result;
    read.push(result.value);
    work.earlierBytes += bytes;
  }
  table.checkCancelled();
  if (work.arriving.size > 0) {
    await decideStandings(table, {
      ...work,
      between: (fraction) => work.reading.tell('正在查重', readingShare + decidingShare * fraction),
    });
  }
  const outcome = read.map((each) => importedFile(work, each, dryRun));
  if (work.arriving.size === 0 || dryRun) return done(outcome);
  const published = await table.port.publish({
    basis: table.basis,
    funnels: work.figures.funnels(),
    votes: work.figures.votes(),
    excludedVotes: work.figures.excludedVotes(),
    outcome,
  });
  return published.ok ? done(outcome) : published;
}

async function sizesOf(files: readonly SourceFile[]): Promise<Result<number[]>> {
  const sizes: number[] = [];
  for (const file of files) {
    try {
      sizes.push((await stat(file.path)).size);
    } catch (error) {
      return fileFailure(file, error);
    }
  }
  return done(sizes);
}

/** The rows that count already: the arriving ones are decided together with them. */
function rowsInForce(
  { connection, frequency, context }: WorkTable,
  files: number,
): Pick<Import, 'rows' | 'batches'> {
  const batches = readVoteBatches(connection).filter(({ state }) => state === 'in-force');
  const rows = new ContestedRows(frequency, context.timeZone, batches.length === 0 && files === 1);
  for (const { batch } of batches)
    for (const page of readStandingColumns(connection, batch)) rows.add(batch, page.page, page);
  return { rows, batches: new Map(batches.map((batch) => [batch.batch, batch])) };
}

/**
 * The same bytes, in force or earlier in this very call, are not imported again. Only a file of the same size can hold them, so
 * most files need not be read twice for it.
 */
async function knownFile(
  { table }: Import,
  file: SourceFile,
  bytes: number,
  earlier: readonly ReadFile[],
  earlierSizes: readonly number[],
): Promise<Result<ReadFile> | null> {
  if (!earlierSizes.includes(bytes) && !hasBatchOfBytes(table.connection, bytes)) return null;
  const inspected = await inspectFile(file, table.checkCancelled);
  if (!inspected.ok) return inspected;
  const { sha256 } = inspected.value;
  const batch =
    earlier.find((each) => each.sha256 === sha256)?.batch ?? batchInForceOf(table.connection, sha256)?.batch;
  return batch === undefined ? null : done({ file, batch, sha256, digest: null });
}

async function stageFile(work: Import, file: SourceFile): Promise<Result<ReadFile>> {
  const { table, place, general, schema, figures, rows, reading } = work;
  const { connection, context } = table;
  const batch = Math.max(nextBatchNumber(connection), 1 + Math.max(0, ...work.arriving));
  if (schema === 'main') insertStagedBatch(connection, batch, file.name, context.timeZone);
  const store = new PageStore(connection, batch, schema);
  const label = `正在读取“${file.name}”`;
  const read = await table.read(
    { file, workspace: place.workspace, context, key: table.key, mayBePlain: !general.has(file) },
    {
      isCancelled: table.port.isCancelled,
      page: (page, bytesRead) => {
        table.checkCancelled();
        const number = store.add(page);
        figures.addPage(batch, page);
        rows.add(batch, number, page);
        reading.count(page.verdicts);
        reading.tell(label, (readingShare * (work.earlierBytes + bytesRead)) / Math.max(1, work.allBytes));
      },
      readAnew: () => {
        throw new ReadAnew(file);
      },
    },
  );
  if (!read.ok) return read;
  const digest = store.finish();
  completeBatch(work, batch, read.value, digest);
  return done({ file, batch, sha256: read.value.sha256, digest });
}

function completeBatch(work: Import, batch: number, read: ReadSource, digest: string): void {
  work.arriving.add(batch);
  const { sha256, timePrecision } = read;
  const minutesEqual = work.minutesEqual && timePrecision === 'minute';
  work.batches.set(batch, { sha256, timePrecision, minutesEqual });
  if (work.schema === 'scratch') return;
  const rows = funnelOf(work.figures.funnelOf(batch)).rows;
  completeStagedBatch(work.table.connection, { batch, digest, rows, minutesEqual, ...read });
}

/** A file's own figures right after this import; in a dry run a new file has no batch. */
function importedFile(
  { table, figures }: Import,
  { file, batch, sha256, digest }: ReadFile,
  dryRun: boolean,
): ImportedFile {
  const counts = new Map(digest !== null ? [] : readFunnelCounts(table.connection, batch));
  for (const [standing, rows] of figures.funnelOf(batch))
    counts.set(standing, (counts.get(standing) ?? 0) + rows);
  const isInForce = batchInForceOf(table.connection, sha256) !== null;
  return {
    file: file.name,
    sha256,
    batch: dryRun && !isInForce ? null : batch,
    alreadyImported: digest === null,
    digest: digest ?? '',
    rows: funnelOf(counts).rows,
    funnel: [...counts],
  };
}
