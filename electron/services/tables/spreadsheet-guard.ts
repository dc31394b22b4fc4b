import { fromBufferPromise, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { SourceFile } from '../use-case.ts';

/** How much a spreadsheet may hold before it is unpacked at all. */
export interface SpreadsheetLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked : packed of one part; ordinary sheets stay below 40, deflate can reach 1000. */
  readonly ratio: number;
}

export const spreadsheetLimits: SpreadsheetLimits = {
  entries: 2000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 200,
};

/** Below this a high ratio is harmless: a small part of blanks packs to nothing. */
const ratioMattersFrom = 1024 * 1024;

const stored = 0;
const deflated = 8;

/**
 * Looks only at the archive's directory, so that a bomb is refused without unpacking a byte of it. The reader never unpacks
 * more of a part than the directory declares, so a lie there ends as a damaged file and not as a full memory.
 */
export function guardSpreadsheet(
  file: SourceFile,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<Result<null>> {
  return guard(file.name, limits, () => openPromise(file.path, openOptions));
}

/** As `guardSpreadsheet`, of bytes that were read already. */
export function guardSpreadsheetBytes(
  file: string,
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<Result<null>> {
  return guard(file, limits, () => fromBufferPromise(bytes, openOptions));
}

/** Names are decoded below, because a bad name is a refusal of its own and not a damaged file. */
const openOptions = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

async function guard(
  file: string,
  limits: SpreadsheetLimits,
  openArchive: () => Promise<ZipFile>,
): Promise<Result<null>> {
  let archive: ZipFile;
  try {
    archive = await openArchive();
  } catch {
    return refused('spreadsheet-damaged', { file });
  }
  try {
    return await judgeEntries(archive, file, limits);
  } catch {
    return refused('spreadsheet-damaged', { file });
  } finally {
    archive.close();
  }
}

async function judgeEntries(
  archive: ZipFile,
  file: string,
  limits: SpreadsheetLimits,
): Promise<Result<null>> {
  const unsafe = (reason: string) => refused('spreadsheet-unsafe', { file, reason });
  if (archive.entryCount > limits.entries) return unsafe(`里面有 ${archive.entryCount} 个部件，多得不像表格`);
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    if (validateFileName(name.replaceAll('\\', '/')) !== null) return unsafe('里面有指向文件夹之外的部件');
    if (names.has(name)) return unsafe('里面有重名的部件');
    names.add(name);
    if (entry.isEncrypted()) return unsafe('它加了密码。请先在 Excel 里取消密码');
    if (!isWellDeclared(entry)) return refused('spreadsheet-damaged', { file });
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpackedBytes) return unsafe(`解开后超过 ${megabytes(limits.unpackedBytes)} MB`);
    if (
      entry.uncompressedSize > ratioMattersFrom &&
      entry.uncompressedSize > limits.ratio * entry.compressedSize
    )
      return unsafe('压缩比异常，像是专门撑爆内存的文件');
  }
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml'))
    return refused('file-not-recognised', {
      file,
      expected: 'Excel 工作簿（.xlsx）。请在 Excel 里另存为 .xlsx',
    });
  return done(null);
}

/** A part that declares no length but has content would be unpacked without a limit. */
function isWellDeclared(entry: Entry): boolean {
  if (entry.compressionMethod === stored) return entry.uncompressedSize === entry.compressedSize;
  return entry.compressionMethod === deflated && (entry.uncompressedSize > 0 || entry.compressedSize <= 2);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
