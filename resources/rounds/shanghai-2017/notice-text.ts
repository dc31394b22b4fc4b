import { pageMotto } from './hand-checked.ts';

/** One numbered candidate as the notice prints it, line by line. */
export interface NoticeEntry {
  readonly candidate: number;
  /** The lines of the title, without the number. */
  readonly titleLines: readonly string[];
  /** The lines below the title; an empty string is a blank line. */
  readonly textLines: readonly string[];
}

const headingPattern = /^(?<number>\d+)\.(?!\d)\s*(?<title>\S.*)$/u;

/**
 * Cuts the notice into its numbered candidates.
 *
 * A heading follows a blank line and bears the next number; this keeps figures at the start of a line
 * (`2.6 万个`, `16.9%`) from being taken for one.
 *
 * @param notice the whole text of the notice
 * @throws Error when the notice names no candidate or does not close with the motto of its page
 */
export function noticeEntries(notice: string): NoticeEntry[] {
  const lines = linesBeforePageMotto(notice);
  const starts: number[] = [];
  lines.forEach((line, index) => {
    const number = headingPattern.exec(line)?.groups?.['number'];
    if (lines[index - 1] === '' && number === String(starts.length + 1)) {
      starts.push(index);
    }
  });
  if (starts.length === 0) {
    throw new Error('The notice names no candidate.');
  }
  return starts.map((start, position) =>
    entryFromLines(position + 1, lines.slice(start, starts[position + 1])),
  );
}

function linesBeforePageMotto(notice: string): string[] {
  const lines = notice.split('\n').map((line) => line.trim());
  const last = lines.findLastIndex((line) => line !== '');
  if (lines[last] !== pageMotto) {
    throw new Error(`The notice does not close with the motto of its page, “${pageMotto}”.`);
  }
  return lines.slice(0, last);
}

function entryFromLines(candidate: number, lines: readonly string[]): NoticeEntry {
  const titleEnd = lines.indexOf('');
  const [heading = '', ...otherTitleLines] = lines.slice(0, titleEnd);
  const titleStart = headingPattern.exec(heading)?.groups?.['title'] ?? '';
  return { candidate, titleLines: [titleStart, ...otherTitleLines], textLines: lines.slice(titleEnd) };
}
