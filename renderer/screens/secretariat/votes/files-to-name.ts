import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import type { MappingDraft } from './mapping-draft.ts';

/**
 * The names by which a mapping refers to the tables, each once: of a table the sheet's or the file's, whichever the mapping
 * has already; else the sheet's where one file holds all. Those that the program could tell no candidate of come first, so
 * that nobody has to look for them among fifty; the order stays while they are named.
 */
export function filesToName(
  { tables, proposals }: Pick<VotePreview, 'tables' | 'proposals'>,
  named: MappingDraft['files'],
): readonly string[] {
  const told = new Set(
    proposals.flatMap(({ mapping: { layout } }) =>
      layout.kind === 'candidate-files' ? layout.candidates.map(({ source }) => source) : [],
    ),
  );
  const known = new Set([...told, ...named.map(({ source }) => source)]);
  const isOneFile = new Set(tables.map(({ file }) => file)).size === 1;
  const names = tables.map(({ file, sheet }) => {
    if (sheet === null || (known.has(file) && !known.has(sheet))) return file;
    return known.has(sheet) || (isOneFile && tables.length > 1) ? sheet : file;
  });
  const each = [...new Set(names)];
  return [...each.filter((name) => !told.has(name)), ...each.filter((name) => told.has(name))];
}
