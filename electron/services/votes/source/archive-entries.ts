import { fromBufferPromise, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../../use-case.ts';

/** A file within an archive. */
export interface ArchiveEntry {
  /** Its place in the archive's directory, from 0. */
  readonly position: number;
  /** As the archive names it, with folders. */
  readonly name: string;
  readonly bytes: number;
}

/** What an archive is by the names in it: a workbook is one too. */
export interface ArchiveContent {
  readonly kind: 'xlsx' | 'zip';
  /** The files that a person put there, by name; of a workbook none. */
  readonly entries: readonly ArchiveEntry[];
}

/** How much an archive may hold before anything of it is unpacked. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked : packed of one entry; votes as CSV stay below 30, deflate can reach 1000. */
  readonly ratio: number;
}

const archiveLimits: ArchiveLimits = { entries: 2000, unpackedBytes: 2048 * 1024 * 1024, ratio: 200 };

/** Below this a high ratio is harmless. */
const ratioMattersFrom = 1024 * 1024;

const stored = 0;
const deflated = 8;
/** General purpose bit 11: the name is UTF-8. */
const utf8Flag = 0x800;

const openOptions = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** An archive that turns out to be damaged, or not as its directory says, while it is unpacked. */
export class ArchiveBroken extends Error {}

/**
 * Reads an archive's directory and nothing else, so that a bomb is refused without unpacking a byte of it. `bytes` are its
 * content where it is not a file by itself.
 */
export async function readArchive(
  file: SourceFile,
  bytes: Buffer | null = null,
  limits: ArchiveLimits = archiveLimits,
): Promise<Result<ArchiveContent>> {
  let archive: ZipFile;
  try {
    archive = await (bytes === null
      ? openPromise(file.path, openOptions)
      : fromBufferPromise(bytes, openOptions));
  } catch {
    return refused('spreadsheet-damaged', { file: file.name });
  }
  try {
    return await contentOf(archive, file.name, limits);
  } catch {
    return refused('spreadsheet-damaged', { file: file.name });
  } finally {
    archive.close();
  }
}

async function contentOf(
  archive: ZipFile,
  file: string,
  limits: ArchiveLimits,
): Promise<Result<ArchiveContent>> {
  if (archive.entryCount > limits.entries)
    return refused('archive-unsafe', { file, reason: `里面有 ${archive.entryCount} 个文件，太多了` });
  const entries: NamedEntry[] = [];
  for await (const entry of archive.eachEntry())
    entries.push({ entry, position: entries.length, name: nameOf(entry) });
  const stranger = documents.find(({ sign }) => entries.some(({ name }) => name === sign));
  if (stranger !== undefined)
    return refused('file-not-recognised', { file, expected: `${voteContainers}。${stranger.problem}` });
  // What a workbook may hold is judged by its own reader.
  if (entries.some(({ name }) => name === 'xl/workbook.xml')) return done({ kind: 'xlsx', entries: [] });
  return judged(entries, file, limits);
}

interface NamedEntry {
  readonly entry: Entry;
  readonly position: number;
  /** Null where its encoding cannot be told. */
  readonly name: string | null;
}

function judged(all: readonly NamedEntry[], file: string, limits: ArchiveLimits): Result<ArchiveContent> {
  const unsafe = (reason: string) => refused('archive-unsafe', { file, reason });
  const entries = new Map<string, ArchiveEntry>();
  let unpacked = 0;
  for (const { entry, position, name } of all) {
    if (name === null) return unsafe('里面有文件名的编码认不出来，请改用英文文件名重新压缩');
    if (!isOfPerson(name)) continue;
    if (entries.has(name)) return unsafe(`里面有重名的文件“${name}”`);
    if (validateFileName(name) !== null) return unsafe('里面有指向文件夹之外的文件');
    if (entry.isEncrypted()) return unsafe('它加了密码。请先解压，再导入里面的文件');
    if (!isWellDeclared(entry)) return refused('spreadsheet-damaged', { file });
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpackedBytes)
      return unsafe(`解开后超过 ${Math.round(limits.unpackedBytes / 1024 / 1024)} MB`);
    if (
      entry.uncompressedSize > ratioMattersFrom &&
      entry.uncompressedSize > limits.ratio * entry.compressedSize
    )
      return unsafe('压缩比异常，像是专门撑爆内存的文件');
    entries.set(name, { position, name, bytes: entry.uncompressedSize });
  }
  if (entries.size === 0) return refused('file-empty', { file });
  const byName = [...entries.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return done({ kind: 'zip', entries: byName });
}

/** What an import of votes takes, for the sentences of refusals. */
export const voteContainers = 'Excel 表格（.xlsx、.xls）、CSV、JSON 文件，或装着它们的 ZIP';

const documents = [
  { sign: 'xl/workbook.bin', problem: '这是 .xlsb 表格，请在 Excel 里打开，另存为 .xlsx' },
  { sign: 'content.xml', problem: '这是 WPS 或 LibreOffice 的 .ods 表格，请打开后另存为 .xlsx' },
  { sign: 'word/document.xml', problem: '这是 Word 文档，请找到原来的表格' },
  { sign: 'ppt/presentation.xml', problem: '这是演示文稿，请找到原来的表格' },
] as const;

/** What the systems of Apple and Windows add by themselves, and folders, are no files of a person. */
function isOfPerson(name: string): boolean {
  if (name.endsWith('/')) return false;
  const parts = name.split('/');
  const last = parts.at(-1)?.toLowerCase() ?? '';
  return parts[0] !== '__MACOSX' && !last.startsWith('.') && last !== 'thumbs.db' && last !== 'desktop.ini';
}

/** By its flag, else strict UTF-8, else GB18030 as Chinese Windows writes it. */
function nameOf(entry: Entry): string | null {
  const isUtf8 = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(entry.fileNameRaw).replaceAll('\\', '/');
    } catch {
      continue;
    }
  }
  return null;
}

/** An entry that declares no length but has content would be unpacked without a limit. */
function isWellDeclared(entry: Entry): boolean {
  if (entry.compressionMethod === stored) return entry.uncompressedSize === entry.compressedSize;
  return entry.compressionMethod === deflated && (entry.uncompressedSize > 0 || entry.compressedSize <= 2);
}

/** An entry's bytes. Unpacking breaks off as soon as they differ from the length declared. */
export async function* entryBytes(path: string, position: number): AsyncGenerator<Buffer> {
  const archive = await openPromise(path, openOptions);
  try {
    let at = 0;
    for await (const entry of archive.eachEntry()) {
      if (at === position) {
        yield* (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
        return;
      }
      at += 1;
    }
    throw new Error(`no entry ${position}`);
  } catch (error) {
    throw new ArchiveBroken(path, { cause: error });
  } finally {
    archive.close();
  }
}
