import { changedMeanwhile, fileFailure } from '../../tables/file-faults.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refused } from '../../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../../use-case.ts';
import { ArchiveBroken, entryBytes, type ArchiveEntry } from './archive-entries.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken } from './source-record.ts';

const readSize = 1 << 20;

/** The bytes of a file, or of one within an archive. */
export function rawBytes({
  file,
  entry,
}: {
  readonly file: SourceFile;
  readonly entry: ArchiveEntry | null;
}): AsyncIterable<Buffer> {
  if (entry !== null) return entryBytes(file.path, entry.position);
  return createReadStream(file.path, { highWaterMark: readSize }) as AsyncIterable<Buffer>;
}

/** The bytes of a source from its beginning. What is read must be what was hashed: the hash is how it is known again. */
export async function* contentBytes(inspected: InspectedFile): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of rawBytes(inspected)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ArchiveBroken)
      throw new SourceBroken(refused('spreadsheet-damaged', { file: inspected.file.name }));
    // Gone or locked since it was inspected.
    if (error instanceof Error && 'code' in error) throw new SourceBroken(fileFailure(inspected.file, error));
    throw error;
  }
  if (hash.digest('hex') !== inspected.sha256) throw new SourceBroken(changedMeanwhile(inspected.file.name));
}

/** All bytes at once, for formats that are read from their end. */
export async function wholeContent(inspected: InspectedFile): Promise<Buffer> {
  if (inspected.bytes > wholeMegabytes * 1024 * 1024)
    throw new SourceBroken(
      refused('file-too-large', { file: inspected.file.name, limitMegabytes: wholeMegabytes }),
    );
  const chunks: Buffer[] = [];
  for await (const chunk of contentBytes(inspected)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A workbook holds at most a million rows a sheet, packed; larger ones are a mistake. */
const wholeMegabytes = 200;
