import type { MappingProposal } from '../../../../shared/ballots/mapping-proposal.ts';
import type { TitledCandidate } from '../../../../shared/ballots/written-choices.ts';
import type { SourceRecord } from '../source/source-record.ts';
import type { SourceName } from '../source/source-table.ts';
import { confidenceOf, tableView, type TableView } from './table-view.ts';
import { isBallotCell } from './ballot-cell.ts';
import { isHeaderContinued } from './continued-header.ts';
import { filledCells, headerRows, isBallotHeader, isBallotRow } from './may-hold-ballots.ts';
import { recogniseFiles } from './recognise-files.ts';
import {
  recogniseBallotColumns,
  recogniseBallotList,
  recogniseChoiceRows,
  recogniseOwnHeader,
  recogniseTotals,
} from './recognise-table.ts';

/** The beginning of a table: its name and its first records. */
export interface TableHead {
  readonly name: SourceName;
  readonly isDelimited?: boolean;
  readonly records: readonly SourceRecord[];
}

/** What a votes file is held against. */
export interface RecognitionBasis {
  readonly candidates: readonly TitledCandidate[];
  readonly needsTime: boolean;
}

/** So many records an import looks at before it takes a file without asking. */
export const recognitionRecords = 100;

/**
 * What a file may be, the best first, none where nothing is known in it. A proposal without problems guesses nothing: it may
 * be used without asking. Whatever has a problem is for a person to confirm.
 *
 * @param heads of all tables of the source, or of the first alone: then it is not seen that a file per candidate holds them
 */
export function recognise(heads: readonly TableHead[], basis: RecognitionBasis): MappingProposal[] {
  const [first] = heads;
  if (first === undefined) return [];
  const proposals = headersOf(first.records).flatMap((header) => {
    const view = tableView(first, header, basis);
    if (isHeaderContinued(view)) return continued(first, header, view);
    const options = recogniseBallotColumns(view);
    const list = recogniseBallotList(view);
    // A table of choices by itself is no candidate's, whatever its name.
    const isByItself = heads.length === 1 && list !== null;
    return [
      list,
      options,
      recogniseChoiceRows(view),
      isByItself ? null : recogniseFiles(view, heads, options !== null),
      recogniseTotals(view),
    ].filter((proposal) => proposal !== null);
  });
  return proposals.toSorted((left, right) => right.confidence - left.confidence);
}

/** A header in two rows: options by the lower one, the other columns by the upper one where the lower one is empty. */
function continued(table: TableHead, header: number, upper: TableView): MappingProposal[] {
  const lower = tableView(table, header + 1, upper.basis, upper.header);
  return [recogniseBallotColumns(lower), recogniseBallotList(upper)].flatMap((proposal) => {
    if (proposal === null) return [];
    const problems = [...proposal.problems, 'header-in-two-rows' as const];
    return { ...proposal, problems, confidence: confidenceOf(problems, 1) };
  });
}

/**
 * The first record, and below it every one with nothing but titles above: a row of one cell is a title. Where none of these has
 * the words of a header, the first that has them, where all above are shorter and none is a ballot. A row with a time or a list of numbers is no
 * header but a ballot.
 */
function headersOf(records: readonly SourceRecord[]): number[] {
  const top = records.slice(0, headerRows);
  const headers = [0];
  for (let place = 1; place < top.length; place += 1) {
    const above = top[place - 1];
    if (above !== undefined && filledCells(above).length > 1) break;
    headers.push(place);
  }
  const worded = top.findIndex(isBallotHeader);
  if (worded >= headers.length && areTitles(top.slice(0, worded), top[worded])) headers.push(worded);
  return headers.filter((place) => records[place]?.cells.every((cell) => !isBallotCell(cell)) === true);
}

function areTitles(above: readonly SourceRecord[], header: SourceRecord | undefined): boolean {
  const width = header === undefined ? 0 : filledCells(header).length;
  return above.every((record) => filledCells(record).length < width && !isBallotRow(record));
}

/**
 * The proposal that may be used without asking; null where a person has to confirm one first. Two that guess nothing are a
 * guess between them, unless one has the program's own header.
 */
export function certainProposal(proposals: readonly MappingProposal[]): MappingProposal | null {
  const [best, next] = proposals.filter(({ problems }) => problems.length === 0);
  if (best === undefined || best !== proposals[0]) return null;
  return next === undefined || best.confidence === 1 ? best : null;
}

/**
 * As `certainProposal` of what `recognise` finds in a source of one table. With the program's own header and no problem it is that
 * one whatever the others are, so they are not looked for.
 */
export function recogniseCertain(head: TableHead, basis: RecognitionBasis): MappingProposal | null {
  const hasHeader = headersOf(head.records)[0] === 0;
  const view = tableView(head, 0, basis);
  const own = hasHeader && !isHeaderContinued(view) ? recogniseOwnHeader(view) : null;
  return own?.problems.length === 0 ? own : certainProposal(recognise([head], basis));
}
