import { refused } from '../../../../shared/refusals/refusal.ts';
import { canonicalFaults } from '../layouts/header-words.ts';
import { shownHeader } from './shown-header.ts';
import type { SourceName } from './source-table.ts';

/** A table that nothing is known in: which columns it lacks, and which it has, without what may be somebody's account. */
export function refuseUnknownLayout(
  { file, sheet }: SourceName,
  header: readonly string[],
  needsTime: boolean,
): ReturnType<typeof refused> {
  return refused('votes-layout-unknown', {
    file,
    sheet,
    found: shownHeader(header),
    ...canonicalFaults(header, needsTime),
  });
}
