import { htmlTables } from './html-tables.ts';
import type { InspectedFile } from './inspect-file.ts';
import { jsonTables } from './json-tables.ts';
import type { SourceChoice } from './source-choice.ts';
import type { PassedSheet, SourceTable } from './source-table.ts';
import { spreadsheetMlTables } from './spreadsheetml-tables.ts';
import { spreadsheetTables } from './spreadsheet-tables.ts';
import { textRecords } from './text-records.ts';
import { xlsTables } from './xls-tables.ts';

/**
 * The tables of a source in its own order, whatever its container. What is wrong with it as a whole, now or half-way through,
 * is thrown as `SourceBroken`. `onBytes` hears how many of its bytes were read so far, of an archive in proportion;
 * `onPassed` of every sheet that is no table, once its place is reached.
 */
export async function* openTables(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void = () => undefined,
  onPassed: (passed: PassedSheet) => void = () => undefined,
): AsyncGenerator<SourceTable> {
  switch (inspected.container) {
    case 'text':
      yield {
        name: { file: inspected.file.name, sheet: null },
        isDelimited: true,
        records: textRecords(inspected, choice, onBytes),
      };
      return;
    case 'xlsx':
      yield* spreadsheetTables(inspected, onPassed);
      onBytes(inspected.bytes);
      return;
    case 'xls':
      yield* xlsTables(inspected, onPassed);
      onBytes(inspected.bytes);
      return;
    case 'spreadsheetml':
      yield* spreadsheetMlTables(inspected, choice, onBytes, onPassed);
      return;
    case 'html':
      yield* htmlTables(inspected, choice, onBytes);
      return;
    case 'json':
    case 'json-lines':
      yield* jsonTables(inspected, choice, onBytes);
      return;
    case 'zip':
      yield* archiveTables(inspected, choice, onBytes, onPassed);
  }
}

/** The tables of all files of an archive, under the names that they have there. */
async function* archiveTables(
  archive: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
  onPassed: (passed: PassedSheet) => void,
): AsyncGenerator<SourceTable> {
  const unpacked = archive.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let earlier = 0;
  for (const each of archive.entries) {
    const file = each.entry?.name ?? each.file.name;
    const hear = (bytes: number): void => onBytes((archive.bytes * (earlier + bytes)) / unpacked);
    const pass = ({ name, reason }: PassedSheet): void =>
      onPassed({ name: { file, sheet: name.sheet }, reason });
    for await (const table of openTables(each, choice, hear, pass))
      yield { ...table, name: { file, sheet: table.name.sheet } };
    earlier += each.bytes;
  }
}
