import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutCandidates } from '../../../../shared/ballots/mapping-columns.ts';
import type { MappingProposal } from '../../../../shared/ballots/mapping-proposal.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { canonicalFaults } from '../layouts/header-words.ts';
import { mayBePassed } from '../layouts/may-hold-ballots.ts';
import { certainProposal, recognise, recognitionRecords, type TableHead } from '../layouts/recognise.ts';
import { readTotals, type CandidateTotal } from '../layouts/totals.ts';
import { unmatchedTexts } from '../layouts/unmatched-texts.ts';
import { shownName } from '../shortened.ts';
import type { InspectedFile } from './inspect-file.ts';
import { openTables } from './open-tables.ts';
import { SourceBroken } from './source-record.ts';
import { SourceReading, type BallotPlace, type NumberedBallot } from './source-reading.ts';
import type { PassedSheet, SourceName } from './source-table.ts';
import { beginTable, type BegunTable } from './table-heads.ts';
import { refuseUnknownLayout } from './unknown-layout.ts';

export type { BallotPlace, NumberedBallot } from './source-reading.ts';

/** So many examples are enough to know what is meant. */
const mostTexts = 3;

interface OpenedSource {
  readonly mapping: VoteMapping;
  readonly sources: readonly SourceName[];
  /** Files and sheets that are not read. */
  readonly skipped: readonly SkippedTable[];
}

/** What the file or the set of files holds; `sources` and `skipped` grow while its parts are read. */
export type OpenedVotes = OpenedSource &
  (
    | {
        readonly kind: 'ballots';
        readonly parts: AsyncIterable<readonly NumberedBallot[]>;
      }
    | { readonly kind: 'totals'; readonly totals: readonly CandidateTotal[] }
  );

/**
 * Opens a votes file of any container and layout, or a set of files that only together hold ballots (a file per candidate).
 * Without a mapping the layout is recognised; one that would have to be guessed is refused. What is wrong with the file as a
 * whole, now or half-way through, is thrown as `SourceBroken`; what is wrong with a row is for the check of the row.
 *
 * @param onBytes hears how many bytes of all files together were read so far
 */
export async function openBallots(
  inspected: readonly InspectedFile[],
  mapping: VoteMapping | null,
  place: BallotPlace,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<OpenedVotes> {
  const file = inspected[0]?.file.name ?? '';
  const passed: SkippedTable[] = [];
  const all = begunTables(inspected, mapping, place, onBytes, passed);
  try {
    const [used, tables] =
      mapping === null ? await recognisedMapping(file, all, place, passed) : [mapping, all];
    refuseUnfit(file, used, place);
    if (used.layout.kind !== 'candidate-files' && inspected.length > 1)
      throw new SourceBroken(
        refused('files-not-together', { files: inspected.map((each) => each.file.name) }),
      );
    const reading = new SourceReading(used, place, file, passed);
    // The header must be right before anybody hears that the file can be read.
    const first = await reading.next(tables);
    if (first === null) throw new SourceBroken(refused('file-empty', { file }));
    const { sources } = reading;
    const source = { mapping: used, sources, skipped: passed };
    if (used.layout.kind !== 'totals')
      return { ...source, kind: 'ballots', parts: reading.parts(first, tables) };
    const records = [...first.body];
    for await (const part of first.rest) records.push(...part);
    const about = { file: first.name.file, header: first.header.cells };
    const totals = readTotals(about, used, place.candidates, records);
    // Whatever follows is no ballots and no further totals, or refused.
    await reading.next(tables);
    return { ...source, kind: 'totals', totals };
  } catch (error) {
    await all.return(undefined);
    throw error;
  }
}

async function* begunTables(
  inspected: readonly InspectedFile[],
  mapping: VoteMapping | null,
  place: BallotPlace,
  onBytes: (bytes: number) => void,
  passed: SkippedTable[],
): AsyncGenerator<BegunTable> {
  const choice = { encoding: mapping?.encoding, delimiter: mapping?.delimiter };
  let earlier = 0;
  for (const each of inspected) {
    const before = earlier;
    const hear = (bytes: number): void => onBytes(before + bytes);
    const pass = ({ name, reason }: PassedSheet): void => void passed.push({ ...name, reason });
    for await (const table of openTables(each, choice, hear, pass))
      yield await beginTable(table, place.workspace);
    earlier += each.bytes;
  }
}

/**
 * What the first table is taken for that is no sheet of notes or of totals, and the tables from that one on.
 * @throws SourceBroken where a person has to say it.
 */
async function recognisedMapping(
  file: string,
  tables: AsyncGenerator<BegunTable>,
  place: BallotPlace,
  passed: SkippedTable[],
): Promise<readonly [VoteMapping, AsyncGenerator<BegunTable>]> {
  let first: SourceBroken | null = null;
  let known: SourceBroken | null = null;
  for (let next = await tables.next(); next.done !== true; next = await tables.next()) {
    const table = next.value;
    const looked = { ...table, records: table.records.slice(0, recognitionRecords) };
    const proposals = recognise([looked], place);
    const certain = certainProposal(proposals);
    if (certain !== null) return [certain.mapping, beginningWith(table, tables)];
    const fault = unrecognised(looked, proposals, place);
    if (!mayBePassed(looked)) throw fault;
    if (proposals.length > 0) known ??= fault;
    first ??= fault;
    passed.push({ ...table.name, reason: 'other-header' });
    await table.rest.return(undefined);
  }
  throw known ?? first ?? new SourceBroken(refused('file-empty', { file }));
}

async function* beginningWith(
  first: BegunTable,
  others: AsyncGenerator<BegunTable>,
): AsyncGenerator<BegunTable> {
  try {
    yield first;
    yield* others;
  } finally {
    await first.rest.return(undefined);
    await others.return(undefined);
  }
}

/** Why a table is not read without a mapping that a person confirmed. */
function unrecognised(
  table: TableHead,
  proposals: readonly MappingProposal[],
  place: BallotPlace,
): SourceBroken {
  const { file, sheet } = table.name;
  const header = table.records[0]?.cells ?? [];
  if (header.length === 0) return new SourceBroken(refused('file-empty', { file }));
  const faults = canonicalFaults(header, place.needsTime);
  const [best] = proposals;
  // The program's own header with a fault is told so: there the remedy is in the file, not in a mapping.
  const isOwnHeader = !faults.missing.includes('account') && !faults.missing.includes('choices');
  const isFaulty = faults.missing.length + faults.repeated.length > 0;
  if (best === undefined || (isOwnHeader && isFaulty))
    return new SourceBroken(refuseUnknownLayout(table.name, header, place.needsTime));
  const { problems, mapping } = best;
  const texts = problems.includes('correspondence') ? otherTexts(table, mapping, place) : [];
  return new SourceBroken(refused('votes-mapping-unconfirmed', { file, sheet, problems, texts }));
}

/** The first texts of choices that are exactly no candidate's. */
function otherTexts(
  { records }: TableHead,
  mapping: VoteMapping,
  { candidates }: BallotPlace,
): { readonly row: number; readonly text: string }[] {
  const untranslated = { ...mapping, choices: { ...mapping.choices, correspondence: [] } };
  const listed = unmatchedTexts(records, untranslated, candidates) ?? [];
  return listed
    .flatMap(({ row, unmatched }) => unmatched.map((text) => ({ row, text: shownName(text) })))
    .slice(0, mostTexts);
}

/** What no table can mend: a column that the rules need, candidates that the round does not have. */
function refuseUnfit(file: string, { layout, choices }: VoteMapping, place: BallotPlace): void {
  if (layout.kind !== 'totals') {
    if (layout.account === null)
      throw new SourceBroken(refused('mapping-needs-column', { file, field: 'account' }));
    if (layout.time === null && place.needsTime)
      throw new SourceBroken(refused('mapping-needs-column', { file, field: 'time' }));
  }
  const known = new Set(place.candidates.map(({ candidate }) => candidate));
  const unknown = layoutCandidates({ layout, choices }).filter((candidate) => !known.has(candidate));
  if (unknown.length > 0)
    throw new SourceBroken(refused('mapping-candidates-unknown', { candidates: unknown }));
}
