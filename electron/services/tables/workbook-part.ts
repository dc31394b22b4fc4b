import { fromBufferPromise, type ZipFile } from 'yauzl';

/** The bytes of a part of a workbook's archive as they are unpacked; null where it has none of this name. */
export async function openPart(workbook: Buffer, name: string): Promise<AsyncIterable<Buffer> | null> {
  const archive: ZipFile = await fromBufferPromise(workbook, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileNameRaw.toString('utf8') === name)
      return (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  }
  return null;
}

export async function readPart(workbook: Buffer, name: string): Promise<string | null> {
  const stream = await openPart(workbook, name);
  if (stream === null) return null;
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
