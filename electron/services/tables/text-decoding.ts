import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Text of a file: by its byte order mark, else strict UTF-8, else GB18030 as Chinese Excel saves CSV. Guessing by frequency
 * misjudges short Chinese texts, while a Chinese text in GB18030 is hardly ever valid UTF-8.
 */
export function decodeText(bytes: Buffer, file: string): Result<DecodedText> {
  const marked = markedEncoding(bytes);
  for (const encoding of marked === null ? (['utf-8', 'gb18030'] as const) : [marked]) {
    const text = strictly(bytes, encoding);
    if (text !== null) return done({ text, encoding });
  }
  return refused('text-undecodable', { file, row: firstUndecodableLine(bytes, marked) });
}

function markedEncoding(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

function strictly(bytes: Buffer, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines count from 1. Both encodings keep the line feed as a byte of its own; in UTF-16 the place is not looked for. */
function firstUndecodableLine(bytes: Buffer, marked: TextEncoding | null): number {
  if (marked === 'utf-16le' || marked === 'utf-16be') return 1;
  const encoding = marked ?? 'gb18030';
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (strictly(bytes.subarray(start, end === -1 ? bytes.length : end), encoding) === null || end === -1)
      return line;
    start = end + 1;
  }
}
