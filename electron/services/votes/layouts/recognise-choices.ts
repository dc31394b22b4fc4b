import type { VoteChoices } from '../../../../shared/ballots/mapping.ts';
import { sameBareTitle } from '../../../../shared/ballots/title-likeness.ts';
import { choiceReader, type TitledCandidate } from '../../../../shared/ballots/written-choices.ts';

/** What the cells of a column say as choices. */
export interface ChoiceEvidence {
  readonly choices: VoteChoices;
  /** Choices in the cells looked at; those that are whole titles or numbers of candidates; of these, the titles. */
  readonly listed: number;
  readonly matched: number;
  readonly titles: number;
  /** Choices that the proposed correspondence would translate. */
  readonly translated: number;
  /** Most choices that one cell lists. */
  readonly longest: number;
}

export const plainChoices: VoteChoices = { separator: null, correspondence: [] };

/**
 * Reads the cells with and without the separator of 问卷星 and says how well they fit. Texts that are no title get a
 * correspondence only where they can be meant for one candidate alone, and that is for a person to confirm.
 */
export function choiceEvidence(
  cells: readonly string[],
  candidates: readonly TitledCandidate[],
  separator: string | null,
): ChoiceEvidence {
  const choices: VoteChoices = { separator, correspondence: [] };
  const reader = choiceReader(candidates, choices);
  const unmatched = new Map<string, number>();
  let [listed, matched, titles, longest] = [0, 0, 0, 0];
  for (const cell of cells) {
    const found = reader.choices(cell);
    longest = Math.max(longest, found.length);
    listed += found.length;
    for (const { text, candidate } of found) {
      if (candidate === null) unmatched.set(text, (unmatched.get(text) ?? 0) + 1);
      else {
        matched += 1;
        if (!/^\d+$/.test(text.trim())) titles += 1;
      }
    }
  }
  const correspondence = proposedCorrespondence([...unmatched.keys()], candidates);
  const translated = correspondence.reduce((sum, { text }) => sum + (unmatched.get(text) ?? 0), 0);
  return { choices: { separator, correspondence }, listed, matched, translated, titles, longest };
}

/** `┋` in some cell: nothing else parts choices there. */
export function separatorOf(cells: readonly string[]): string | null {
  return cells.some((cell) => cell.includes('┋')) ? '┋' : null;
}

const code = /^([A-Za-z]{1,3})(0*)(\d{1,4})$/;

export function isCode(text: string): boolean {
  return code.test(text);
}

/** What the texts probably mean: a title copied with other marks, or codes like `A01` for all the candidates. */
export function proposedCorrespondence(
  texts: readonly string[],
  candidates: readonly TitledCandidate[],
): VoteChoices['correspondence'] {
  const alike = texts.flatMap((text) => {
    const same = sameBareTitle(text, candidates);
    return same === null ? [] : [{ text, candidate: same.candidate }];
  });
  return [...alike, ...codes(texts, candidates)];
}

/** Only where all codes have one form, so that those of the other candidates are known with them. */
function codes(
  texts: readonly string[],
  candidates: readonly TitledCandidate[],
): VoteChoices['correspondence'] {
  const parts = texts.flatMap(codeParts);
  const letters = new Set(parts.map(({ prefix }) => prefix));
  const numbers = new Set(candidates.map(({ candidate }) => candidate));
  const [prefix] = letters;
  const known = parts.filter(({ number }) => numbers.has(number));
  if (letters.size !== 1 || prefix === undefined || known.length * 2 <= parts.length) return [];
  const isPadded = parts.some(({ hasZero }) => hasZero);
  const width = isPadded ? Math.min(...parts.map(({ digits }) => digits)) : 1;
  return candidates.map(({ candidate }) => ({
    text: `${prefix}${String(candidate).padStart(width, '0')}`,
    candidate,
  }));
}

function codeParts(text: string): { prefix: string; number: number; digits: number; hasZero: boolean }[] {
  const match = code.exec(text);
  if (match === null) return [];
  const [, prefix = '', zeros = '', number = ''] = match;
  return [{ prefix, number: Number(number), digits: zeros.length + number.length, hasZero: zeros !== '' }];
}
