import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { emptyScratchPages, openScratchPages, readStandingColumns } from '../../../database/ballot-pages.ts';
import { readExcludedMembers } from '../../../database/excluded-members.ts';
import {
  batchInForceOf,
  hasBatchOfBytes,
  readFunnelCounts,
  readVoteBatches,
} from '../../../database/vote-batches.ts';
import { hasVoteTotalsOf } from '../../../database/vote-totals.ts';
import type { SourceFile } from '../../use-case.ts';
import { funnelOf } from '../funnel.ts';
import { hashOfSet, inspectSet } from '../source/source-set.ts';
import { ContestedRows } from './contested-rows.ts';
import { decideStandings } from './decide.ts';
import { discardPreparedWork } from './discard.ts';
import { ExcludedBallots } from './excluded-ballots.ts';
import { FigureChanges } from './figures.ts';
import { importUnits, type ImportUnit } from './import-units.ts';
import { RecentPages } from './recent-pages.ts';
import { ReadingProgress } from './reading-progress.ts';
import { ReadAnew, readingShare, stageUnit, type Import, type ReadUnit } from './stage-unit.ts';
import type { ImportedFile, ImportOptions, ImportOutcome, WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

/** The share of deciding in the whole, as the progress bar shows it. */
const decidingShare = 0.1;

/** Reads, checks and decides all files; keeps them invisible and hands them over to be published, all or none. */
export async function importWork(
  table: WorkTable,
  place: WorkPlace,
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  if (table.basis.candidates.length === 0) return refused('candidates-missing', {});
  const units = await importUnits(files, options);
  if (!units.ok) return units;
  if (options.dryRun) openScratchPages(table.connection);
  const general = new Set<ImportUnit>();
  for (;;) {
    try {
      return await importAll(units.value, beginImport(table, place, units.value, { ...options, general }));
    } catch (error) {
      if (!(error instanceof ReadAnew)) throw error;
      general.add(error.unit);
      if (options.dryRun) emptyScratchPages(table.connection);
      else await discardPreparedWork(table.connection);
    }
  }
}

/** With the rows that count already: the arriving ones are decided together with them. */
function beginImport(
  table: WorkTable,
  place: WorkPlace,
  units: readonly ImportUnit[],
  { dryRun, minutesEqual, general }: ImportOptions & { readonly general: ReadonlySet<ImportUnit> },
): Import {
  const { connection, frequency, context } = table;
  const inForce = readVoteBatches(connection).filter(({ state }) => state === 'in-force');
  const isOneBatch = inForce.length === 0 && units.length === 1;
  const allBytes = units.reduce((sum, { bytes }) => sum + bytes, 0);
  const figures = new FigureChanges();
  const rows = new ContestedRows(frequency, context.timeZone, isOneBatch);
  for (const { batch } of inForce)
    for (const page of readStandingColumns(connection, batch)) rows.add(batch, page.page, page);
  return {
    table,
    place,
    minutesEqual,
    general,
    schema: dryRun ? 'scratch' : 'main',
    figures,
    rows,
    recent: new RecentPages(allBytes),
    reading: new ReadingProgress(table.port.onProgress, figures),
    batches: new Map(inForce.map((batch) => [batch.batch, batch])),
    arriving: new Set(),
    excluded: new ExcludedBallots(readExcludedMembers(connection)),
    allBytes,
    earlierBytes: 0,
  };
}

async function importAll(units: readonly ImportUnit[], work: Import): Promise<Result<ImportOutcome>> {
  const { table, schema, figures, arriving } = work;
  const read: ReadUnit[] = [];
  for (const unit of units) {
    const known = await knownUnit(work, unit, read);
    const result = known ?? (await stageUnit(work, unit));
    if (!result.ok) return result;
    read.push(result.value);
    work.earlierBytes += unit.bytes;
  }
  table.reader.rest();
  table.checkCancelled();
  if (arriving.size > 0) {
    await decideStandings(table, {
      ...work,
      between: (fraction) => work.reading.tell('正在查重', readingShare + decidingShare * fraction),
    });
  }
  const outcome = read.map((each) => importedFile(work, each));
  const totals = read.flatMap(({ totals: each }) => (each === null ? [] : [each]));
  if (schema === 'scratch' || arriving.size + totals.length === 0) return done(outcome);
  const published = await table.port.publish({
    basis: table.basis,
    funnels: figures.funnels(),
    votes: figures.votes(),
    excludedVotes: figures.excludedVotes(),
    totals,
    outcome,
  });
  return published.ok ? done(outcome) : published;
}

/**
 * The same bytes, in force or earlier in this very call, are not imported again. Ballots of the same bytes have the same size, so
 * most files need not be read twice for it.
 */
async function knownUnit(
  { table }: Import,
  unit: ImportUnit,
  earlier: readonly ReadUnit[],
): Promise<Result<ReadUnit> | null> {
  const { connection } = table;
  const mayBeKnown =
    earlier.some((each) => each.unit.bytes === unit.bytes) || hasBatchOfBytes(connection, unit.bytes);
  if (!mayBeKnown) return null;
  const inspected = await inspectSet(unit, table.checkCancelled, unit.mapping?.encoding);
  if (!inspected.ok) return inspected;
  const sha256 = hashOfSet(inspected.value);
  const batch =
    earlier.find((each) => each.sha256 === sha256)?.batch ?? batchInForceOf(connection, sha256)?.batch;
  return batch === undefined || batch === null
    ? null
    : done({ unit, batch, sha256, digest: null, skipped: [], totals: null });
}

/** A file's own figures right after this import; in a dry run a new file has no batch. */
function importedFile(
  { table, figures, schema }: Import,
  { unit, batch, sha256, digest, skipped, totals }: ReadUnit,
): ImportedFile {
  const about = { file: unit.name, sha256, digest: digest ?? '', skipped };
  if (batch === null) {
    const votes = totals?.totals.reduce((sum, each) => sum + each.votes, 0) ?? 0;
    const alreadyImported = hasVoteTotalsOf(table.connection, sha256);
    const kept = { candidates: totals?.totals.length ?? 0, votes };
    return { ...about, batch, alreadyImported, rows: 0, funnel: [], totals: kept };
  }
  const counts = new Map(digest !== null ? [] : readFunnelCounts(table.connection, batch));
  for (const [standing, rows] of figures.funnelOf(batch))
    counts.set(standing, (counts.get(standing) ?? 0) + rows);
  const isInForce = batchInForceOf(table.connection, sha256) !== null;
  return {
    ...about,
    batch: schema === 'scratch' && !isInForce ? null : batch,
    alreadyImported: digest === null,
    rows: funnelOf(counts).rows,
    funnel: [...counts],
    totals: null,
  };
}
