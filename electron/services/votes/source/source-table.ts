import type { SourceRecord } from './source-record.ts';

/** Where rows come from: a file (of an archive: its name there) and the sheet, where there are sheets. */
export interface SourceName {
  readonly file: string;
  readonly sheet: string | null;
}

/** A sheet that is not read: a person hid it, or nothing stands in it. */
export interface PassedSheet {
  readonly name: SourceName;
  readonly reason: 'hidden' | 'empty';
}

/** One table of a source: a text file is one, a workbook one per visible sheet with content, an archive those of its files. */
export interface SourceTable {
  readonly name: SourceName;
  /** Whether the cells are parted by a delimiter, which an unquoted one within a cell parts as well. */
  readonly isDelimited?: boolean;
  /**
   * In parts, in the order of the source. Read to the end, or returned, before the next table is asked for. Rows count from 1
   * as the source counts them; a header that it does not write as such (the keys of JSON objects) is row 0.
   */
  readonly records: AsyncGenerator<readonly SourceRecord[]>;
}
