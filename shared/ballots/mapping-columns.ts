import type { ColumnReference, VoteLayout, VoteMapping } from './mapping.ts';

/** What stands in a mapping: the columns and candidates that it names. */

/** Which use a layout has for a column. */
export type ColumnUse = 'account' | 'time' | 'ip' | 'choices' | 'option' | 'candidate' | 'ballot' | 'votes';

/** Every column that a layout reads, with its use; all other columns of a file are not read and not kept. */
export function layoutColumns(
  layout: VoteLayout,
): { readonly use: ColumnUse; readonly column: ColumnReference }[] {
  const all: (readonly [ColumnUse, ColumnReference | null])[] =
    layout.kind === 'totals'
      ? [
          ['candidate', layout.candidate],
          ['votes', layout.votes],
        ]
      : [['account', layout.account], ['time', layout.time], ['ip', layout.ip], ...ownColumns(layout)];
  return all.flatMap(([use, column]) => (column === null ? [] : [{ use, column }]));
}

function ownColumns(
  layout: Exclude<VoteLayout, { kind: 'totals' }>,
): (readonly [ColumnUse, ColumnReference | null])[] {
  switch (layout.kind) {
    case 'ballot-list':
      return [['choices', layout.choices]];
    case 'ballot-columns':
      return layout.options.map(({ column }) => ['option', column] as const);
    case 'choice-rows':
      return [
        ['candidate', layout.candidate],
        ['ballot', layout.ballot],
      ];
    case 'candidate-files':
      return [];
  }
}

/** Every candidate that a mapping names, each once: to be held against those of the round. */
export function layoutCandidates({ layout, choices }: Pick<VoteMapping, 'layout' | 'choices'>): number[] {
  const inLayout =
    layout.kind === 'ballot-columns'
      ? layout.options
      : layout.kind === 'candidate-files'
        ? layout.candidates
        : [];
  return [...new Set([...inLayout, ...choices.correspondence].flatMap(({ candidate }) => candidate ?? []))];
}

/** Text that is equal for two references to the same column of a header. */
export function columnKey({ header, index }: ColumnReference): string {
  return JSON.stringify([header, index ?? 1]);
}
