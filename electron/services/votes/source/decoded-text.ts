import { refused } from '../../../../shared/refusals/refusal.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import { contentBytes } from './content-bytes.ts';
import { lineBreaks } from './delimited-records.ts';
import type { InspectedFile } from './inspect-file.ts';
import { SourceBroken } from './source-record.ts';

/** What stands where bytes are no character of the encoding. */
const replacement = '\ufffd';

export interface DecodedPart {
  readonly text: string;
  readonly isLast: boolean;
  /** Whether a replacement character in the text means broken bytes; in valid UTF-8 the file itself holds it. */
  readonly mayBeBroken: boolean;
}

/** The text of a source in parts, in the encoding given or else the one recognised; `onBytes` hears what was read so far. */
export async function* decodedText(
  inspected: InspectedFile,
  encoding: TextEncoding = inspected.encoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<DecodedPart> {
  const decoder = new TextDecoder(encoding);
  const mayBeBroken = encoding !== 'utf-8' || !inspected.isValidUtf8;
  let bytes = 0;
  for await (const chunk of contentBytes(inspected)) {
    onBytes((bytes += chunk.length));
    yield { text: decoder.decode(chunk, { stream: true }), isLast: false, mayBeBroken };
  }
  yield { text: decoder.decode(), isLast: true, mayBeBroken };
}

/** Where a part has broken bytes; -1 where it has none. */
export function brokenAt({ text, mayBeBroken }: DecodedPart): number {
  return mayBeBroken ? text.indexOf(replacement) : -1;
}

/** Refuses a part with broken bytes, naming their line; `line` is where `before` and then the part begin. */
export function refuseBrokenText(
  inspected: InspectedFile,
  part: DecodedPart,
  line: number,
  before = '',
): void {
  const position = brokenAt(part);
  if (position === -1) return;
  throw undecodable(inspected, line + lineBreaks(before + part.text.slice(0, position)));
}

export function undecodable(inspected: InspectedFile, row: number): SourceBroken {
  return new SourceBroken(refused('text-undecodable', { file: inspected.file.name, row }));
}
