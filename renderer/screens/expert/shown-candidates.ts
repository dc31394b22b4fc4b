import type { OwnCandidate } from './own-progress.ts';

/** Which candidates the list shows, and which one comes next. */
export const listFilters = ['all', 'open', 'recused'] as const;
export type ListFilter = (typeof listFilters)[number];

/**
 * The candidate being read always stays in the list, so that completing it under "not complete" does not take it away
 * under the judge's eyes.
 */
export function shownCandidates(
  all: readonly OwnCandidate[],
  filter: ListFilter,
  search: string,
  current: number | null,
): readonly OwnCandidate[] {
  return all.filter((each) => each.candidate === current || isWanted(each, filter, search));
}

/** What was asked for; the candidate being read may stand in the list without being it. */
export function isWanted(each: OwnCandidate, filter: ListFilter, search: string): boolean {
  return passes(each, filter) && matches(each, search);
}

function passes({ state }: OwnCandidate, filter: ListFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'recused' ? state === 'recused' : state === 'untouched' || state === 'partly';
}

export function matches(each: OwnCandidate, search: string): boolean {
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return true;
  if (/^\d+$/.test(wanted)) return String(each.candidate) === wanted || each.title.includes(wanted);
  return [each.title, each.organisation, each.district].some((text) => text.toLowerCase().includes(wanted));
}

/** The candidate after (1) or before (−1) the current one in the list; null at its end. `skipRecused`: only those to mark. */
export function neighbour(
  shown: readonly OwnCandidate[],
  current: number | null,
  step: 1 | -1,
  skipRecused = false,
): number | null {
  const start = shown.findIndex(({ candidate }) => candidate === current);
  if (start < 0) return shown[0]?.candidate ?? null;
  for (let index = start + step; index >= 0 && index < shown.length; index += step) {
    const each = shown[index];
    if (each !== undefined && !(skipRecused && each.state === 'recused')) return each.candidate;
  }
  return null;
}
