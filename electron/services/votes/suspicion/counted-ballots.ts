import { eachChoice } from '../../../../shared/ballots/choice-bytes.ts';
import { standingCode } from '../../../../shared/ballots/standing-codes.ts';
import type { CountedBallots } from '../../../../shared/ballots/suspicion/counted-ballots.ts';
import { asWholeMinute } from '../../../../shared/ballots/whole-minute.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import type { StoredPage } from '../../../database/ballot-page.ts';
import { readPages } from '../../../database/ballot-pages.ts';
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

function pairsAt(pairs: Uint32Array, rows: Uint16Array): Uint32Array {
  const chosen = new Uint32Array(2 * rows.length);
  for (let each = 0; each < rows.length; each += 1) {
    const row = rows[each] ?? 0;
    chosen[2 * each] = pairs[2 * row] ?? 0;
    chosen[2 * each + 1] = pairs[2 * row + 1] ?? 0;
  }
  return chosen;
}

/** The rows of a page that are looked at. A page has far fewer than 65,536. */
function countedRows(standings: Uint8Array): Uint16Array {
  const rows = new Uint16Array(standings.length);
  let count = 0;
  for (let row = 0; row < standings.length; row += 1) {
    if (standings[row] !== accepted && standings[row] !== excluded) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/** The choices of some rows as indexes of the candidates, and how many each row has. */
function choicesAt(
  page: StoredPage,
  rows: Uint16Array,
  indexOf: ReadonlyMap<number, number>,
): Pick<Part, 'sizes' | 'choices'> {
  // A choice takes a byte or more.
  const choices = new Uint16Array(page.choices.length);
  const sizes = new Uint32Array(rows.length);
  let count = 0;
  for (let each = 0; each < rows.length; each += 1) {
    const row = rows[each] ?? 0;
    const end = page.choiceEnds[row] ?? 0;
    const before = count;
    eachChoice(page.choices, row === 0 ? 0 : (page.choiceEnds[row - 1] ?? 0), end, (number) => {
      const index = indexOf.get(number);
      if (index === undefined) throw new Error(`an accepted ballot chooses ${number}, which is no candidate`);
      choices[count] = index;
      count += 1;
    });
    sizes[each] = count - before;
  }
  return { choices: choices.subarray(0, count), sizes };
}

function partOf(
  page: StoredPage,
  areMinutes: boolean,
  standings: Uint8Array,
  indexOf: ReadonlyMap<number, number>,
): Part {
  const rows = countedRows(standings);
  const instantOf = (row: number): number => page.instants[row] ?? NaN;
  return {
    count: rows.length,
    accounts: pairsAt(page.accounts, rows),
    instants: Float64Array.from(rows, areMinutes ? (row) => asWholeMinute(instantOf(row)) : instantOf),
    ...choicesAt(page, rows, indexOf),
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
  for (const { batch, state, minutesEqual } of readVoteBatches(connection)) {
    if (state !== 'in-force') continue;
    const standings = readStandings(connection, batch, generation);
    for (const page of readPages(connection, batch))
      parts.push(partOf(page, minutesEqual, standingsOfPage(standings, page), indexOf));
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
