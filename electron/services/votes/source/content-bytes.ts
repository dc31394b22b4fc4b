import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken } from './source-record.ts';

const readSize = 1 << 18;

/** The bytes of a source from its beginning. What is read must be what was hashed: the hash is how it is known again. */
export async function* contentBytes(inspected: InspectedFile): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    const stream = createReadStream(inspected.file.path, { highWaterMark: readSize });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    // Gone or locked since it was inspected.
    if (error instanceof Error && 'code' in error) throw new SourceBroken(fileFailure(inspected.file, error));
    throw error;
  }
  if (hash.digest('hex') !== inspected.sha256)
    throw new SourceBroken(
      refused('file-unreadable', {
        file: inspected.file.name,
        reason: '读取期间文件被改动，请等它写完再导入',
      }),
    );
}

/** All bytes at once, for formats that are read from their end. */
export async function wholeContent(inspected: InspectedFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of contentBytes(inspected)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
