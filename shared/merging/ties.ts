import { type Fraction, compare } from '../statistics/fraction.ts';
import type { Tie } from './report.ts';

/** A candidate in the contest, with what the ranking compares. */
export interface Contender {
  readonly candidate: number;
  readonly combined: Fraction;
  /** The figure of each tie-break rule, in the order of the list; higher is better. Null only outside the contest. */
  readonly tieBreak: readonly (Fraction | null)[];
}

/** Candidates that share a rank; more than one only where neither the list nor a lot parts them. */
export interface Placing {
  /** 1 is best; after a shared rank as many numbers are left out as it has more members (1, 2, 2, 4). */
  readonly rank: number;
  /** Ascending by number. */
  readonly members: readonly { readonly candidate: number; readonly tie: Tie | null }[];
}

/** The name under which a recorded lot appears as the rule that broke a tie. */
export const lotRule = 'lot';

/** Runs of equal items, best first. `worth` is negative when the first is better. */
function parted<Item>(items: readonly Item[], worth: (first: Item, second: Item) => number): Item[][] {
  const runs: Item[][] = [];
  for (const item of items.toSorted(worth)) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run !== undefined && first !== undefined && worth(first, item) === 0) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

type Group = Placing['members'];

function stillOpen(tied: readonly Contender[]): Group {
  const open = tied.map(({ candidate }) => candidate).sort((first, second) => first - second);
  return open.map((candidate) => ({ candidate, tie: { open } }));
}

/** Orders by the recorded lot; a lot that leaves out one of the tied does not apply to them. */
function drawn(tied: readonly Contender[], lot: ReadonlyMap<number, number>): Group[] {
  if (!tied.every(({ candidate }) => lot.has(candidate))) return [stillOpen(tied)];
  const orderOf = ({ candidate }: Contender): number => lot.get(candidate) ?? 0;
  return parted(tied, (first, second) => orderOf(first) - orderOf(second)).map((run) =>
    run.length === 1
      ? run.map(({ candidate }) => ({ candidate, tie: { brokenBy: lotRule } }))
      : stillOpen(run),
  );
}

/** Applies the rules from `step` on to contenders that are tied so far. */
function broken(
  tied: readonly Contender[],
  rules: readonly string[],
  step: number,
  lot: ReadonlyMap<number, number>,
): Group[] {
  const rule = rules[step];
  if (rule === undefined) return drawn(tied, lot);
  const figureOf = ({ candidate, tieBreak }: Contender): Fraction => {
    const figure = tieBreak[step] ?? null;
    if (figure === null) throw new RangeError(`candidate ${candidate} has no figure for the rule ${rule}`);
    return figure;
  };
  return parted(tied, (first, second) => compare(figureOf(second), figureOf(first))).flatMap((run) =>
    run.length === 1
      ? [run.map(({ candidate }) => ({ candidate, tie: { brokenBy: rule } }))]
      : broken(run, rules, step + 1, lot),
  );
}

/**
 * The ranking by combined score, ties broken by the round's list in its order, then by a recorded lot; what remains tied
 * shares a rank (DESIGN.md section 3). Each member says which rule left it alone among those with its combined score.
 *
 * @param rules names of the tie-break rules; may be empty
 * @param lot candidate → place, 1 first; empty where none was drawn
 * @throws RangeError when a contender lacks the figure of a rule, which is a defect of the caller.
 */
export function rankContenders(
  contenders: readonly Contender[],
  rules: readonly string[],
  lot: ReadonlyMap<number, number>,
): readonly Placing[] {
  const placings: Placing[] = [];
  let rank = 1;
  for (const run of parted(contenders, (first, second) => compare(second.combined, first.combined))) {
    const groups =
      run.length === 1
        ? [run.map(({ candidate }) => ({ candidate, tie: null }))]
        : broken(run, rules, 0, lot);
    for (const members of groups) {
      placings.push({ rank, members });
      rank += members.length;
    }
  }
  return placings;
}
