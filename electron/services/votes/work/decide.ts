import { choiceSet, readChoices } from '../../../../shared/ballots/choices.ts';
import { decideStanding, type BallotCopy } from '../../../../shared/ballots/standing.ts';
import {
  decisionRecorder,
  orderChanges,
  standingAlone,
  touchedAccountRows,
  touchedRowsReader,
  type DecidedStandings,
  type TouchedRow,
} from '../../../database/ballot-scratch.ts';
import { ballotsOfAccountsReader, standingPreparer, type StoredBallot } from '../../../database/ballots.ts';
import { hasVotesInForce } from '../../../database/vote-batches.ts';
import type { FigureChanges } from './figures.ts';
import { inShortTransactions } from './short-transactions.ts';
import type { WorkTable } from './work-table.ts';

export interface Decision {
  readonly figures: FigureChanges;
  /** SHA-256 of the files that arrive, by batch. */
  readonly arriving: ReadonlyMap<number, string>;
  /** The batch that leaves, if one does. */
  readonly leaving: number | null;
  /** Whether the workspace's own rows may be touched: false in a dry run. */
  readonly prepares: boolean;
  readonly between: (fraction: number) => void;
}

const pageSize = 5000;

/**
 * Decides what every row of every touched account counts as, over all batches in force together with those that arrive and
 * without the one that leaves. New rows get their standing in the scratch database; changes of stored rows are prepared
 * under the next generation, where nobody sees them yet.
 */
export async function decideTouchedAccounts(table: WorkTable, decision: Decision): Promise<void> {
  const { connection, basis } = table;
  const record = decisionRecorder(connection);
  const storedBetween = hasVotesInForce(connection)
    ? ballotsOfAccountsReader(connection, basis.generation)
    : (): StoredBallot[] => [];
  const total = touchedAccountRows(connection);
  for (const accounts of pagesOfAccounts(table)) {
    table.checkCancelled();
    const last = accounts.at(-1)?.at(-1)?.position ?? 0;
    const stored = byAccount(storedBetween(accounts[0]?.[0]?.position ?? 0, last));
    const decided: DecidedStandings = { staged: [], changed: [] };
    for (const touched of accounts) {
      const account = touched[0] === undefined ? '' : keyOf(touched[0].account);
      settleAccount(table, decision, touched, stored.get(account) ?? [], decided);
    }
    record(decided);
    decision.between(last / total);
  }
  if (!decision.prepares) return;
  const changes = orderChanges(connection);
  const prepare = standingPreparer(connection, basis.generation);
  await inShortTransactions(connection, changes, prepare, () => {
    table.checkCancelled();
    decision.between(1);
  });
}

/** The touched rows, an account's together, some thousand at a time. */
function* pagesOfAccounts({ connection }: WorkTable): Generator<TouchedRow[][]> {
  const readPage = touchedRowsReader(connection);
  let group: TouchedRow[] = [];
  for (let after = 0; ;) {
    const accounts: TouchedRow[][] = [];
    const page = readPage(after, pageSize);
    for (const row of page) {
      if (group[0] !== undefined && !row.account.equals(group[0].account)) {
        accounts.push(group);
        group = [];
      }
      group.push(row);
    }
    const last = page.at(-1);
    // The last account of a page may go on in the next.
    if (last === undefined && group.length > 0) accounts.push(group);
    if (accounts.length > 0) yield accounts;
    if (last === undefined) return;
    after = last.position;
  }
}

const keyOf = (account: Buffer): string => account.toString('latin1');

function byAccount(ballots: readonly StoredBallot[]): Map<string, StoredBallot[]> {
  const accounts = new Map<string, StoredBallot[]>();
  for (const ballot of ballots) {
    const known = accounts.get(keyOf(ballot.account));
    if (known === undefined) accounts.set(keyOf(ballot.account), [ballot]);
    else known.push(ballot);
  }
  return accounts;
}

function settleAccount(
  table: WorkTable,
  { figures, arriving, leaving }: Decision,
  touched: readonly TouchedRow[],
  stored: readonly StoredBallot[],
  decided: DecidedStandings,
): void {
  const staying = stored.filter(({ batch }) => batch !== leaving);
  for (const row of stored)
    if (row.batch === leaving) figures.move(row.batch, row.standing, null, row.choices);
  const fresh = touched.filter(({ sequence }) => sequence !== null);
  const copies = [
    ...staying.map((row) => copyOf(row, row.fileHash)),
    ...fresh.map((row) => copyOf(row, arriving.get(row.batch) ?? '')),
  ];
  const standings = decideStanding(copies, table.frequency);
  staying.forEach((row, index) => {
    const standing = standings[index] ?? row.standing;
    if (standing === row.standing) return;
    figures.move(row.batch, row.standing, standing, row.choices);
    decided.changed.push({ batch: row.batch, row: row.row, standing });
  });
  fresh.forEach((row, index) => {
    const standing = standings[staying.length + index] ?? standingAlone(row.verdict);
    if (standing === 'accepted') figures.addVotes(row.choices, 1);
    if (row.sequence !== null && standing !== standingAlone(row.verdict))
      decided.staged.push({ sequence: row.sequence, standing });
  });
}

function copyOf(row: StoredBallot | TouchedRow, fileHash: string): BallotCopy {
  return {
    batch: row.batch,
    fileHash,
    row: row.row,
    instant: row.instant,
    day: row.day,
    // Always from the kept text, never from the original, so that a later decision finds the same identity.
    choices: choiceSet(readChoices(row.choices ?? '')).identity,
    verdict: row.verdict,
    precision: 'second',
    minutesEqual: false,
  };
}
