import { attributionOf } from './attribution.ts';
import { joinTextLines, joinTitleLines, restoreBlanks } from './blanks.ts';
import { textBlanks, titleBlanks, type HandCheckedBlank } from './hand-checked.ts';
import { noticeEntries, type NoticeEntry } from './notice-text.ts';
import { paragraphLines } from './paragraphs.ts';

/** One candidate of `candidates.json`; the shape is that of `candidates list --json`. */
export interface DerivedCandidate {
  readonly candidate: number;
  readonly title: string;
  /** The body the notice names as the project's own, or empty. */
  readonly organisation: string;
  /** The district the notice names as the project's own, or empty. */
  readonly district: string;
  /** Paragraphs parted by `\n`. */
  readonly text: string;
}

/**
 * Derives the candidates from the notice, in the order of their numbers.
 *
 * @param notice the whole text of the notice
 * @throws Error when a place that was checked by hand is no longer in the notice
 */
export function deriveCandidates(notice: string): DerivedCandidate[] {
  return noticeEntries(notice).map(candidateFromEntry);
}

/** The exact bytes of `candidates.json` as text: two-space JSON with a final line break. */
export function candidatesFile(notice: string): string {
  return `${JSON.stringify({ candidates: deriveCandidates(notice) }, undefined, 2)}\n`;
}

function candidateFromEntry(entry: NoticeEntry): DerivedCandidate {
  const { candidate } = entry;
  const { organisation, district } = attributionOf(candidate);
  const text = paragraphLines(entry).map(joinTextLines).join('\n');
  return {
    candidate,
    title: restoreBlanks(joinTitleLines(entry.titleLines), placesOf(candidate, titleBlanks)),
    organisation: organisation?.name ?? '',
    district: district?.name ?? '',
    text: restoreBlanks(text, placesOf(candidate, textBlanks)),
  };
}

function placesOf(candidate: number, places: readonly HandCheckedBlank[]): HandCheckedBlank[] {
  return places.filter((place) => place.candidate === candidate);
}
