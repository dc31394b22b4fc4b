import type { Criterion } from '../round/round.ts';
import { fraction, fromDecimal, multiply } from '../statistics/fraction.ts';

declare const thousandths: unique symbol;

/**
 * A mark in whole thousandths of a point: 87.5 points are 87 500. Range 0 to 1000 × the criterion's `max`, and never more
 * than `largestMark`, so that the marks of any panel add up exactly as machine numbers.
 */
export type Mark = number & { readonly [thousandths]: true };

/** A thousand million points. */
const largestMark = 1_000_000_000_000;

/** Digits, at most ten, and optionally a point and decimals: no sign, exponent, full-width digits or thousands commas. */
const pointsText = /^(\d{1,10})(?:\.(\d{1,20}))?$/;

/**
 * Whole thousandths of a limit of the round; null when it has none, which `roundSchema` does not let pass.
 */
function wholeThousandths(points: number): number | null {
  const { numerator, denominator } = multiply(fromDecimal(points), fraction(1000));
  return denominator === 1n ? Number(numerator) : null;
}

/**
 * The mark that a text or number of points means, or null when it is none: not a plain decimal number (blanks around it
 * are ignored), below 0, above the criterion's `max`, or not a multiple of its `step`.
 */
export function parseMark(text: string | number, criterion: Pick<Criterion, 'max' | 'step'>): Mark | null {
  const parts = pointsText.exec(String(text).trim());
  if (parts === null) return null;
  const [, points = '', decimals = ''] = parts;
  if (/[1-9]/.test(decimals.slice(3))) return null;
  const value = Number(points) * 1000 + Number(decimals.slice(0, 3).padEnd(3, '0'));
  const max = wholeThousandths(criterion.max);
  const step = wholeThousandths(criterion.step);
  if (max === null || step === null || value > Math.min(max, largestMark) || value % step !== 0) return null;
  return value as Mark;
}

/** The mark in points as people write it: `"87.5"`, `"90"`, without needless zeros. */
export function markText(mark: Mark): string {
  const points = String(Math.floor(mark / 1000));
  const decimals = String(mark % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return decimals === '' ? points : `${points}.${decimals}`;
}

/**
 * A mark as it was stored: a whole number of thousandths.
 * @throws RangeError for anything else, which is a defect.
 */
export function markFromThousandths(value: number): Mark {
  if (!Number.isInteger(value) || value < 0 || value > largestMark)
    throw new RangeError(`not a mark in thousandths: ${value}`);
  return value as Mark;
}

/** The mark in points as a number, for a screen or a spreadsheet cell: 87 500 → 87.5. */
export function markPoints(mark: Mark): number {
  return mark / 1000;
}
