import { fromDecimal, toDecimal } from '../../../../shared/statistics/fraction.ts';

/** A decimal string with fewer places, rounded half up for the eye only; the whole value stays on hover and in the detail. */
export function shortFigure(value: string, places: number): string {
  return toDecimal(fromDecimal(value), places);
}

/** A weight as it was written: 50, 33.5. */
export function weightText(weight: number): string {
  return String(weight);
}
