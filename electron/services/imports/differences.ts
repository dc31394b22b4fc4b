import type { Field } from './columns.ts';
import { quoted } from './cell-reading.ts';

export interface Difference {
  readonly label: string;
  readonly text: string;
}

/**
 * Where a row says something else than what is recorded. A blank cell says nothing: a shorter list with only names must not
 * count as a change of the longer one.
 */
export function differences(
  fields: readonly Field[],
  recorded: Readonly<Record<string, string>>,
  written: Readonly<Record<string, string>>,
): readonly Difference[] {
  return fields.flatMap(({ field, label }) => {
    const [before, after] = [recorded[field], written[field]];
    if (before === undefined || after === undefined || after === '' || before === after) return [];
    return [
      {
        label,
        text: `已登记为${before === '' ? '空' : quotedApart(before, after)}，表中是${quotedApart(after, before)}`,
      },
    ];
  });
}

/** The first of the differences; null when there is none. */
export function firstDifference(
  fields: readonly Field[],
  recorded: Readonly<Record<string, string>>,
  written: Readonly<Record<string, string>>,
): Difference | null {
  return differences(fields, recorded, written)[0] ?? null;
}

/** Two long texts that begin alike are quoted from where they part: their beginnings would read the same. */
function quotedApart(text: string, other: string): string {
  const whole = quoted(text);
  if (whole !== quoted(other)) return whole;
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const shownBefore = 8;
  return quoted(`……${text.slice(Math.max(0, same - shownBefore))}`);
}
