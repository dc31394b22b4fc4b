import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { delimiterOf } from '../../tables/delimited-text.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import { DelimitedReader, DelimitedTextFault, lineBreaks } from './delimited-records.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';

/** What stands where bytes are no character of the encoding. */
const replacement = '\ufffd';

const readSize = 1 << 18;

/** The records of a CSV, TSV or semicolon file of any size; `onBytes` hears how many bytes were read so far. */
export async function* textRecords(
  inspected: InspectedFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly SourceRecord[]> {
  let reader: DelimitedReader | null = null;
  let bytes = 0;
  try {
    for await (const text of decodedParts(inspected, (read) => onBytes((bytes += read)))) {
      reader ??= new DelimitedReader(delimiterOf(text.part));
      if (text.mayBeBroken) refuseBrokenText(inspected, reader, text.part);
      yield reader.add(text.part, text.isLast);
    }
  } catch (error) {
    if (error instanceof DelimitedTextFault) throw faultOf(inspected, error);
    // Gone or locked since it was inspected.
    const failure = error instanceof Error && 'code' in error ? fileFailure(inspected.file, error) : null;
    if (failure?.ok === false) throw new SourceBroken(failure);
    throw error;
  }
}

interface DecodedPart {
  readonly part: string;
  readonly isLast: boolean;
  readonly mayBeBroken: boolean;
}

async function* decodedParts(
  inspected: InspectedFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<DecodedPart> {
  const decoder = new TextDecoder(inspected.encoding);
  const mayBeBroken = inspected.encoding !== 'utf-8' || !inspected.isValidUtf8;
  const hash = createHash('sha256');
  const stream = createReadStream(inspected.file.path, { highWaterMark: readSize });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onRead(chunk.length);
    hash.update(chunk);
    yield { part: decoder.decode(chunk, { stream: true }), isLast: false, mayBeBroken };
  }
  // What is read must be what was hashed: the hash is how the same file is known again.
  if (hash.digest('hex') !== inspected.sha256)
    throw new SourceBroken(
      refused('file-unreadable', {
        file: inspected.file.name,
        reason: '读取期间文件被改动，请等它写完再导入',
      }),
    );
  yield { part: decoder.decode(), isLast: true, mayBeBroken };
}

function refuseBrokenText(inspected: InspectedFile, reader: DelimitedReader, part: string): void {
  const position = part.indexOf(replacement);
  if (position === -1) return;
  const row = reader.line + lineBreaks(reader.rest + part.slice(0, position));
  throw new SourceBroken(refused('text-undecodable', { file: inspected.file.name, row }));
}

function faultOf(inspected: InspectedFile, fault: DelimitedTextFault): SourceBroken {
  const problem = {
    'quote-never-closed': '从这里开始的英文双引号一直没有成对，文件多半没有导出完整',
    'record-too-long': '从这里开始的一行长得不像选票，多半是英文双引号没有成对',
    'text-after-quote': '英文双引号结束之后还有文字，分不清这一格到哪里为止',
  }[fault.kind];
  return new SourceBroken(
    refused('rows-invalid', { file: inspected.file.name, count: 1, problems: [{ row: fault.row, problem }] }),
  );
}
