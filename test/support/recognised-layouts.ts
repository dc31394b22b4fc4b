import { certainProposal, recognise } from '../../electron/services/votes/layouts/recognise.ts';
import type { MappingProposal } from '../../shared/ballots/mapping-proposal.ts';
import { titledCandidates, titles } from './titled-candidates.ts';

const basis = { candidates: titledCandidates, needsTime: true };

/** What a text of these rows may be, the best first. */
export function proposalsOf(
  rows: readonly (readonly string[])[],
  needsTime = true,
  file = 'a.csv',
): MappingProposal[] {
  const records = rows.map((cells, index) => ({ row: index + 1, cells }));
  return recognise([{ name: { file, sheet: null }, isDelimited: true, records }], {
    ...basis,
    needsTime,
  });
}

/** What is taken without asking. */
export const certainOf = (rows: readonly (readonly string[])[], needsTime = true): MappingProposal | null =>
  certainProposal(proposalsOf(rows, needsTime));

export const time = '2017-03-22 08:00:00';
/** Two whole titles in one cell. */
export const two = titles.slice(0, 2).join('┋');
