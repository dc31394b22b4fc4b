import { choiceSet, readChoices } from '../../../../shared/ballots/choices.ts';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { decideStanding, type BallotCopy } from '../../../../shared/ballots/standing.ts';
import {
  stagedStandingSetter,
  standingAlone,
  touchedAccountRows,
  touchedRowsReader,
  type TouchedRow,
} from '../../../database/ballot-scratch.ts';
import { ballotsOfAccountReader, standingPreparer, type StoredBallot } from '../../../database/ballots.ts';
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

interface PreparedChange {
  readonly batch: number;
  readonly row: number;
  readonly standing: Standing;
}

const pageSize = 5000;

/**
 * Decides what every row of every touched account counts as, over all batches in force together with those that arrive and
 * without the one that leaves. New rows get their standing in the scratch database; changes of stored rows are prepared
 * under the next generation, where nobody sees them yet.
 */
export async function decideTouchedAccounts(table: WorkTable, decision: Decision): Promise<void> {
  const { connection, basis } = table;
  const readPage = touchedRowsReader(connection);
  const setStaged = stagedStandingSetter(connection);
  const prepare = standingPreparer(connection, basis.generation);
  const storedOf = hasVotesInForce(connection)
    ? ballotsOfAccountReader(connection, basis.generation)
    : (): StoredBallot[] => [];
  const total = touchedAccountRows(connection);
  let group: TouchedRow[] = [];
  for (let after = 0; ;) {
    const page = readPage(after, pageSize);
    const changes: PreparedChange[] = [];
    const staged: { sequence: number; standing: Standing }[] = [];
    const settle = (): void => {
      const account = group[0]?.account;
      if (account !== undefined) settleAccount(table, decision, group, storedOf(account), changes, staged);
      group = [];
    };
    for (const row of page) {
      if (group[0] !== undefined && !row.account.equals(group[0].account)) settle();
      group.push(row);
    }
    const last = page.at(-1);
    if (last === undefined) settle();
    setStaged(staged);
    if (decision.prepares) {
      await inShortTransactions(
        connection,
        changes.length,
        (from, to) => {
          for (const { batch, row, standing } of changes.slice(from - 1, to)) prepare(batch, row, standing);
        },
        table.checkCancelled,
      );
    }
    table.checkCancelled();
    if (last === undefined) return;
    after = last.position;
    decision.between(after / total);
  }
}

function settleAccount(
  table: WorkTable,
  { figures, arriving, leaving }: Decision,
  touched: readonly TouchedRow[],
  stored: readonly StoredBallot[],
  changes: PreparedChange[],
  staged: { sequence: number; standing: Standing }[],
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
    changes.push({ batch: row.batch, row: row.row, standing });
  });
  fresh.forEach((row, index) => {
    const standing = standings[staying.length + index] ?? standingAlone(row.verdict);
    if (standing === 'accepted') figures.addVotes(row.choices, 1);
    if (row.sequence !== null && standing !== standingAlone(row.verdict))
      staged.push({ sequence: row.sequence, standing });
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
  };
}
