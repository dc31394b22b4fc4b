import type { Criterion } from '../../shared/round/round.ts';
import { markText, parseMark } from '../../shared/scoring/mark.ts';
import { text } from '../text/text.ts';

/** What was typed into a field: the text to send ('' is an absent mark), or the sentence to show at the field. */
export type Draft =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

export const longestComment = 2000;

/** Chinese input methods type full-width digits and `。` for a point; a judge means the plain ones. */
function plainDigits(typed: string): string {
  return typed.normalize('NFKC').replace('。', '.').trim();
}

/** Reads a mark by the rule of the round. */
export function readMark(typed: string, criterion: Criterion): Draft {
  const plain = plainDigits(typed);
  if (plain === '') return { ok: true, text: '' };
  const mark = parseMark(plain, criterion);
  if (mark !== null) return { ok: true, text: markText(mark) };
  return {
    ok: false,
    problem: text.expert.markProblem(
      criterion.name,
      plain,
      criterion.max,
      criterion.step,
      problemOf(plain, criterion),
    ),
  };
}

function problemOf(plain: string, { max }: Criterion): 'not-a-number' | 'out-of-range' | 'off-step' {
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return 'not-a-number';
  return plain.startsWith('-') || Number(plain) > max ? 'out-of-range' : 'off-step';
}

export function readComment(typed: string): Draft {
  const comment = typed.trim();
  if (comment.length <= longestComment) return { ok: true, text: comment };
  return { ok: false, problem: text.expert.commentTooLong(comment.length, longestComment) };
}
