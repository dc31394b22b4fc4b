import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { ballotPageOf } from '../../../database/ballot-page.ts';
import {
  readPageRows,
  readPages,
  readStandingColumns,
  verdictsWriter,
} from '../../../database/ballot-pages.ts';
import { packedPageOf } from '../../../database/packed-page.ts';
import { readExcludedMembers } from '../../../database/excluded-members.ts';
import { readStandings } from '../../../database/ballot-standings.ts';
import {
  batchInForceOf,
  readFunnelCounts,
  readVoteBatch,
  readVoteBatches,
  type VoteBatchRecord,
} from '../../../database/vote-batches.ts';
import { recheckedVerdicts } from './recheck.ts';
import { ContestedRows } from './contested-rows.ts';
import { decideStandings } from './decide.ts';
import { ExcludedBallots } from './excluded-ballots.ts';
import { FigureChanges } from './figures.ts';
import { RecentPages } from './recent-pages.ts';
import { ReadingProgress } from './reading-progress.ts';
import type { ExclusionChange, ImportOutcome } from './task.ts';
import type { WorkTable } from './work-table.ts';

const nothingImported: ImportOutcome = [];

/** Decides all batches without the one that leaves. Its own rows and its funnel stay as they were when it counted. */
export async function withdrawWork(table: WorkTable, batch: number): Promise<Result<ImportOutcome>> {
  const { connection, basis } = table;
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  if (record.state === 'withdrawn') return refused('batch-withdrawn', { batch });
  const figures = new FigureChanges();
  const standings = readStandings(connection, batch, basis.generation);
  for (const page of readPages(connection, batch)) {
    table.checkCancelled();
    const codes = standings[page.page]?.standings ?? new Uint8Array();
    codes.forEach((code, row) => figures.move(batch, code, null, page, row));
  }
  return await decideAndPublish(table, {
    counting: batchesInForce(table).filter((each) => each.batch !== batch),
    arriving: new Set(),
    figures,
    label: `正在撤回批次 ${batch}`,
  });
}

/** Checks a withdrawn batch's rows anew, by the rules and candidates of now, and decides all batches with it. */
export async function restoreWork(table: WorkTable, batch: number): Promise<Result<ImportOutcome>> {
  const { connection, context } = table;
  const record = readVoteBatch(connection, batch);
  if (record === null) return refused('batch-unknown', { batch: String(batch) });
  if (record.state === 'in-force') return refused('batch-in-force', { batch });
  const other = batchInForceOf(connection, record.sha256);
  if (other !== null) return refused('batch-bytes-in-force', { batch, other: other.batch });
  // The pages hold instants, which were made of wall-clock times in that zone.
  if (record.timeZone !== context.timeZone) return refused('batch-zone-changed', { batch });
  const figures = new FigureChanges();
  const reading = new ReadingProgress(table.port.onProgress, figures);
  const write = verdictsWriter(connection);
  let rows = 0;
  for (const row of readPageRows(connection, batch)) {
    table.checkCancelled();
    const page = packedPageOf(row);
    const verdicts = recheckedVerdicts(ballotPageOf(page), context);
    // Nobody counts a withdrawn batch, so its rows may change before it is in force again.
    write(batch, row.page, verdicts);
    figures.addPage(batch, { ...page, verdicts });
    rows += page.rows;
    reading.tell(`正在重新核对批次 ${batch}`, (0.5 * rows) / Math.max(1, record.rows));
  }
  // The funnel of its first time in force is replaced.
  figures.forgetFunnel(batch, readFunnelCounts(connection, batch));
  return await decideAndPublish(table, {
    counting: [...batchesInForce(table), record],
    arriving: new Set([batch]),
    figures,
    label: '正在查重',
  });
}

/** Decides all batches anew with a group of ballots taken out of the count, or let in again. */
export async function exclusionWork(
  table: WorkTable,
  change: ExclusionChange,
): Promise<Result<ImportOutcome>> {
  const excluded =
    change.kind === 'exclude'
      ? [...readExcludedMembers(table.connection), change.members]
      : readExcludedMembers(table.connection, change.exclusion);
  return await decideAndPublish(table, {
    counting: batchesInForce(table),
    arriving: new Set(),
    figures: new FigureChanges(),
    label: change.kind === 'exclude' ? '正在剔除一组选票' : '正在恢复一组选票',
    excluded,
  });
}

function batchesInForce({ connection }: WorkTable): VoteBatchRecord[] {
  return readVoteBatches(connection).filter(({ state }) => state === 'in-force');
}

interface Change {
  /** The batches that count afterwards. */
  readonly counting: readonly VoteBatchRecord[];
  readonly arriving: ReadonlySet<number>;
  readonly figures: FigureChanges;
  readonly label: string;
  /** Members of the exclusions in force afterwards; absent: those of now. */
  readonly excluded?: readonly Uint8Array[];
}

async function decideAndPublish(
  table: WorkTable,
  { counting, arriving, figures, label, excluded = readExcludedMembers(table.connection) }: Change,
): Promise<Result<ImportOutcome>> {
  const { connection, frequency, context, port } = table;
  const rows = new ContestedRows(frequency, context.timeZone, counting.length < 2);
  for (const { batch } of counting) {
    for (const page of readStandingColumns(connection, batch)) {
      table.checkCancelled();
      rows.add(batch, page.page, page);
    }
  }
  await decideStandings(table, {
    figures,
    rows,
    batches: new Map(counting.map((batch) => [batch.batch, batch])),
    excluded: new ExcludedBallots(excluded),
    recent: new RecentPages(0),
    arriving,
    schema: 'main',
    between: (fraction) => port.onProgress({ label, fraction: 0.5 + 0.4 * fraction, rows: 0, funnel: null }),
  });
  const published = await port.publish({
    basis: table.basis,
    funnels: figures.funnels(),
    votes: figures.votes(),
    excludedVotes: figures.excludedVotes(),
    totals: [],
    outcome: nothingImported,
  });
  return published.ok ? done(nothingImported) : published;
}
