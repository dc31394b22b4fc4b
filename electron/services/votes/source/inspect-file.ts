import { fileFailure, irregularFile } from '../../tables/file-faults.ts';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import type { SourceFile } from '../../use-case.ts';
import { voteFileMegabytes } from './vote-file-limit.ts';
import { ArchiveBroken, readArchive, voteContainers, type ArchiveEntry } from './archive-entries.ts';
import { rawBytes, wholeContent } from './content-bytes.ts';
import { nulProblem, recogniseBytes, type BytesKind } from './recognise-container.ts';
import { isUtf16, markedEncoding, unmarkedUtf16, Utf8Check } from './recognise-encoding.ts';
import { SourceBroken } from './source-record.ts';

/** What the bytes of a source are, by their content and never by a name; `text` is CSV, TSV and their like. */
export type SourceContainer = Exclude<BytesKind, 'archive'> | 'xlsx' | 'zip';

/** What a votes file, or a file within an archive, is. */
export interface InspectedFile {
  /** Of a file within an archive: the archive's path, and both names. */
  readonly file: SourceFile;
  readonly bytes: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly container: SourceContainer;
  /** Of a text: its byte order mark, else strict UTF-8, else UTF-16 where that is certain, else GB18030. */
  readonly encoding: TextEncoding;
  /** Whether a text is UTF-8 throughout. */
  readonly isValidUtf8: boolean;
  /** Which file of an archive it is; null of a file by itself. */
  readonly entry: ArchiveEntry | null;
  /** The files of an archive, by name; else none. */
  readonly entries: readonly InspectedFile[];
}

/**
 * Reads every byte once: the hash, and what encoding they are. Memory stays that of one part.
 * @param chosen the encoding that a person said: of UTF-16 without its mark that is all Chinese nothing else can tell it
 */
export async function inspectFile(
  file: SourceFile,
  checkCancelled: () => void,
  chosen?: TextEncoding,
): Promise<Result<InspectedFile>> {
  try {
    const found = await stat(file.path);
    const irregular = irregularFile(file, found);
    if (irregular !== null) return irregular;
    if (found.size > voteFileMegabytes * 1024 * 1024)
      return refused('file-too-large', { file: file.name, limitMegabytes: voteFileMegabytes });
    const inspected = await inspectBytes(file, null, checkCancelled, chosen);
    if (!inspected.ok || inspected.value.container !== 'archive') return inspected as Result<InspectedFile>;
    return await inspectArchive({ ...inspected.value, container: 'zip' }, checkCancelled, chosen);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fileFailure(file, error);
    throw error;
  }
}

type InspectedBytes = Omit<InspectedFile, 'container'> & { readonly container: BytesKind };

async function inspectBytes(
  file: SourceFile,
  entry: ArchiveEntry | null,
  checkCancelled: () => void,
  chosen: TextEncoding | undefined,
): Promise<Result<InspectedBytes>> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let container: BytesKind = 'text';
  let sure: TextEncoding | null = null;
  let isText = true;
  let bytes = 0;
  for await (const part of rawBytes({ file, entry })) {
    checkCancelled();
    if (bytes === 0) {
      sure = markedEncoding(part) ?? unmarkedUtf16(part) ?? (isUtf16(chosen) ? chosen : null);
      const kind = recogniseBytes(part, file.name, sure);
      if (!kind.ok) return kind;
      container = kind.value;
      isText = container !== 'archive' && container !== 'xls';
      if (!isText) sure = null;
    }
    hash.update(part);
    if (isText) {
      if (!isUtf16(sure) && part.includes(0))
        return refused('file-not-recognised', {
          file: file.name,
          expected: `${voteContainers}。${nulProblem}`,
        });
      utf8.add(part);
    }
    bytes += part.length;
  }
  if (bytes === 0) return refused('file-empty', { file: file.name });
  const verdict = utf8.verdict();
  return done({
    file,
    bytes,
    sha256: hash.digest('hex'),
    container,
    encoding: sure ?? (verdict === 'other' ? 'gb18030' : 'utf-8'),
    isValidUtf8: verdict === 'valid',
    entry,
    entries: [],
  });
}

/** Every file of an archive is looked at like one by itself; one that cannot be read is no reason to drop it silently. */
async function inspectArchive(
  archive: InspectedFile,
  checkCancelled: () => void,
  chosen: TextEncoding | undefined,
): Promise<Result<InspectedFile>> {
  const content = await readArchive(archive.file);
  if (!content.ok) return content;
  if (content.value.kind === 'xlsx') return done({ ...archive, container: 'xlsx' });
  const entries: InspectedFile[] = [];
  for (const entry of content.value.entries) {
    const inspected = await inspectEntry(archive.file, entry, checkCancelled, chosen);
    if (!inspected.ok) return inspected;
    entries.push(inspected.value);
  }
  return done({ ...archive, entries });
}

async function inspectEntry(
  archive: SourceFile,
  entry: ArchiveEntry,
  checkCancelled: () => void,
  chosen: TextEncoding | undefined,
): Promise<Result<InspectedFile>> {
  const file = { path: archive.path, name: `${archive.name}/${entry.name}` };
  try {
    const inspected = await inspectBytes(file, entry, checkCancelled, chosen);
    if (!inspected.ok || inspected.value.container !== 'archive') return inspected as Result<InspectedFile>;
    const workbook: InspectedFile = { ...inspected.value, container: 'xlsx' };
    const content = await readArchive(file, await wholeContent(workbook));
    if (!content.ok) return content;
    if (content.value.kind === 'xlsx') return done(workbook);
    return refused('archive-unsafe', { file: file.name, reason: '压缩包里面还有压缩包，请先解压一层' });
  } catch (error) {
    if (error instanceof ArchiveBroken) return refused('spreadsheet-damaged', { file: file.name });
    if (error instanceof SourceBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
