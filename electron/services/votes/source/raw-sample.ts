import type { TextEncoding } from '../../tables/text-decoding.ts';
import { rawBytes } from './content-bytes.ts';
import type { InspectedFile, SourceContainer } from './inspect-file.ts';

/** The first lines of a text as its bytes, beside what they read as in one encoding. */
export interface RawSample {
  readonly encoding: TextEncoding;
  readonly lines: readonly {
    /** ASCII as it is, every other byte as `\xE5`. */
    readonly raw: string;
    readonly text: string;
  }[];
}

const mostLines = 10;
const mostBytes = 120;
const readSize = 1 << 16;

const binary: readonly SourceContainer[] = ['xlsx', 'xls', 'zip'];

/**
 * What a person needs to see which encoding is right: the beginning of a text in each that is possible, the recognised one
 * first. Of an archive its first text; none where there is no text. For the screen only: it shows accounts as they are.
 */
export async function rawSample(inspected: InspectedFile): Promise<readonly RawSample[]> {
  const text = [inspected, ...inspected.entries].find(({ container }) => !binary.includes(container));
  if (text === undefined) return [];
  const bytes = await firstBytes(text);
  return possibleEncodings(text.encoding).map((encoding) => ({
    encoding,
    lines: firstLines(bytes, encoding).map((line) => ({
      raw: rendered(line),
      // The last character may be cut in two: it is left out, and nothing broken is shown in its place.
      text: new TextDecoder(encoding).decode(line, { stream: true }),
    })),
  }));
}

/** Bytes that are UTF-16 make no sense as anything else, and the others none as UTF-16. */
function possibleEncodings(recognised: TextEncoding): readonly TextEncoding[] {
  if (recognised === 'utf-16le' || recognised === 'utf-16be') return [recognised];
  return recognised === 'utf-8' ? ['utf-8', 'gb18030'] : ['gb18030', 'utf-8'];
}

async function firstBytes(inspected: InspectedFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of rawBytes(inspected)) {
    parts.push(part);
    length += part.length;
    if (length >= readSize) break;
  }
  return Buffer.concat(parts).subarray(0, readSize);
}

/** In UTF-8 and GB18030 a line end is never part of another character; in UTF-16 it is a unit of two bytes. */
function firstLines(bytes: Buffer, encoding: TextEncoding): Buffer[] {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const unitAt = (position: number): number => {
    if (unit === 1) return bytes[position] ?? 0;
    if (position + 1 >= bytes.length) return 0;
    return encoding === 'utf-16le' ? bytes.readUInt16LE(position) : bytes.readUInt16BE(position);
  };
  const lines: Buffer[] = [];
  let start = 0;
  for (let position = 0; position < bytes.length && lines.length < mostLines; position += unit) {
    const code = unitAt(position);
    if (code !== 10 && code !== 13) continue;
    const isPair = code === 13 && unitAt(position + unit) === 10;
    lines.push(bytes.subarray(start, position));
    if (isPair) position += unit;
    start = position + unit;
  }
  if (lines.length < mostLines && start < bytes.length) lines.push(bytes.subarray(start));
  return lines.map((line) => line.subarray(0, mostBytes));
}

function rendered(bytes: Buffer): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f
      ? String.fromCodePoint(byte)
      : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
