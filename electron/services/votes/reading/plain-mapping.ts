import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { isBallotCell } from '../layouts/ballot-cell.ts';

/**
 * Whether a mapping reads a table of just the columns account, time and choices, in this order, as DESIGN.md section 7 has
 * it: numbers and times as they stand, nothing translated. Only then may lines be taken straight from the bytes.
 */
export function isPlainMapping(
  { layout, time, choices, ...mapping }: VoteMapping,
  header: readonly string[],
): boolean {
  if (layout.kind !== 'ballot-list' || layout.ip !== null || header.length !== 3) return false;
  if (header.some(isBallotCell)) return false;
  if (mapping.delimiter !== undefined && mapping.delimiter !== ',') return false;
  if (mapping.encoding !== undefined && mapping.encoding !== 'utf-8') return false;
  if (mapping.headerRow !== undefined && mapping.headerRow !== 1) return false;
  const columns = [layout.account, layout.time, layout.choices];
  const isInOrder = columns.every((column, place) => column?.header === header[place]?.trim());
  const isUntranslated = choices.separator === null && choices.correspondence.length === 0;
  return isInOrder && isUntranslated && time.zone === null;
}
