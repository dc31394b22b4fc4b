import { text } from '../../../text/text.ts';

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  /** More than nothing, in thousandths at the finest: the points of a criterion. */
  readonly isPoints?: boolean;
}

/** What is wrong with a number on its own, in a sentence; null when nothing is. */
export function numberProblem(
  value: unknown,
  { min = 0, max, isWhole = true, isPoints = false }: NumberLimits,
): string | null {
  const words = text.rules.form;
  if (typeof value !== 'number') return isWhole ? words.whole : words.number;
  if (isWhole && !Number.isInteger(value)) return words.whole;
  if (isPoints && value <= 0) return words.aboveNothing;
  if (value < min) return words.atLeast(min);
  if (max !== undefined && value > max) return words.atMost(max);
  if (isPoints && Number(value.toFixed(3)) !== value) return words.thousandths;
  return null;
}
