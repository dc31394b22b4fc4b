import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { recogniseContent } from '../../tables/content-kind.ts';
import { fileFailure } from '../../tables/source-bytes.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import type { SourceFile } from '../../use-case.ts';

/** Larger files are taken for a mistake: two thousand million bytes are twenty million ballots. */
export const voteFileMegabytes = 2048;

/** What the bytes of a source are. */
export type SourceContainer = 'text' | 'xlsx';

/** What a votes file is, by its content and never by its name. */
export interface InspectedFile {
  readonly file: SourceFile;
  readonly bytes: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly container: SourceContainer;
  /** Of a text: its byte order mark, else strict UTF-8, else GB18030. */
  readonly encoding: TextEncoding;
  /** Whether a text is UTF-8 throughout. */
  readonly isValidUtf8: boolean;
}

const readSize = 1 << 20;

/** Reads every byte once: the hash, and whether they are UTF-8 without a fault. Memory stays that of one part. */
export async function inspectFile(
  file: SourceFile,
  checkCancelled: () => void,
): Promise<Result<InspectedFile>> {
  let handle;
  try {
    handle = await open(file.path);
  } catch (error) {
    return fileFailure(file, error);
  }
  try {
    return await inspectHandle(file, handle, checkCancelled);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fileFailure(file, error);
    throw error;
  } finally {
    await handle.close();
  }
}

async function inspectHandle(
  file: SourceFile,
  handle: FileHandle,
  checkCancelled: () => void,
): Promise<Result<InspectedFile>> {
  const { size } = await handle.stat();
  if (size > voteFileMegabytes * 1024 * 1024)
    return refused('file-too-large', { file: file.name, limitMegabytes: voteFileMegabytes });
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(readSize);
  const utf8 = new Utf8Check();
  let container: InspectedFile['container'] = 'text';
  let marked: TextEncoding | null = null;
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, readSize, null);
    if (bytesRead === 0) break;
    checkCancelled();
    const part = buffer.subarray(0, bytesRead);
    if (bytes === 0) {
      const kind = recogniseContent(part, file.name);
      if (!kind.ok) return kind;
      container = kind.value === 'spreadsheet' ? 'xlsx' : 'text';
      marked = markedEncoding(part);
    }
    hash.update(part);
    if (container === 'text') {
      if (marked !== 'utf-16le' && marked !== 'utf-16be' && part.includes(0)) {
        return refused('file-not-recognised', {
          file: file.name,
          expected:
            'Excel 工作簿（.xlsx）或 CSV 文件。这个文件里有空字节，多半没有拷贝完整，请重新导出或重新拷贝',
        });
      }
      utf8.add(part);
    }
    bytes += bytesRead;
  }
  if (bytes === 0) return refused('file-empty', { file: file.name });
  const isValidUtf8 = utf8.isValid();
  const encoding = marked ?? (isValidUtf8 ? 'utf-8' : 'gb18030');
  return done({ file, bytes, sha256: hash.digest('hex'), container, encoding, isValidUtf8 });
}

class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isValid = true;

  add(part: Uint8Array): void {
    if (this.#isValid) this.#decode(part, true);
  }

  isValid(): boolean {
    if (this.#isValid) this.#decode(new Uint8Array(), false);
    return this.#isValid;
  }

  #decode(part: Uint8Array, stream: boolean): void {
    try {
      this.#decoder.decode(part, { stream });
    } catch {
      this.#isValid = false;
    }
  }
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}
