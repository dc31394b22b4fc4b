import { logPoissonTail } from '../../statistics/tail-bounds.ts';
import { choicesStart, chosenCandidates, votesByIndex, type CountedBallots } from './counted-ballots.ts';
import { shortFigure, type FoundGroup } from './evidence.ts';
import { groupKeys } from '../../statistics/key-groups.ts';
import { expectedSelections } from './selection-chance.ts';
import { logSignificance, type FlagThresholds } from './thresholds.ts';

/** A number of 32 bits that stands for a candidate (the finishing step of MurmurHash3 over two seeds). */
function mixed(index: number, seed: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A key of 64 bits for each ballot's set of choices, the same in whatever order they are listed (Zobrist, 1970). */
function selectionKeys(ballots: CountedBallots): Uint32Array {
  const lows = ballots.candidates.map((_, index) => mixed(index, 0x243f6a88));
  const highs = ballots.candidates.map((_, index) => mixed(index, 0x13198a2e));
  const keys = new Uint32Array(2 * ballots.count);
  for (let ballot = 0, place = 0; ballot < ballots.count; ballot += 1) {
    let low = 0;
    let high = 0;
    for (const end = ballots.choiceEnds[ballot] ?? 0; place < end; place += 1) {
      const index = ballots.choices[place] ?? 0;
      low ^= lows[index] ?? 0;
      high ^= highs[index] ?? 0;
    }
    keys[2 * ballot] = low;
    keys[2 * ballot + 1] = high;
  }
  return keys;
}

function countSizes(ballots: CountedBallots): number[] {
  const sizes: number[] = [];
  for (let ballot = 0; ballot < ballots.count; ballot += 1) {
    const size = (ballots.choiceEnds[ballot] ?? 0) - choicesStart(ballots, ballot);
    while (sizes.length <= size) sizes.push(0);
    sizes[size] = (sizes[size] ?? 0) + 1;
  }
  return sizes;
}

/**
 * Selections shared by more accounts than their popularity explains: at least `thresholds.accounts`, at least
 * `thresholds.timesExpected` times the ballots expected, and so many that chance is ruled out (Poisson tail, corrected for
 * the number of different selections). An account that votes alike every day counts once.
 * @param accountOf a number for each ballot's account
 */
export function findIdenticalSelections(
  ballots: CountedBallots,
  accountOf: Uint32Array,
  thresholds: FlagThresholds['identical'],
): FoundGroup[] {
  const { groups, groupOf, sizes } = groupKeys(selectionKeys(ballots));
  const members = new Map<string, number[]>();
  for (let ballot = 0; ballot < ballots.count; ballot += 1) {
    if ((sizes[groupOf[ballot] ?? 0] ?? 0) < thresholds.accounts) continue;
    // By the selection itself: two selections with one key must not be taken for each other.
    const selection = chosenCandidates(ballots, ballot).join('-');
    const list = members.get(selection);
    if (list === undefined) members.set(selection, [ballot]);
    else list.push(ballot);
  }
  if (members.size === 0) return [];
  const expectedOf = expectedSelections(votesByIndex(ballots), ballots.count, countSizes(ballots));
  const found: FoundGroup[] = [];
  for (const [selection, list] of members) {
    const [one = 0] = list;
    const accounts = new Set(list.map((ballot) => accountOf[ballot])).size;
    const expected = expectedOf(
      ballots.choices.subarray(choicesStart(ballots, one), ballots.choiceEnds[one]),
    );
    if (accounts < Math.max(thresholds.accounts, thresholds.timesExpected * expected)) continue;
    if (logPoissonTail(accounts, expected) + Math.log(groups) > logSignificance) continue;
    found.push({
      id: `identical:${selection}`,
      evidence: {
        kind: 'identical',
        choices: chosenCandidates(ballots, one),
        ballots: list.length,
        accounts,
        expected: shortFigure(expected),
      },
      members: list,
    });
  }
  return found;
}
