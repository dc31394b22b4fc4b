import type { OwnSheet } from '../../shared/contract/marks.ts';

/** A field of the sheet: a candidate's mark by one criterion, or the comment on the candidate. */
export type FieldKey = `${number}/${string}`;

/** No criterion can have this id (`criterionSchema` wants letters, digits and hyphens). */
const comment = '*comment';

export function markKey(candidate: number, criterion: string): FieldKey {
  return `${candidate}/${criterion}`;
}

export function commentKey(candidate: number): FieldKey {
  return `${candidate}/${comment}`;
}

/** `criterion` is null for a comment. */
export function fieldOf(key: FieldKey): { readonly candidate: number; readonly criterion: string | null } {
  const slash = key.indexOf('/');
  const criterion = key.slice(slash + 1);
  return { candidate: Number(key.slice(0, slash)), criterion: criterion === comment ? null : criterion };
}

/** Everything that a sheet holds, as the texts of its fields. */
export function sheetTexts(sheet: OwnSheet): readonly (readonly [FieldKey, string])[] {
  return [
    ...sheet.scores.map(
      ({ candidate, criterion, mark }) => [markKey(candidate, criterion), String(mark)] as const,
    ),
    ...sheet.comments.map((each) => [commentKey(each.candidate), each.comment] as const),
  ];
}
