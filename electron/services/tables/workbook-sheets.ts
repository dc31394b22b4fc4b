import { spreadsheets } from './hucre.ts';
import { MarkupReader } from './markup-reader.ts';
import { readPart } from './workbook-part.ts';

/** Where nearly every program puts the list of sheets. */
const workbookPart = 'xl/workbook.xml';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Names of the sheets a person sees, in their order. */
export async function visibleSheets(bytes: Buffer): Promise<readonly string[]> {
  const sheets = await workbookSheets(bytes);
  return sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
}

/**
 * All sheets in their order. From the workbook's own part alone: the library reads all texts of the workbook before it tells
 * what sheets there are, and those may take a hundred times the memory.
 */
export async function workbookSheets(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const part = await readPart(bytes, workbookPart);
  return part === null ? await sheetsByLibrary(bytes) : sheetsOf(part);
}

function sheetsOf(workbook: string): WorkbookSheet[] {
  const sheets: WorkbookSheet[] = [];
  const reader = new MarkupReader('xml', {
    open: (element, attributes) => {
      if (element !== 'sheet') return;
      const isHidden = /hidden$/i.test(attributes.get('state') ?? '');
      sheets.push({ name: attributes.get('name') ?? '', isHidden });
    },
    close: () => undefined,
    text: () => undefined,
  });
  reader.add(workbook, true);
  return sheets;
}

async function sheetsByLibrary(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const sheets: WorkbookSheet[] = [];
  const { readXlsx } = await spreadsheets();
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, isHidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  return sheets;
}
