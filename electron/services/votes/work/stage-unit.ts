import { changedMeanwhile, changedSinceSeen } from '../../tables/file-faults.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import type { PageSchema } from '../../../database/ballot-pages.ts';
import { completeStagedBatch, insertStagedBatch, nextBatchNumber } from '../../../database/vote-batches.ts';
import { funnelOf } from '../funnel.ts';
import type { ReadBallots } from '../reading/ballot-reading.ts';
import { hashOfSet } from '../source/source-set.ts';
import type { ContestedRows } from './contested-rows.ts';
import type { DecidedBatch } from './decide.ts';
import type { ExcludedBallots } from './excluded-ballots.ts';
import type { FigureChanges } from './figures.ts';
import type { ImportUnit } from './import-units.ts';
import { PageStore } from './page-store.ts';
import type { RecentPages } from './recent-pages.ts';
import type { ReadingProgress } from './reading-progress.ts';
import type { ReadTotals, WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

/** The share of reading in the whole, as the progress bar shows it. */
export const readingShare = 0.8;

/** What one import collects while its files are read. */
export interface Import {
  readonly table: WorkTable;
  readonly place: WorkPlace;
  readonly minutesEqual: boolean;
  /** Units for which the quick way of plain files is no way. */
  readonly general: ReadonlySet<ImportUnit>;
  readonly schema: PageSchema;
  readonly figures: FigureChanges;
  readonly rows: ContestedRows;
  readonly recent: RecentPages;
  readonly reading: ReadingProgress;
  readonly batches: Map<number, DecidedBatch>;
  readonly arriving: Set<number>;
  readonly excluded: ExcludedBallots;
  readonly allBytes: number;
  earlierBytes: number;
}

/** A unit that was read to its end, or whose bytes are known already. */
export interface ReadUnit {
  readonly unit: ImportUnit;
  /** Null where it holds no ballots but totals. */
  readonly batch: number | null;
  readonly sha256: string;
  /** Null where nothing new was staged. */
  readonly digest: string | null;
  /** Files and sheets that were not read. */
  readonly skipped: readonly SkippedTable[];
  readonly totals: ReadTotals | null;
}

/** Thrown when a file that began plain turns out not to be; what was read of it is of no use. */
export class ReadAnew extends Error {
  readonly unit: ImportUnit;
  constructor(unit: ImportUnit) {
    super('a file is read anew the general way');
    this.unit = unit;
  }
}

/** Reads a unit into pages of a batch that nobody sees yet. */
export async function stageUnit(work: Import, unit: ImportUnit): Promise<Result<ReadUnit>> {
  const { table, place, schema, figures, rows, reading } = work;
  const { connection, context } = table;
  const batch = Math.max(nextBatchNumber(connection), 1 + Math.max(0, ...work.arriving));
  const store = new PageStore(connection, batch, schema);
  const label = `正在读取“${unit.name}”`;
  let isBegun = false;
  // The memory of pages that are not written yet, and of those that nobody needs any more.
  const waiting: ArrayBuffer[] = [];
  const unused: ArrayBuffer[] = [];
  const read = await table.reader.read(
    {
      files: unit.files,
      mapping: unit.mapping,
      workspace: place.workspace,
      context,
      candidates: readCandidateTitles(connection),
      key: table.key,
      mayBePlain: !work.general.has(unit),
    },
    {
      isCancelled: table.port.isCancelled,
      page: (page, bytesRead) => {
        table.checkCancelled();
        if (!isBegun && schema === 'main') insertStagedBatch(connection, batch, unit.name, context.timeZone);
        isBegun = true;
        const number = store.pages;
        const written = store.add(page);
        figures.addPage(batch, page);
        rows.add(batch, number, page);
        work.recent.add(batch, page);
        waiting.push(page.accounts.buffer as ArrayBuffer);
        unused.push(...waiting.splice(0, written));
        reading.tell(label, (readingShare * (work.earlierBytes + bytesRead)) / Math.max(1, work.allBytes));
        return unused.pop() ?? null;
      },
      readAnew: () => {
        throw new ReadAnew(unit);
      },
    },
  );
  if (!read.ok) return read;
  const { sha256, mapping, bytes, skipped } = read.value;
  // By its size it was held against what is known already.
  if (bytes !== unit.bytes) return changedMeanwhile(unit.name);
  if (!isAsSeen(unit, sha256)) return changedSinceSeen(unit.name);
  if (read.value.kind === 'totals') {
    const totals = { file: unit.name, sha256, mapping, totals: read.value.totals, skipped };
    return done({ unit, batch: null, sha256, digest: null, skipped, totals });
  }
  const digest = store.finish();
  completeBatch(work, batch, read.value, digest);
  return done({ unit, batch, sha256, digest, skipped, totals: null });
}

/** Whether these are the bytes that somebody was shown, where somebody was. */
function isAsSeen({ files }: ImportUnit, sha256: string): boolean {
  const seen = files.flatMap((file) => (file.sha256 === undefined ? [] : [{ sha256: file.sha256 }]));
  return seen.length < files.length || hashOfSet(seen) === sha256;
}

function completeBatch(work: Import, batch: number, read: ReadBallots, digest: string): void {
  const { sha256, bytes, layout, mapping, sources, timePrecision } = read;
  const minutesEqual = work.minutesEqual && timePrecision === 'minute';
  work.arriving.add(batch);
  work.batches.set(batch, { sha256, timePrecision, minutesEqual });
  if (work.schema === 'scratch') return;
  completeStagedBatch(work.table.connection, {
    batch,
    sha256,
    bytes,
    rows: funnelOf(work.figures.funnelOf(batch)).rows,
    layout,
    mapping,
    sources,
    timePrecision,
    minutesEqual,
    digest,
  });
}
