import { describe, expect, it } from 'vitest';
import { guardSpreadsheet } from '../../../electron/services/tables/spreadsheet-guard.ts';
import {
  openSpreadsheetRows,
  SpreadsheetBroken,
} from '../../../electron/services/tables/spreadsheet-rows.ts';
import { sourceFile } from './files.ts';
import { workbookParts, zip, type ZipEntry } from './zip.ts';

const honest = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>');

async function codeOf(entries: readonly ZipEntry[]): Promise<string> {
  const guarded = await guardSpreadsheet(sourceFile('a.xlsx', zip(entries)));
  return guarded.ok ? 'done' : guarded.refusal.code;
}

describe('before a workbook is unpacked', () => {
  it('an honest one passes', async () => {
    expect(await codeOf(honest)).toBe('done');
  });

  it('a bomb of three parts is refused by what its directory declares', async () => {
    const bomb = { name: 'xl/worksheets/sheet2.xml', content: 'x', declaredBytes: 3_000_000_000 };
    expect(await codeOf([...honest.slice(0, 3), bomb])).toBe('spreadsheet-unsafe');
  });

  it('parts that together unpack to more than the limit are refused', async () => {
    const file = sourceFile('a.xlsx', zip(honest));
    const limits = { entries: 2000, unpackedBytes: 1000, ratio: 200 };
    expect(await guardSpreadsheet(file, limits)).toMatchObject({
      ok: false,
      refusal: { code: 'spreadsheet-unsafe' },
    });
  });

  it('a part that packs a thousand to one is refused though it is below the limit', async () => {
    const dense = { name: 'xl/media/x', content: Buffer.alloc(8 * 1024 * 1024) };
    expect(await codeOf([...honest, dense])).toBe('spreadsheet-unsafe');
  });

  it.each(['../evil.xml', '/etc/passwd', 'C:/x', 'xl\\..\\..\\x'])(
    'a part named %s is refused',
    async (name) => {
      expect(await codeOf([...honest, { name, content: 'x' }])).toBe('spreadsheet-unsafe');
    },
  );

  it('an encrypted part, two parts of one name and too many parts are refused', async () => {
    expect(await codeOf([...honest, { name: 'x', content: 'x', isEncrypted: true }])).toBe(
      'spreadsheet-unsafe',
    );
    expect(await codeOf([...honest, honest[0] ?? { name: '', content: '' }])).toBe('spreadsheet-unsafe');
    const many = Array.from({ length: 2001 }, (_, index) => ({ name: `xl/media/${index}`, content: '' }));
    expect(await codeOf([...honest, ...many])).toBe('spreadsheet-unsafe');
  });

  it('a part that declares no size but has content is refused', async () => {
    expect(await codeOf([...honest, { name: 'x', content: 'xxxxx', declaredBytes: 0 }])).toBe(
      'spreadsheet-damaged',
    );
  });
});

describe('reading rows', () => {
  it('never unpacks more than the directory declared', async () => {
    const sheet = `<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(3_000_000)}<row r="2"><c r="A2"><v>2</v></c></row>`;
    const parts = workbookParts(sheet).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, declaredBytes: 500 } : part,
    );
    const opened = await openSpreadsheetRows(sourceFile('a.xlsx', zip(parts)));
    const rows: unknown[] = [];
    const all = (async () => {
      if (!opened.ok) throw new SpreadsheetBroken('a.xlsx');
      for await (const row of opened.value.rows) rows.push(row);
    })();
    await expect(all).rejects.toBeInstanceOf(SpreadsheetBroken);
  });

  it('stops where the reader stops', async () => {
    const sheet = Array.from(
      { length: 5000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    ).join('');
    const opened = await openSpreadsheetRows(sourceFile('a.xlsx', zip(workbookParts(sheet))));
    if (!opened.ok) throw new Error('not opened');
    let seen = 0;
    for await (const row of opened.value.rows) {
      seen = row.row;
      if (seen === 3) break;
    }
    expect(seen).toBe(3);
  });
});
