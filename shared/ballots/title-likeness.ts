import type { TitledCandidate } from './written-choices.ts';

/** Which titles a text may mean, for a person to confirm; never taken without that. */

/** Everything that people and programs change in copying a title: widths, blanks, quotation marks, dashes, its number. */
const numberBefore = /^(?:[([【]|第|候选(?:项目)?|no\.?\s*)?\d{1,4}\s*号?\s*[.、:)\]】#|]?\s*(?=\D)/i;
const changeable = /[\s"'“”‘’「」『』«»〝〞《》—–―─－_-]/g;

/** A text without what is easily changed in copying; equal for two texts that differ in nothing else. */
export function bareTitle(text: string): string {
  return text.trim().normalize('NFKC').replace(numberBefore, '').replaceAll(changeable, '').toLowerCase();
}

/** The one candidate whose title differs from the text only in what is easily changed in copying; null: none or several. */
export function sameBareTitle(text: string, candidates: readonly TitledCandidate[]): TitledCandidate | null {
  const bare = bareTitle(text);
  if (bare === '') return null;
  const same = candidates.filter(({ title }) => bareTitle(title) === bare);
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Below this the titles have hardly a word in common. */
const leastLikeness = 0.25;
const most = 3;

/** The nearest titles, best first, at most three: by the pairs of characters in common (Dice's coefficient, 0 to 1). */
export function nearestTitles(text: string, candidates: readonly TitledCandidate[]): TitledCandidate[] {
  const wanted = pairsOf(bareTitle(text));
  return candidates
    .map((each) => ({ each, likeness: dice(wanted, pairsOf(bareTitle(each.title))) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((left, right) => right.likeness - left.likeness)
    .slice(0, most)
    .map(({ each }) => each);
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}
