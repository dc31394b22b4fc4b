import { refused } from '../../../../shared/refusals/refusal.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import { decodedText, refuseBrokenText } from './decoded-text.ts';
import { lineBreaks } from './delimited-records.ts';
import type { InspectedFile } from './inspect-file.ts';
import { MarkupFault, MarkupReader, type MarkupHandlers } from '../../tables/markup-reader.ts';
import { SourceBroken } from './source-record.ts';

/** Reads a source as markup; after each part the caller takes what `handlers` collected. */
export async function* markupPieces(
  inspected: InspectedFile,
  language: 'xml' | 'html',
  encoding: TextEncoding | undefined,
  handlers: MarkupHandlers,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<null> {
  const reader = new MarkupReader(language, handlers);
  const file = inspected.file.name;
  let line = 1;
  try {
    for await (const part of decodedText(inspected, encoding, onBytes)) {
      refuseBrokenText(inspected, part, line);
      if (part.mayBeBroken) line += lineBreaks(part.text);
      reader.add(part.text, part.isLast);
      yield null;
    }
  } catch (error) {
    if (!(error instanceof MarkupFault)) throw error;
    throw new SourceBroken(
      error.kind === 'declares-entities'
        ? refused('spreadsheet-unsafe', { file, reason: '它自己定义了替换文字，像是专门撑爆内存的文件' })
        : refused('spreadsheet-damaged', { file }),
    );
  }
}
