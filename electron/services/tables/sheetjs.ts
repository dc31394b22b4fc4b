import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';

/**
 * The only file that knows the reader of old Excel workbooks (BIFF). It is loaded when the first of them comes, because it is
 * large and most people never need it.
 */
export type { CellObject, WorkBook, WorkSheet };

export interface OldWorkbookReader {
  readonly read: (bytes: Buffer) => WorkBook;
  /** Whether a number format shows a number as a date or a time. */
  readonly isDateFormat: (format: string | number) => boolean;
}

export async function oldWorkbookReader(): Promise<OldWorkbookReader> {
  const [library, codepages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  // Excel 95 wrote texts in the codepage of its Windows, GBK here.
  library.set_cptable(codepages);
  const formats = library.SSF as { readonly is_date: (format: string) => boolean };
  return {
    read: (bytes) =>
      library.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false }),
    isDateFormat: (format) => formats.is_date(String(format)),
  };
}
