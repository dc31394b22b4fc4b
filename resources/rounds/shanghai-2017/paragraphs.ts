import { handCheckedBreaks, type HandCheckedBreak } from './hand-checked.ts';
import type { NoticeEntry } from './notice-text.ts';

const sentenceEnd = /[。！？][”’』）]*$/u;

/** Whether a line or paragraph ends a sentence, closing quotation marks and brackets included. */
export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line);
}

/**
 * Groups the lines below a title into paragraphs.
 *
 * A blank line parts two paragraphs where the line before it ends a sentence. Elsewhere it is the break between
 * two columns of the newspaper and falls inside the sentence. Where this is not so, the hand-checked list decides.
 *
 * @returns the lines of each paragraph, in the order of the notice
 * @throws Error when a hand-checked place of this candidate is not in its lines
 */
export function paragraphLines(entry: NoticeEntry): string[][] {
  const pending = new Set(handCheckedBreaks.filter((place) => place.candidate === entry.candidate));
  const paragraphs: string[][] = [];
  let previous: string | undefined;
  let afterBlankLine = false;
  for (const line of entry.textLines) {
    if (line === '') {
      afterBlankLine = true;
      continue;
    }
    const paragraph = paragraphs.at(-1);
    if (
      previous === undefined ||
      paragraph === undefined ||
      startsParagraph(previous, line, afterBlankLine, pending)
    ) {
      paragraphs.push([line]);
    } else {
      paragraph.push(line);
    }
    previous = line;
    afterBlankLine = false;
  }
  for (const place of pending) {
    throw new Error(
      `Candidate ${place.candidate}: no line ends in “${place.before}” before “${place.after}”.`,
    );
  }
  return paragraphs;
}

function startsParagraph(
  previous: string,
  line: string,
  afterBlankLine: boolean,
  pending: Set<HandCheckedBreak>,
): boolean {
  for (const place of pending) {
    if (previous.endsWith(place.before) && line.startsWith(place.after)) {
      pending.delete(place);
      return place.startsParagraph;
    }
  }
  return afterBlankLine && endsSentence(previous);
}
