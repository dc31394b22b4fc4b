import type { MappingProblem, MappingReason } from '../../../../shared/ballots/mapping-proposal.ts';
import type { ColumnReference, VoteLayout, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { referenceTo } from './columns.ts';
import { canonicalWords, columnsNamed, vendorWords, type VendorWord } from './header-words.ts';
import type { RecognitionBasis, TableHead } from './recognise.ts';
import { plainTime, recogniseTime } from './recognise-time.ts';

/** A table seen with one of its records as the header: which columns are known by their words. */
export interface TableView {
  readonly header: readonly string[];
  /** The source's number of the header's row; undefined where it is the first with content. */
  readonly headerRow: number | undefined;
  readonly body: readonly (readonly string[])[];
  readonly isDelimited: boolean;
  readonly basis: RecognitionBasis;
  readonly named: Readonly<Record<VendorWord, readonly number[]>>;
  readonly canonical: Readonly<Record<keyof typeof canonicalWords, readonly number[]>>;
}

/** @param above the row above the header, where that has the words of the columns whose cells the header leaves empty */
export function tableView(
  { records, isDelimited = false }: TableHead,
  headerPlace: number,
  basis: RecognitionBasis,
  above: readonly string[] = [],
): TableView {
  const header = records[headerPlace]?.cells ?? [];
  const names = header.map((cell, place) => (cell.trim() === '' ? (above[place] ?? '') : cell));
  const columns = <Word extends string>(words: Readonly<Record<Word, readonly string[]>>) =>
    Object.fromEntries(
      (Object.keys(words) as Word[]).map((use) => [use, columnsNamed(names, words[use])]),
    ) as Record<Word, number[]>;
  return {
    header,
    headerRow: headerPlace === 0 ? undefined : records[headerPlace]?.row,
    body: records.slice(headerPlace + 1).map(({ cells }) => cells),
    isDelimited,
    basis,
    named: columns(vendorWords),
    canonical: columns(canonicalWords),
  };
}

export function cellsOf(view: TableView, place: number): string[] {
  return view.body.map((cells) => cells[place] ?? '');
}

/** The columns that every layout with ballots has, and what is not certain of them. */
export interface RecognisedVoter {
  readonly columns: {
    readonly account: ColumnReference | null;
    readonly time: ColumnReference | null;
    readonly ip: ColumnReference | null;
  };
  readonly time: VoteMapping['time'];
  readonly problems: readonly MappingProblem[];
}

/** An account column is known by its word or not at all: no other cell, and no answer's number, is taken for one. */
export function recogniseVoter(view: TableView): RecognisedVoter {
  const { account, time, ip } = view.named;
  const reference = (places: readonly number[]): ColumnReference | null => {
    const [place] = places;
    return place === undefined ? null : referenceTo(view.header, place);
  };
  const problems: MappingProblem[] = [];
  if (account.length === 0) problems.push('account-unsure');
  if (time.length === 0 && view.basis.needsTime) problems.push('time-unsure');
  if (account.length > 1 || time.length > 1) problems.push('columns-ambiguous');
  const [timePlace] = time;
  const read =
    timePlace === undefined ? { time: plainTime, problems: [] } : recogniseTime(cellsOf(view, timePlace));
  return {
    columns: {
      account: reference(account),
      time: reference(time),
      ip: ip.length === 1 ? reference(ip) : null,
    },
    time: read.time,
    problems: [...problems, ...read.problems],
  };
}

/** A mapping as it is proposed, before a person gives it a name of its own. */
export function proposedMapping(
  view: TableView,
  name: string,
  parts: { readonly layout: VoteLayout } & Pick<VoteMapping, 'time' | 'choices'>,
): VoteMapping {
  return {
    format: 'judging-workstation/vote-mapping',
    version: 1,
    name,
    ...(view.headerRow === undefined ? {} : { headerRow: view.headerRow }),
    ...parts,
  };
}

/** Which vendor's export the header shows, and whether it stands below titles. */
export function headerReasons(view: TableView, isList: boolean): MappingReason[] {
  const { answerNumber, beginning, duration, ip, time } = view.named;
  const reasons: MappingReason[] = [];
  if (beginning.length > 0 && answerNumber.length > 0) reasons.push('tencent');
  else if (answerNumber.length > 0 && duration.length > 0 && (ip.length > 0 || time.length > 0))
    reasons.push(isList ? 'wjx-text' : 'wjx-numbers');
  if (view.headerRow !== undefined) reasons.push('header-below-titles');
  return reasons;
}

/** What one doubt costs, and the most that a layout other than the program's own reaches. */
const doubt = 0.2;
const certain = 0.95;

export function confidenceOf(problems: readonly MappingProblem[], fit: number): number {
  return Math.max(0.05, Math.round(100 * (certain - doubt * problems.length) * fit) / 100);
}
