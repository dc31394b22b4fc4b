import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { checkBallot } from '../../../../shared/ballots/check.ts';
import { columnKey, layoutColumns } from '../../../../shared/ballots/mapping-columns.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { done, refused, sentenceOf, type Refusal, type Result } from '../../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import { batchInForceOf } from '../../../database/vote-batches.ts';
import type { SourceFile } from '../../use-case.ts';
import { columnPlaces, referenceTo } from '../layouts/columns.ts';
import { mayBePassed } from '../layouts/may-hold-ballots.ts';
import { certainProposal, recognise, recognitionRecords, type TableHead } from '../layouts/recognise.ts';
import { columnSamples } from '../preview/column-samples.ts';
import { unmatchedChoices } from '../preview/unmatched-choices.ts';
import type { InspectedFile } from '../source/inspect-file.ts';
import { openBallots, type BallotPlace, type NumberedBallot } from '../source/open-ballots.ts';
import { rawSample } from '../source/raw-sample.ts';
import { shortened } from '../shortened.ts';
import { SourceBroken } from '../source/source-record.ts';
import { hashOfSet, inspectSet, sourceSet } from '../source/source-set.ts';
import type { SourceName } from '../source/source-table.ts';
import { tableHeads, type SourceHeads } from '../source/table-heads.ts';
import { TablesByMapping } from '../source/tables-by-mapping.ts';
import { wallClockText } from '../../../../shared/ballots/wall-clock.ts';
import type { WorkPlace } from './task.ts';
import type { WorkTable } from './work-table.ts';

const sampleSize = 20;

/** What the files are taken for, and the first rows with the verdict each would get by itself. Nothing is written. */
export async function previewWork(
  table: WorkTable,
  place: WorkPlace,
  files: readonly SourceFile[],
  mapping: VoteMapping | null,
): Promise<Result<VotePreview>> {
  const candidates = readCandidateTitles(table.connection);
  if (candidates.length === 0) return refused('candidates-missing', {});
  const result = await inspectSet(sourceSet(files), table.checkCancelled, mapping?.encoding);
  if (!result.ok) return result;
  const inspected = result.value;
  const [first] = inspected;
  if (first === undefined) throw new Error('a preview of no file');
  const { needsTime, timeZone } = table.context;
  const basis = { workspace: place.workspace, needsTime, timeZone, candidates };
  const begun = await tableHeads(
    inspected,
    { encoding: mapping?.encoding, delimiter: mapping?.delimiter },
    place.workspace,
  );
  const main = mainTable(begun.heads, mapping, basis);
  const heads = [...begun.heads.slice(main), ...begun.heads.slice(0, main)];
  const proposals = recognise(heads, basis);
  const certain = certainProposal(recognise(asTheImport(heads), basis));
  const used = mapping ?? certain?.mapping ?? proposals[0]?.mapping ?? null;
  const read = await readBy(used, inspected, basis);
  return done({
    ...aboutFiles(table, first, inspected),
    rawSample: (await rawSample(first)).map(({ encoding, lines }) => ({ encoding, lines: [...lines] })),
    sources: [...read.sources],
    tables: begun.heads.map(({ name }) => name),
    skipped: skippedTables(begun, used),
    ...columnsShown(heads, used, candidates),
    proposals: proposals.map((each) => ({
      ...each,
      reasons: [...each.reasons],
      problems: [...each.problems],
    })),
    mapping: used,
    isCertain: mapping === null && certain !== null,
    fault: read.fault,
    sample: read.ballots.map((each) => shownBallot(each, read.sources, heads, used, table)),
    ...unmatchedChoices(heads, used, candidates),
    totals: read.totals === null ? null : [...read.totals],
  });
}

/** The place of the table whose columns are shown: as in an import, sheets of notes and of totals are passed over. */
function mainTable(heads: readonly TableHead[], mapping: VoteMapping | null, basis: BallotPlace): number {
  const tables = mapping === null ? null : new TablesByMapping(mapping);
  let known: number | null = null;
  for (const [place, head] of heads.entries()) {
    if (tables === null) {
      const proposals = recognise(asTheImport([head]), basis);
      if (certainProposal(proposals) !== null || !mayBePassed(head)) return place;
      if (proposals.length > 0) known ??= place;
    } else if (isRead(tables, head)) return place;
  }
  return known ?? 0;
}

/** Or ought to be, and cannot. */
function isRead(tables: TablesByMapping, head: TableHead): boolean {
  try {
    return typeof tables.open(head) !== 'string';
  } catch (error) {
    if (error instanceof SourceBroken) return true;
    throw error;
  }
}

/** An import looks at one table alone, because it goes on reading it. */
function asTheImport(heads: readonly TableHead[]): TableHead[] {
  return heads.slice(0, 1).map((head) => ({ ...head, records: head.records.slice(0, recognitionRecords) }));
}

interface ReadSample {
  readonly ballots: readonly NumberedBallot[];
  readonly sources: readonly SourceName[];
  readonly totals: VotePreview['totals'];
  readonly fault: string | null;
}

/** What a person can mend by another mapping is shown beside the proposals; a file that is broken is refused. */
const mendable: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>([
  'votes-layout-unknown',
  'votes-mapping-unconfirmed',
  'mapping-columns-absent',
  'mapping-header-absent',
  'mapping-header-is-ballot',
  'mapping-needs-column',
  'mapping-candidates-unknown',
  'mapping-source-unknown',
  'votes-table-unread',
  'files-not-together',
  'rows-invalid',
]);

async function readBy(
  mapping: VoteMapping | null,
  inspected: readonly InspectedFile[],
  place: BallotPlace,
): Promise<ReadSample> {
  const nothing: ReadSample = { ballots: [], sources: [], totals: null, fault: null };
  try {
    const opened = await openBallots(inspected, mapping, place);
    if (opened.kind === 'totals') return { ...nothing, sources: opened.sources, totals: [...opened.totals] };
    const ballots: NumberedBallot[] = [];
    for await (const part of opened.parts) {
      ballots.push(...part.slice(0, sampleSize - ballots.length));
      if (ballots.length >= sampleSize) break;
    }
    return { ...nothing, ballots, sources: opened.sources };
  } catch (error) {
    if (error instanceof SourceBroken && mendable.has(error.refusal.code))
      return { ...nothing, fault: sentenceOf(error.refusal) };
    throw error;
  }
}

/** What is not read and why, as far as the mapping can be followed: beyond that its fault is told. */
function skippedTables({ heads, passed }: SourceHeads, mapping: VoteMapping | null): VotePreview['skipped'] {
  const skipped: VotePreview['skipped'] = passed.map(({ name, reason }) => ({ ...name, reason }));
  if (mapping === null) return skipped;
  const tables = new TablesByMapping(mapping);
  try {
    for (const head of heads) {
      const opened = tables.open(head);
      if (typeof opened === 'string') skipped.push({ ...head.name, reason: opened });
    }
  } catch (error) {
    if (!(error instanceof SourceBroken)) throw error;
  }
  return skipped;
}

function aboutFiles(
  table: WorkTable,
  { container, encoding }: InspectedFile,
  inspected: readonly InspectedFile[],
): Pick<VotePreview, 'file' | 'bytes' | 'sha256' | 'alreadyImported' | 'encoding' | 'container'> {
  const sha256 = hashOfSet(inspected);
  return {
    file: sourceSet(inspected.map((each) => each.file)).name,
    bytes: inspected.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256,
    alreadyImported: batchInForceOf(table.connection, sha256)?.batch ?? null,
    encoding,
    container: container === 'text' ? 'csv' : container,
  };
}

function columnsShown(
  heads: readonly TableHead[],
  mapping: VoteMapping | null,
  candidates: readonly TitledCandidate[],
): Pick<VotePreview, 'headerRow' | 'columns'> {
  const records = heads[0]?.records ?? [];
  const place =
    mapping?.headerRow === undefined ? 0 : records.findIndex(({ row }) => row === mapping.headerRow);
  const header = records[place];
  if (header === undefined) return { headerRow: null, columns: [] };
  const body = records.slice(place + 1).map(({ cells }) => cells);
  const uses = new Map(
    mapping === null ? [] : layoutColumns(mapping.layout).map(({ use, column }) => [columnKey(column), use]),
  );
  const columns = header.cells.map((_, column) => {
    const reference = referenceTo(header.cells, column);
    return {
      header: reference.header,
      index: reference.index ?? 1,
      position: column + 1,
      samples: columnSamples(
        body.map((cells) => cells[column] ?? ''),
        uses.get(columnKey(reference)) ?? null,
        candidates,
      ),
    };
  });
  return { headerRow: header.row, columns };
}

function shownBallot(
  { source, row, ballot, ip }: NumberedBallot,
  sources: readonly SourceName[],
  heads: readonly TableHead[],
  mapping: VoteMapping | null,
  { context }: WorkTable,
): VotePreview['sample'][number] {
  const { verdict, instant, timePrecision } = checkBallot(ballot, context);
  const clock = instant === null ? null : wallClockText(instant, context.timeZone);
  return {
    source,
    row,
    account: shortened(ballot.account.trim()),
    time: writtenTime(row, sources[source], heads, mapping) ?? ballot.time ?? '',
    instant: timePrecision === 'minute' ? (clock?.slice(0, -3) ?? null) : clock,
    choices: ballot.choices ?? '',
    ip: ip === null ? null : shortened(ip),
    verdict,
  };
}

/** The time as the file has it, before it was understood. */
function writtenTime(
  row: number,
  name: SourceName | undefined,
  heads: readonly TableHead[],
  mapping: VoteMapping | null,
): string | undefined {
  const head = heads.find((each) => each.name.file === name?.file && each.name.sheet === name.sheet);
  if (head === undefined || mapping === null || mapping.layout.kind === 'totals') return undefined;
  const header = head.records.find((record, place) =>
    mapping.headerRow === undefined ? place === 0 : record.row === mapping.headerRow,
  );
  const { time } = mapping.layout;
  if (header === undefined || time === null) return undefined;
  const place = columnPlaces(head.name.file, header.cells, mapping)(time);
  return head.records.find((record) => record.row === row)?.cells[place];
}
