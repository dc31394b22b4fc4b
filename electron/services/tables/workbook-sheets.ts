import { fromBufferPromise, type ZipFile } from 'yauzl';
import { spreadsheets } from './hucre.ts';
import { MarkupReader } from './markup-reader.ts';

/** Where nearly every program puts the list of sheets. */
const workbookPart = 'xl/workbook.xml';

/**
 * Names of the sheets a person sees, in their order. From the workbook's own part alone: the library reads all texts of the
 * workbook before it tells what sheets there are, and those may take a hundred times the memory.
 */
export async function visibleSheets(bytes: Buffer): Promise<readonly string[]> {
  const part = await readPart(bytes, workbookPart);
  return part === null ? await visibleSheetsByLibrary(bytes) : namesOf(part);
}

function namesOf(workbook: string): string[] {
  const names: string[] = [];
  const reader = new MarkupReader('xml', {
    open: (element, attributes) => {
      const isHidden = /hidden$/i.test(attributes.get('state') ?? '');
      if (element === 'sheet' && !isHidden) names.push(attributes.get('name') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  reader.add(workbook, true);
  return names;
}

async function readPart(bytes: Buffer, name: string): Promise<string | null> {
  const archive: ZipFile = await fromBufferPromise(bytes, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileNameRaw.toString('latin1') !== name) continue;
    const parts: Buffer[] = [];
    for await (const part of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  }
  return null;
}

async function visibleSheetsByLibrary(bytes: Buffer): Promise<readonly string[]> {
  const names: string[] = [];
  const { readXlsx } = await spreadsheets();
  await readXlsx(bytes, {
    sheets: (sheet) => {
      if (sheet.hidden !== true && sheet.veryHidden !== true) names.push(sheet.name);
      return false;
    },
  });
  return names;
}
