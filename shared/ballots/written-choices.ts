import { choiceNumber, splitChoices } from './choices.ts';
import type { VoteChoices } from './mapping.ts';

/**
 * Choices as vendors write them: numbers, whole titles, titles behind their number, codes. Titles may contain what parts
 * choices elsewhere (`，`, `、`, blanks), so whole titles are looked for first, the longest first. A text that is exactly no
 * title and that nobody has confirmed stays the token it is, and the ballot names an unknown project.
 */

/** What parts the choices of a cell where no separator is agreed on; the same as in `splitChoices`. */
const separator = /[;；,，、|┋\s]/;
const numbersOnly = /^[\d;；,，、|┋\s]*$/;
/** A title's own number before it: `12.`, `12、`, `（12）`, `【12】`, `12 `, `12号`, `第12号：`, `候选12：`, `No.12 `, `12-`, `12#`. */
const ownNumber =
  /^(?:[(（[【]|第|候选(?:项目)?|no\.?\s*)?(\d{1,15})\s*(?:号\s*[.．、:：]?|[.．、:：)）\]】#＃｜]|[-－–—]+|\s)\s*/i;

/** The titles of the round's candidates. */
export interface TitledCandidate {
  readonly candidate: number;
  readonly title: string;
}

/** One choice of a cell: the candidate's number, or null for a text that names none. */
export interface ReadChoice {
  readonly text: string;
  readonly candidate: number | null;
}

export interface ChoiceReader {
  /**
   * The cell as a canonical choices cell. A cell without titles or confirmed texts comes back as it is; else the tokens,
   * joined by `;`, as many as choices were listed.
   */
  readonly canonical: (cell: string) => string;
  /** A cell that is one choice as a whole, whatever it contains, as one token; empty for an empty cell. */
  readonly token: (cell: string) => string;
  /** The choices of a cell in the order listed, each with the candidate it names. */
  readonly choices: (cell: string) => readonly ReadChoice[];
  /** The candidate that a text names as a whole: by its number, title or confirmed correspondence; else null. */
  readonly candidateOf: (text: string) => number | null;
}

/** Prepares the texts that name candidates, for many cells. */
export function choiceReader(
  candidates: readonly TitledCandidate[],
  { separator: agreed, correspondence }: VoteChoices,
): ChoiceReader {
  const numbers = new Set(candidates.map(({ candidate }) => candidate));
  const titles = titleTable(candidates);
  const texts = new Map([...titles, ...correspondence.map((each) => [each.text, each.candidate] as const)]);
  const byFirst = longestByFirstCharacter([...texts.keys()]);
  const areNumbersPlain = agreed === null && !correspondence.some(({ text }) => numbersOnly.test(text));
  const remembered = new Map<string, number | null>();

  const textAt = (cell: string, start: number): string | null =>
    byFirst
      .get(cell.charAt(start))
      ?.find((text) => cell.startsWith(text, start) && endsAt(cell, start + text.length)) ?? null;

  /** A title behind its own number; another number before it is no part of it. */
  const numberedAt = (cell: string, start: number): { end: number; candidate: number } | null => {
    const number = ownNumber.exec(cell.slice(start, start + 30));
    if (number === null) return null;
    const title = textAt(cell, start + number[0].length);
    const candidate = title === null ? undefined : titles.get(title);
    if (title === null || candidate === undefined || candidate !== choiceNumber(number[1] ?? '')) return null;
    return { end: start + number[0].length + title.length, candidate };
  };

  const candidateOf = (text: string): number | null => {
    const trimmed = text.trim();
    const known = texts.get(trimmed);
    if (known !== undefined) return known;
    const number = choiceNumber(trimmed);
    if (number !== null) return numbers.has(number) ? number : null;
    const numbered = numberedAt(trimmed, 0);
    return numbered !== null && numbered.end === trimmed.length ? numbered.candidate : null;
  };

  const scanned = (cell: string): ReadChoice[] => {
    const found: ReadChoice[] = [];
    for (let position = 0; position < cell.length;) {
      if (separator.test(cell.charAt(position))) {
        position += 1;
        continue;
      }
      const numbered = numberedAt(cell, position);
      const whole = textAt(cell, position);
      const end = numbered?.end ?? (whole === null ? tokenEnd(cell, position) : position + whole.length);
      const text = cell.slice(position, end);
      found.push({ text, candidate: numbered?.candidate ?? candidateOf(text) });
      position = end;
    }
    return found;
  };

  const choices = (cell: string): readonly ReadChoice[] => {
    if (agreed === null) return scanned(cell);
    const parts = cell.split(agreed).map((part) => part.trim());
    return parts.filter((part) => part !== '').map((text) => ({ text, candidate: candidateOf(text) }));
  };

  const token = (cell: string): string => {
    const text = cell.trim();
    let candidate = remembered.get(text);
    if (candidate === undefined) {
      candidate = candidateOf(text);
      // Options repeat; texts that name none may all be different.
      if (remembered.size < mostRemembered) remembered.set(text, candidate);
    }
    return tokenOf({ text, candidate });
  };

  return {
    candidateOf,
    choices,
    token,
    canonical: (cell) => {
      if (areNumbersPlain && numbersOnly.test(cell)) return cell;
      const listed = choices(cell);
      return agreed === null && listed.every(isPlain) ? cell : listed.map(tokenOf).join(';');
    },
  };
}

const mostRemembered = 10_000;

/** Whether the rules read the token as it stands just so. */
function isPlain({ text, candidate }: ReadChoice): boolean {
  return candidate === null || choiceNumber(text) === candidate;
}

/** One token of a canonical cell: a text that names no candidate must not become several choices. */
function tokenOf({ text, candidate }: ReadChoice): string {
  if (candidate !== null) return String(candidate);
  return splitChoices(text).join('_');
}

/** Trimmed titles; one that two candidates have in common names neither. */
function titleTable(candidates: readonly TitledCandidate[]): Map<string, number> {
  const table = new Map<string, number>();
  const shared = new Set<string>();
  for (const { candidate, title } of candidates) {
    const text = title.trim();
    if (text === '') continue;
    if (table.has(text)) shared.add(text);
    table.set(text, candidate);
  }
  for (const text of shared) table.delete(text);
  return table;
}

function longestByFirstCharacter(texts: readonly string[]): Map<string, readonly string[]> {
  const groups = Map.groupBy(texts, (text) => text.charAt(0));
  return new Map(
    [...groups].map(([first, group]) => [first, group.toSorted((left, right) => right.length - left.length)]),
  );
}

function endsAt(cell: string, end: number): boolean {
  return end === cell.length || separator.test(cell.charAt(end));
}

function tokenEnd(cell: string, start: number): number {
  for (let end = start; end < cell.length; end += 1) if (separator.test(cell.charAt(end))) return end;
  return cell.length;
}
