import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import type { MappingDraft } from './mapping-draft.ts';

/**
 * The names by which a mapping refers to the tables, in their own order: of a table the sheet's or the file's, whichever the
 * mapping has already; else the sheet's where one file holds all.
 */
export function filesToName(tables: VotePreview['tables'], named: MappingDraft['files']): readonly string[] {
  const known = new Set(named.map(({ source }) => source));
  const isOneFile = new Set(tables.map(({ file }) => file)).size === 1;
  const names = tables.map(({ file, sheet }) => {
    if (sheet === null || (known.has(file) && !known.has(sheet))) return file;
    return known.has(sheet) || (isOneFile && tables.length > 1) ? sheet : file;
  });
  return [...new Set(names)];
}
