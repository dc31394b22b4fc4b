import type { InspectedFile } from './inspect-file.ts';
import type { SourceChoice } from './source-choice.ts';
import type { SourceTable } from './source-table.ts';
import { spreadsheetTables } from './spreadsheet-tables.ts';
import { textRecords } from './text-records.ts';

/**
 * The tables of a source in its own order, whatever its container. What is wrong with it as a whole, now or half-way through,
 * is thrown as `SourceBroken`. `onBytes` hears how many of its bytes were read so far.
 */
export async function* openTables(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<SourceTable> {
  switch (inspected.container) {
    case 'text':
      yield {
        name: { file: inspected.file.name, sheet: null },
        records: textRecords(inspected, choice, onBytes),
      };
      return;
    case 'xlsx':
      yield* spreadsheetTables(inspected);
      onBytes(inspected.bytes);
  }
}
