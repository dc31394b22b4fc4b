import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx, type WriteOptions } from 'hucre/xlsx';

type Content = string | Uint8Array;

/** Lines with their ends. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** Writes the one source file of a case. */
export function write(name: string, file: string, content: Content): void {
  const folder = join(import.meta.dirname, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), content);
}

const lastChange = new Date('2017-04-01T00:00:00Z');

/** A workbook with a fixed date of its last change: the library takes the clock's, and every run would write other bytes. */
export async function workbookOf(content: Omit<WriteOptions, 'properties'>): Promise<Uint8Array> {
  return await writeXlsx({ ...content, properties: { modified: lastChange } });
}

/** GB18030 of the few Chinese characters used here; the runtime can decode it but not encode it. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [first, second]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) =>
      character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]),
    ),
  );
}

/** With its byte order mark unless said otherwise. */
export function utf16(text: string, endian: 'le' | 'be', mark = '\ufeff'): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}
