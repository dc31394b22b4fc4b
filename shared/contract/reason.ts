import { z } from 'zod';

/** A letter or a digit that can be seen: some letters (U+3164 for one) are drawn as nothing. */
const visible = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** Whether a reason or a minute has anything to read: at least one letter or digit, of any script. */
export function saysSomething(text: string): boolean {
  return visible.test(text);
}

/**
 * A reason or a minute of a decision that goes on the record: blanks, marks and characters that nobody sees are none.
 * @param atMost characters
 */
export function reasonField(atMost: number) {
  return z.string().trim().refine(saysSomething, '不能为空').max(atMost);
}
