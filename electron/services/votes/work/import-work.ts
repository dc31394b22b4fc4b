import { stat } from 'node:fs/promises';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import {
  emptyScratchPages,
  openScratchPages,
  readStandingColumns,
  type PageSchema,
} from '../../../database/ballot-pages.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
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
import { hashOfSet, inspectSet, sourceSet, type SourceSet } from '../source/source-set.ts';
import { ContestedRows } from './contested-rows.ts';
import { decideStandings, type DecidedBatch } from './decide.ts';
import { discardPreparedWork } from './discard.ts';
import { ExcludedBallots } from './excluded-ballots.ts';
import { FigureChanges } from './figures.ts';
import { PageStore } from './page-store.ts';
import { ReadingProgress } from './reading-progress.ts';
import type { ImportedFile, ImportOptions, ImportOutcome, WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

/** A source that was read to its end, or whose bytes are known already. */
interface ReadFile {
  readonly source: SourceSet;
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
  readonly mapping: VoteMapping | null;
  readonly candidates: readonly TitledCandidate[];
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
  readonly source: SourceSet;
  constructor(source: SourceSet) {
    super('a file is read anew the general way');
    this.source = source;
  }
}

/** Reads, checks and decides all files; keeps them invisible and hands them over to be published, all or none. */
export async function importWork(
  table: WorkTable,
  place: WorkPlace,
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  if (table.basis.candidates.length === 0) return refused('candidates-missing', {});
  const { dryRun } = options;
  if (dryRun) openScratchPages(table.connection);
  // A file per candidate: what one of them holds is no ballot.
  const isTogether = options.mapping?.layout.kind === 'candidate-files';
  const sources = isTogether ? [sourceSet(files)] : files.map((file) => sourceSet([file]));
  const general = new Set<SourceSet>();
  for (;;) {
    try {
      return await importSources(table, place, sources, { ...options, general });
    } catch (error) {
      if (!(error instanceof ReadAnew)) throw error;
      general.add(error.source);
      if (dryRun) emptyScratchPages(table.connection);
      else await discardPreparedWork(table.connection);
    }
  }
}

interface Attempt extends ImportOptions {
  /** Files for which the quick way of plain files is no way. */
  readonly general: ReadonlySet<SourceSet>;
}

async function importSources(
  table: WorkTable,
  place: WorkPlace,
  sources: readonly SourceSet[],
  { dryRun, minutesEqual, mapping, general }: Attempt,
): Promise<Result<ImportOutcome>> {
  const sizes = await sizesOf(sources);
  if (!sizes.ok) return sizes;
  const work: Import = {
    table,
    place,
    general,
    mapping,
    candidates: readCandidateTitles(table.connection),
    schema: dryRun ? 'scratch' : 'main',
    figures: new FigureChanges(),
    reading: new ReadingProgress(table.port.onProgress),
    ...rowsInForce(table, sources.length),
    arriving: new Set(),
    excluded: new ExcludedBallots(readExcludedMembers(table.connection)),
    minutesEqual,
    allBytes: sizes.value.reduce((sum, bytes) => sum + bytes, 0),
    earlierBytes: 0,
  };
  const read: ReadFile[] = [];
  for (const [index, source] of sources.entries()) {
    const bytes = sizes.value[index] ?? 0;
    const known = await knownSource(work, source, bytes, read, sizes.value.slice(0, index));
    const result = known ?? (await stageSource(work, source));
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

async function sizesOf(sources: readonly SourceSet[]): Promise<Result<number[]>> {
  const sizes: number[] = [];
  for (const { files } of sources) {
    let bytes = 0;
    for (const file of files) {
      try {
        bytes += (await stat(file.path)).size;
      } catch (error) {
        return fileFailure(file, error);
      }
    }
    sizes.push(bytes);
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
async function knownSource(
  { table }: Import,
  source: SourceSet,
  bytes: number,
  earlier: readonly ReadFile[],
  earlierSizes: readonly number[],
): Promise<Result<ReadFile> | null> {
  if (!earlierSizes.includes(bytes) && !hasBatchOfBytes(table.connection, bytes)) return null;
  const inspected = await inspectSet(source, table.checkCancelled);
  if (!inspected.ok) return inspected;
  const sha256 = hashOfSet(inspected.value);
  const batch =
    earlier.find((each) => each.sha256 === sha256)?.batch ?? batchInForceOf(table.connection, sha256)?.batch;
  return batch === undefined ? null : done({ source, batch, sha256, digest: null });
}

async function stageSource(work: Import, source: SourceSet): Promise<Result<ReadFile>> {
  const { table, place, general, mapping, candidates, schema, figures, rows, reading } = work;
  const { connection, context } = table;
  const batch = Math.max(nextBatchNumber(connection), 1 + Math.max(0, ...work.arriving));
  if (schema === 'main') insertStagedBatch(connection, batch, source.name, context.timeZone);
  const store = new PageStore(connection, batch, schema);
  const label = `正在读取“${source.name}”`;
  const read = await table.read(
    {
      source,
      mapping,
      candidates,
      workspace: place.workspace,
      context,
      key: table.key,
      mayBePlain: !general.has(source),
    },
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
        throw new ReadAnew(source);
      },
    },
  );
  if (!read.ok) return read;
  const digest = store.finish();
  completeBatch(work, batch, read.value, digest);
  return done({ source, batch, sha256: read.value.sha256, digest });
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
  { source, batch, sha256, digest }: ReadFile,
  dryRun: boolean,
): ImportedFile {
  const counts = new Map(digest !== null ? [] : readFunnelCounts(table.connection, batch));
  for (const [standing, rows] of figures.funnelOf(batch))
    counts.set(standing, (counts.get(standing) ?? 0) + rows);
  const isInForce = batchInForceOf(table.connection, sha256) !== null;
  return {
    file: source.name,
    sha256,
    batch: dryRun && !isInForce ? null : batch,
    alreadyImported: digest === null,
    digest: digest ?? '',
    rows: funnelOf(counts).rows,
    funnel: [...counts],
  };
}
