import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutCandidates } from '../../../../shared/ballots/mapping-columns.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { canonicalFaults } from '../layouts/header-words.ts';
import { certainProposal, recognise, recognitionRecords, type TableHead } from '../layouts/recognise.ts';
import { readTotals, type CandidateTotal } from '../layouts/totals.ts';
import { unmatchedTexts } from '../layouts/unmatched-texts.ts';
import { shownName } from '../shortened.ts';
import type { InspectedFile } from './inspect-file.ts';
import { openTables } from './open-tables.ts';
import { SourceBroken } from './source-record.ts';
import { SourceReading, type BallotPlace, type NumberedBallot } from './source-reading.ts';
import type { SourceName } from './source-table.ts';
import { beginTable, type BegunTable } from './table-heads.ts';
import { headerOf } from './tables-by-mapping.ts';
import { refuseUnknownLayout } from './unknown-layout.ts';

export type { BallotPlace, NumberedBallot } from './source-reading.ts';

/** So many examples are enough to know what is meant. */
const mostTexts = 3;

/** What the file or the set of files holds; `sources` grows while its parts are read. */
export type OpenedVotes =
  | {
      readonly kind: 'ballots';
      readonly mapping: VoteMapping;
      readonly sources: readonly SourceName[];
      readonly parts: AsyncIterable<readonly NumberedBallot[]>;
    }
  | {
      readonly kind: 'totals';
      readonly mapping: VoteMapping;
      readonly sources: readonly SourceName[];
      readonly totals: readonly CandidateTotal[];
    };

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
  const tables = begunTables(inspected, mapping, place, onBytes);
  const first = await tables.next();
  const file = inspected[0]?.file.name ?? '';
  if (first.done === true) throw new SourceBroken(refused('file-empty', { file }));
  try {
    const used = mapping ?? recognisedMapping(first.value, place);
    refuseUnfit(file, used, place);
    if (used.layout.kind !== 'candidate-files' && inspected.length > 1)
      throw new SourceBroken(
        refused('files-not-together', { files: inspected.map((each) => each.file.name) }),
      );
    const reading = new SourceReading(used, place, file);
    if (used.layout.kind !== 'totals') {
      // The header must be right before anybody hears that the file can be read.
      reading.open(first.value);
      const parts = reading.parts(first.value, tables);
      return { kind: 'ballots', mapping: used, sources: reading.sources, parts };
    }
    const { header, body } = headerOf(first.value, used);
    const records = [...body];
    for await (const part of first.value.rest) records.push(...part);
    const totals = readTotals({ file, header: header.cells }, used, place.candidates, records);
    return { kind: 'totals', mapping: used, sources: [first.value.name], totals };
  } catch (error) {
    await first.value.rest.return(undefined);
    await tables.return(undefined);
    throw error;
  }
}

async function* begunTables(
  inspected: readonly InspectedFile[],
  mapping: VoteMapping | null,
  place: BallotPlace,
  onBytes: (bytes: number) => void,
): AsyncGenerator<BegunTable> {
  const choice = { encoding: mapping?.encoding, delimiter: mapping?.delimiter };
  let earlier = 0;
  for (const each of inspected) {
    const before = earlier;
    for await (const table of openTables(each, choice, (bytes) => onBytes(before + bytes)))
      yield await beginTable(table, place.workspace);
    earlier += each.bytes;
  }
}

function recognisedMapping(table: BegunTable, place: BallotPlace): VoteMapping {
  const looked = { ...table, records: table.records.slice(0, recognitionRecords) };
  const proposals = recognise([looked], place);
  const certain = certainProposal(proposals);
  if (certain !== null) return certain.mapping;
  const { file } = table.name;
  const header = table.records[0]?.cells ?? [];
  if (header.length === 0) throw new SourceBroken(refused('file-empty', { file }));
  const faults = canonicalFaults(header, place.needsTime);
  const [best] = proposals;
  // The program's own header with a fault is told so: there the remedy is in the file, not in a mapping.
  const isOwnHeader = !faults.missing.includes('account') && !faults.missing.includes('choices');
  const isFaulty = faults.missing.length + faults.repeated.length > 0;
  if (best === undefined || (isOwnHeader && isFaulty))
    throw new SourceBroken(refuseUnknownLayout(file, header, place.needsTime));
  const texts = best.problems.includes('correspondence') ? otherTexts(looked, best.mapping, place) : [];
  throw new SourceBroken(refused('votes-mapping-unconfirmed', { file, problems: best.problems, texts }));
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
