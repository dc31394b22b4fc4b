import type { Field } from './columns.ts';
import { quoted } from './cell-reading.ts';

/**
 * Where a row says something else than what is recorded; null when it does not. A blank cell says nothing: a shorter list
 * with only names must not count as a change of the longer one.
 */
export function firstDifference(
  fields: readonly Field[],
  recorded: Readonly<Record<string, string>>,
  written: Readonly<Record<string, string>>,
): { readonly label: string; readonly text: string } | null {
  for (const { field, label } of fields) {
    const [before, after] = [recorded[field], written[field]];
    if (before === undefined || after === undefined || after === '' || before === after) continue;
    return { label, text: `已登记为${before === '' ? '空' : quoted(before)}，表中是${quoted(after)}` };
  }
  return null;
}
