import { choiceSet, readChoices } from '../../../../shared/ballots/choices.ts';
import { decideStanding, type BallotCopy } from '../../../../shared/ballots/standing.ts';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { standingCode, verdictOfCode } from '../../../../shared/ballots/standing-codes.ts';
import { calendarDay } from '../../../../shared/ballots/time.ts';
import { ballotPageOf, choicesOfRow, type BallotPage } from '../../../database/ballot-page.ts';
import {
  choicesReader,
  pageReader,
  standingColumnsReader,
  type ChoiceColumns,
  type PageSchema,
  type StandingColumns,
} from '../../../database/ballot-pages.ts';
import type { Connection } from '../../../database/connection.ts';
import { ballotsPerPage, instantOfRow, type PackedPage } from '../../../database/packed-page.ts';
import { standingsWriter } from '../../../database/ballot-standings.ts';
import type { VoteBatchRecord } from '../../../database/vote-batches.ts';
import { Contestants, type ContestantRow } from './contestants.ts';
import { ChangedStandings } from './changed-standings.ts';
import { decidedMark, type ContestedRows, type MarkedPage } from './contested-rows.ts';
import type { ExcludedBallots } from './excluded-ballots.ts';
import type { FigureChanges } from './figures.ts';
import type { RecentPages } from './recent-pages.ts';
import { inShortTransactions } from './short-transactions.ts';
import type { WorkTable } from './work-table.ts';

export interface Decision {
  readonly figures: FigureChanges;
  /** All rows of all batches that are to count. */
  readonly rows: ContestedRows;
  readonly batches: ReadonlyMap<number, DecidedBatch>;
  readonly excluded: ExcludedBallots;
  /** Pages that need not be read. */
  readonly recent: RecentPages;
  /** Batches that did not count before; `figures` has their rows as their own verdicts say. */
  readonly arriving: ReadonlySet<number>;
  /** Where the pages of the arriving batches lie; in a dry run nothing is written. */
  readonly schema: PageSchema;
  readonly between: (fraction: number) => void;
}

/** What of a batch its rows' standings depend on. */
export type DecidedBatch = Pick<VoteBatchRecord, 'sha256' | 'timePrecision' | 'minutesEqual'>;

/** More rows than these are decided in several passes, so that the memory they take stays bounded. */
const rowsAPass = 400_000;

/**
 * Decides what every row counts as, over all batches that are to count together: the same function of the same rows in whatever
 * order they came. Standings that change are prepared under the next generation, where nobody sees them yet.
 */
export async function decideStandings(table: WorkTable, decision: Decision): Promise<void> {
  const pages = pagesOf(table, decision);
  decideContested(table, decision, pages);
  const changed = new ChangedStandings(table, decision, pages);
  const all = decision.rows.pages;
  if (decision.schema === 'scratch') {
    for (const page of all) changed.of(page);
    return;
  }
  const write = standingsWriter(table.connection);
  const next = table.basis.generation + 1;
  await inShortTransactions(
    table.connection,
    all.length,
    (from, to) => {
      const prepared = all
        .slice(from - 1, to)
        .map((marked) => ({ ...marked, standings: changed.of(marked) }));
      return () => {
        for (const { batch, page, standings } of prepared)
          if (standings !== null) write(batch, page, next, standings);
      };
    },
    (done) => {
      table.checkCancelled();
      table.port.onProgress({
        label: '正在写入工作区',
        fraction: 0.9 + (0.1 * done) / all.length,
        rows: 0,
        funnel: null,
      });
    },
  );
}

/** Reads of pages, wherever their batch lies. */
export interface Pages {
  readonly standing: (batch: number, page: number) => StandingColumns;
  readonly choices: (batch: number, page: number) => ChoiceColumns;
  readonly whole: (batch: number, page: number) => BallotPage;
}

function pagesOf({ connection }: WorkTable, { arriving, schema, recent }: Decision): Pages {
  const wherever = <Page>(
    reader: (connection: Connection, schema: PageSchema) => (batch: number, page: number) => Page,
    ofRecent: (page: PackedPage) => Page,
  ): ((batch: number, page: number) => Page) => {
    const stored = reader(connection, 'main');
    const staged = schema === 'main' ? stored : reader(connection, schema);
    return (batch, page) => {
      const kept = recent.get(batch, page);
      if (kept !== undefined) return ofRecent(kept);
      return (arriving.has(batch) ? staged : stored)(batch, page);
    };
  };
  const asItIs = (page: PackedPage): PackedPage => page;
  return {
    standing: wherever<StandingColumns>(standingColumnsReader, asItIs),
    choices: wherever<ChoiceColumns>(choicesReader, asItIs),
    whole: wherever<BallotPage>(pageReader, ballotPageOf),
  };
}

/** Marks the contested rows that count as something else than their own verdict says. */
function decideContested(table: WorkTable, decision: Decision, pages: Pages): void {
  const { rows } = decision;
  rows.settle();
  const passes = Math.max(1, Math.ceil(rows.marked / rowsAPass));
  const isOneBatch = new Set(rows.pages.map(({ batch }) => batch)).size === 1;
  for (let pass = 0; pass < passes; pass += 1) {
    const contestants = new Contestants(Math.ceil(rows.marked / passes));
    rows.pages.forEach((marked, index) => {
      if (marked.marks === null) return;
      table.checkCancelled();
      decision.between((pass + index / rows.pages.length) / passes);
      gather(contestants, marked, index * ballotsPerPage, {
        pages,
        isOneBatch,
        isOfPass: (low) => low % passes === pass,
      });
    });
    for (const account of contestants.accounts()) settle(account, table, decision);
  }
}

interface Gathering {
  readonly pages: Pages;
  readonly isOneBatch: boolean;
  readonly isOfPass: (accountLow: number) => boolean;
}

function gather(
  contestants: Contestants,
  { batch, page, marks }: MarkedPage,
  first: number,
  { pages, isOneBatch, isOfPass }: Gathering,
): void {
  if (marks === null) return;
  const columns = pages.standing(batch, page);
  const { accounts, verdicts } = columns;
  // Within one file no two rows are the same ballot, so nobody asks for their choices.
  const whole = isOneBatch ? null : pages.whole(batch, page);
  for (let row = marks.indexOf(1); row !== -1; row = marks.indexOf(1, row + 1)) {
    const accountLow = accounts[2 * row] as number;
    if (!isOfPass(accountLow)) continue;
    contestants.add({
      accountLow,
      accountHigh: accounts[2 * row + 1] as number,
      instant: instantOfRow(columns, row),
      verdictCode: verdicts[row] as number,
      place: first + row,
      choices: whole === null ? '' : identityOf(whole, row),
    });
  }
}

/** Always from what is kept, never from the original, so that a later decision finds the same identity. */
function identityOf(page: BallotPage, row: number): string {
  const text = page.texts.get(row)?.choices;
  if (text !== undefined) return choiceSet(readChoices(text ?? '')).identity;
  return choiceSet({ numbers: choicesOfRow(page, row), texts: [] }).identity;
}

function settle(
  account: readonly ContestantRow[],
  { frequency, context }: WorkTable,
  { rows, batches }: Decision,
): void {
  const copies: BallotCopy[] = [];
  for (const { instant, verdictCode, place, choices } of account) {
    const marked = rows.pages[Math.floor(place / ballotsPerPage)];
    const batch = marked?.batch ?? 0;
    const source = batches.get(batch) ?? batchOfNobody;
    copies.push({
      batch,
      fileHash: source.sha256,
      precision: source.timePrecision,
      minutesEqual: source.minutesEqual,
      row: (marked?.page ?? 0) * ballotsPerPage + (place % ballotsPerPage),
      instant: Number.isNaN(instant) ? null : instant,
      day: Number.isNaN(instant) ? null : calendarDay(instant, context.timeZone),
      choices,
      verdict: verdictOfCode(verdictCode),
    });
  }
  const standings = decideStanding(copies, frequency);
  for (let index = 0; index < copies.length; index += 1) {
    const standing = standings[index] as Standing;
    const { verdict } = copies[index] as BallotCopy;
    if (standing === (verdict === 'good' ? 'accepted' : verdict)) continue;
    const { place } = account[index] as ContestantRow;
    const marks = rows.pages[Math.floor(place / ballotsPerPage)]?.marks ?? null;
    if (marks !== null) marks[place % ballotsPerPage] = decidedMark + standingCode(standing);
  }
}

const batchOfNobody: DecidedBatch = { sha256: '', timePrecision: 'second', minutesEqual: false };
