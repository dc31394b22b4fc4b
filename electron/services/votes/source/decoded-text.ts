import type { TextEncoding } from '../../tables/text-decoding.ts';
import { contentBytes } from './content-bytes.ts';
import type { InspectedFile } from './inspect-file.ts';

/** What stands where bytes are no character of the encoding. */
export const replacement = '\ufffd';

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
