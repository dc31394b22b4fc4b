import { readChoiceBytes } from '../../../../shared/ballots/choice-bytes.ts';
import { standingCode } from '../../../../shared/ballots/standing-codes.ts';
import type { CountedBallots } from '../../../../shared/ballots/suspicion/counted-ballots.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import { readPages, type StoredPage } from '../../../database/ballot-pages.ts';
import { readStandings, standingsOfPage } from '../../../database/ballot-standings.ts';
import type { Connection } from '../../../database/connection.ts';
import { readVoteBatches, readVoteGeneration } from '../../../database/vote-batches.ts';

const accepted = standingCode('accepted');
const excluded = standingCode('excluded');

/** What is looked at of one page. */
interface Part {
  readonly count: number;
  readonly accounts: Uint32Array;
  readonly instants: Float64Array;
  readonly sizes: Uint32Array;
  readonly choices: Uint16Array;
  readonly addresses: Uint32Array | null;
  readonly excluded: Uint8Array;
}

function pairsAt(pairs: Uint32Array, rows: readonly number[]): Uint32Array {
  return Uint32Array.from({ length: 2 * rows.length }, (_, each) => {
    const row = rows[each >>> 1] ?? 0;
    return pairs[2 * row + (each & 1)] ?? 0;
  });
}

function partOf(page: StoredPage, standings: Uint8Array, indexOf: ReadonlyMap<number, number>): Part {
  const rows: number[] = [];
  for (let row = 0; row < page.rows; row += 1) {
    const standing = standings[row];
    if (standing === accepted || standing === excluded) rows.push(row);
  }
  const choices: number[] = [];
  const sizes = Uint32Array.from(rows, (row) => {
    const start = row === 0 ? 0 : (page.choiceEnds[row - 1] ?? 0);
    const chosen = readChoiceBytes(page.choices, start, page.choiceEnds[row] ?? 0);
    for (const candidate of chosen) {
      const index = indexOf.get(candidate);
      if (index === undefined)
        throw new Error(`an accepted ballot chooses ${candidate}, which is no candidate`);
      choices.push(index);
    }
    return chosen.length;
  });
  return {
    count: rows.length,
    accounts: pairsAt(page.accounts, rows),
    instants: Float64Array.from(rows, (row) => page.instants[row] ?? NaN),
    sizes,
    choices: Uint16Array.from(choices),
    addresses: page.ips === null ? null : pairsAt(page.ips, rows),
    excluded: Uint8Array.from(rows, (row) => (standings[row] === excluded ? 1 : 0)),
  };
}

/** Puts the parts behind one another; a part without such a column leaves zeros. */
function joined<Column extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  whole: Column,
  parts: readonly Part[],
  columnOf: (part: Part) => ArrayLike<number> | null,
  widthOf: (part: Part) => number,
): Column {
  let place = 0;
  for (const part of parts) {
    const column = columnOf(part);
    if (column !== null) whole.set(column, place);
    place += widthOf(part);
  }
  return whole;
}

/** The accepted and the excluded ballots of all batches in force. */
export function readCountedBallots(connection: Connection): CountedBallots {
  const candidates = readCandidateTitles(connection).map(({ candidate }) => candidate);
  const indexOf = new Map(candidates.map((candidate, index) => [candidate, index]));
  const generation = readVoteGeneration(connection);
  const parts: Part[] = [];
  for (const { batch, state } of readVoteBatches(connection)) {
    if (state !== 'in-force') continue;
    const standings = readStandings(connection, batch, generation);
    for (const page of readPages(connection, batch))
      parts.push(partOf(page, standingsOfPage(standings, page), indexOf));
  }
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const allChoices = parts.reduce((sum, part) => sum + part.choices.length, 0);
  const choiceEnds = joined(
    new Uint32Array(count),
    parts,
    (part) => part.sizes,
    (part) => part.count,
  );
  for (let ballot = 1; ballot < count; ballot += 1)
    choiceEnds[ballot] = (choiceEnds[ballot] ?? 0) + (choiceEnds[ballot - 1] ?? 0);
  const perBallot = (part: Part): number => part.count;
  const perPair = (part: Part): number => 2 * part.count;
  return {
    count,
    accounts: joined(new Uint32Array(2 * count), parts, (part) => part.accounts, perPair),
    instants: joined(new Float64Array(count), parts, (part) => part.instants, perBallot),
    candidates,
    choiceEnds,
    choices: joined(
      candidates.length <= 256 ? new Uint8Array(allChoices) : new Uint16Array(allChoices),
      parts,
      (part) => part.choices,
      (part) => part.choices.length,
    ),
    addresses: parts.some((part) => part.addresses !== null)
      ? joined(new Uint32Array(2 * count), parts, (part) => part.addresses, perPair)
      : null,
    excluded: joined(new Uint8Array(count), parts, (part) => part.excluded, perBallot),
  };
}
