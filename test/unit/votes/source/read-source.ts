import { inspectFile, type InspectedFile } from '../../../../electron/services/votes/source/inspect-file.ts';
import { openTables } from '../../../../electron/services/votes/source/open-tables.ts';
import type { SourceChoice } from '../../../../electron/services/votes/source/source-choice.ts';
import { SourceBroken, type SourceRecord } from '../../../../electron/services/votes/source/source-record.ts';
import type { SourceName } from '../../../../electron/services/votes/source/source-table.ts';
import type { TextEncoding } from '../../../../electron/services/tables/text-decoding.ts';
import type { Refusal } from '../../../../shared/refusals/refusal.ts';
import { sourceFile } from '../../tables/files.ts';

export interface ReadTable {
  readonly name: SourceName;
  readonly records: readonly SourceRecord[];
}

/** What a source file of these bytes is taken for. */
export async function inspect(
  name: string,
  content: Uint8Array | string,
  chosen?: TextEncoding,
): Promise<InspectedFile> {
  const inspected = await inspectFile(sourceFile(name, content), () => undefined, chosen);
  if (!inspected.ok) throw new SourceBroken(inspected);
  return inspected.value;
}

/** All tables of an inspected source, read to their end one after the other. */
export async function tablesOf(
  inspected: InspectedFile,
  choice: SourceChoice = {},
  onBytes?: (bytes: number) => void,
): Promise<readonly ReadTable[]> {
  const tables: ReadTable[] = [];
  for await (const { name, records } of openTables(inspected, choice, onBytes)) {
    const all: SourceRecord[] = [];
    for await (const part of records) all.push(...part);
    tables.push({ name, records: all });
  }
  return tables;
}

export async function readTables(name: string, content: Uint8Array | string): Promise<readonly ReadTable[]> {
  return await tablesOf(await inspect(name, content));
}

/** The cells of the only table. */
export async function readCells(
  name: string,
  content: Uint8Array | string,
): Promise<readonly (readonly string[])[]> {
  const [table, ...others] = await readTables(name, content);
  if (table === undefined || others.length > 0) throw new Error('not one table');
  return table.records.map(({ cells }) => cells);
}

/** Why a source is refused, at its inspection or while it is read. */
export async function refusalOf(name: string, content: Uint8Array | string): Promise<Refusal> {
  try {
    await readTables(name, content);
  } catch (error) {
    if (error instanceof SourceBroken) return error.refusal;
    throw error;
  }
  throw new Error('was read');
}
