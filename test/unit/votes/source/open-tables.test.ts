import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readArchive } from '../../../../electron/services/votes/source/archive-entries.ts';
import { openTables } from '../../../../electron/services/votes/source/open-tables.ts';
import { sentenceOf } from '../../../../shared/refusals/refusal.ts';
import { sourceFile } from '../../tables/files.ts';
import { zip } from '../../tables/zip.ts';
import { inspect, readCells, readTables, refusalOf, tablesOf } from './read-source.ts';

type Cells = readonly (readonly string[])[];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const delimited = (cells: Cells, delimiter: string): string =>
  cells.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
const escaped = (cell: string): string =>
  cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const spreadsheetMl = (cells: Cells): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${cells
    .map(
      (row) =>
        `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`).join('')}</Row>`,
    )
    .join('')}</Table></Worksheet></Workbook>`;
const webPage = (cells: Cells): string =>
  `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
const oldExcel = (cells: Cells): Uint8Array => {
  const workbook = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet(cells.map((row) => [...row])), 'a');
  return xlsx.write(workbook, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
};
const objects = (cells: Cells): Record<string, string>[] =>
  cells.slice(1).map((row) => Object.fromEntries((cells[0] ?? []).map((name, at) => [name, row[at] ?? ''])));

const containers: readonly (readonly [
  string,
  (cells: Cells) => Uint8Array | string | Promise<Uint8Array>,
])[] = [
  ['comma', (cells) => delimited(cells, ',')],
  ['semicolon', (cells) => delimited(cells, ';')],
  ['TAB', (cells) => delimited(cells, '\t')],
  ['UTF-16', (cells) => Buffer.from(`\ufeff${delimited(cells, '\t')}`, 'utf16le')],
  ['UTF-16 without mark', (cells) => Buffer.from(delimited(cells, ','), 'utf16le').swap16()],
  ['XLSX', (cells) => writeXlsx({ sheets: [{ name: 'a', rows: cells.map((row) => [...row]) }] })],
  ['XLS', oldExcel],
  ['SpreadsheetML', spreadsheetMl],
  ['web page', webPage],
  ['JSON objects', (cells) => JSON.stringify({ data: { list: objects(cells) } })],
  ['JSON lists', (cells) => JSON.stringify(cells, null, 2)],
  [
    'JSON Lines',
    (cells) =>
      objects(cells)
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(''),
  ],
  ['archive', (cells) => zip([{ name: 'a.csv', content: delimited(cells, ',') }])],
];

/** Neither blank (a row of blanks is none) nor with blanks at its ends (a web page has none); delimiters and quotes at will. */
const cell = fc
  .array(fc.constantFrom(...Array.from('abz019王李，、;,"\'<>&|┋{}[]:=+-')), { minLength: 1, maxLength: 12 })
  .map((characters) => `x${characters.join('')}`);
const table = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
  .map((rows): Cells => [['account', 'time', 'choices'], ...rows]);

describe('the same table in whatever container', () => {
  it.each(containers)('is the same cells: %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        expect(await readCells('votes.dat', await write(cells))).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the tables of a source', () => {
  const sheet = (name: string, account: string) => ({ name, rows: [['account'], [account]] });

  it('are the visible sheets with content, in their order and with the row numbers of the sheet', async () => {
    const workbook = await writeXlsx({
      sheets: [
        sheet('一', 'wang'),
        { ...sheet('藏', 'x'), hidden: true },
        { name: '空', rows: [] },
        { name: '二', rows: [[], ['account'], [], ['li']] },
      ],
    });
    const tables = await readTables('votes.xlsx', workbook);
    expect(tables.map(({ name }) => name)).toEqual([
      { file: 'votes.xlsx', sheet: '一' },
      { file: 'votes.xlsx', sheet: '二' },
    ]);
    expect(tables[1]?.records).toEqual([
      { row: 2, cells: ['account'] },
      { row: 4, cells: ['li'] },
    ]);
  });

  it('of an archive are those of its files by name, each under its name there', async () => {
    const workbook = await writeXlsx({ sheets: [sheet('一', 'wang'), sheet('二', 'li')] });
    const archive = zip([
      { name: 'b/2.xls', content: spreadsheetMl([['account'], ['zhao']]) },
      { name: 'a.json', content: '[{"account":"qian"}]' },
      { name: 'b/1.xlsx', content: workbook },
      { name: 'b/.hidden.csv', content: 'account\nno\n' },
    ]);
    const tables = await readTables('votes.zip', archive);
    expect(tables.map(({ name, records }) => [name.file, name.sheet, records.at(-1)?.cells[0]])).toEqual([
      ['a.json', null, 'qian'],
      ['b/1.xlsx', '一', 'wang'],
      ['b/1.xlsx', '二', 'li'],
      ['b/2.xls', 'a', 'zhao'],
    ]);
  });

  it('tell how far the reading is, up to the whole file', async () => {
    const archive = zip([
      { name: 'a.csv', content: 'account\nwang\n' },
      { name: 'b.csv', content: 'account\nli\n' },
    ]);
    for (const content of ['account\nwang\n', '[{"account":"wang"}]', archive]) {
      const heard: number[] = [];
      const inspected = await inspect('votes', content);
      await tablesOf(inspected, {}, (bytes) => heard.push(bytes));
      expect(heard).toEqual(heard.toSorted((left, right) => left - right));
      expect(heard.at(-1)).toBe(inspected.bytes);
    }
  });

  it('need not be read to their end', async () => {
    const inspected = await inspect('votes.csv', `account\n${'wang\n'.repeat(400_000)}`);
    for await (const { records } of openTables(inspected, {})) {
      expect((await records.next()).done).toBe(false);
      await records.return(undefined);
    }
  });

  it('are read as a person says, where they know better', async () => {
    const inspected = await inspect('votes.csv', Buffer.from('a|b,c\n\xd6\xd0|1,2\n', 'latin1'));
    expect(inspected.encoding).toBe('gb18030');
    const [read] = await tablesOf(inspected, { delimiter: '|' });
    expect(read?.records.map(({ cells }) => cells)).toEqual([
      ['a', 'b,c'],
      ['中', '1,2'],
    ]);
    const wrong = await tablesOf(inspected, { encoding: 'utf-8' }).catch((error: unknown) => error);
    expect(wrong).toMatchObject({ refusal: { code: 'text-undecodable', details: { row: 2 } } });
  });

  it('have their delimiter below a title that has none', async () => {
    expect(await readCells('votes.csv', '投票明细\naccount\tchoices\nwang\t1,2,3\n')).toEqual([
      ['投票明细'],
      ['account', 'choices'],
      ['wang', '1,2,3'],
    ]);
  });
});

describe('a cell of a sheet', () => {
  it('is a truth value as 1 or 0, a number with all its digits, a time to the second', async () => {
    const time = 42_816 + (8 * 3600 + 7) / 86_400 + 1e-9;
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['h', 'h', 'h', 'h', 'h', 'h'],
            [true, false, 123_456_789_012_345, 0.1 + 0.2, time, 1_234_567_890_123_456],
          ],
          cells: new Map([['1,4', { style: { numFmt: 'yyyy"年"m"月"d"日" h:mm:ss' } }]]),
        },
      ],
    });
    expect((await readCells('votes.xlsx', workbook))[1]).toEqual([
      '1',
      '0',
      '123456789012345',
      '0.3',
      '2017-03-22 08:00:07',
      '1.23457E+15',
    ]);
  });
});

describe('an archive', () => {
  it('is judged by its directory before anything of it is unpacked', async () => {
    const file = sourceFile(
      'a.zip',
      zip([
        { name: 'a.csv', content: 'account\n' },
        { name: 'b.csv', content: 'x' },
      ]),
    );
    const limits = { entries: 10, unpackedBytes: 100, ratio: 100 };
    expect((await readArchive(file, null, limits)).ok).toBe(true);
    for (const tight of [{ entries: 1 }, { unpackedBytes: 8 }])
      expect(await readArchive(file, null, { ...limits, ...tight })).toMatchObject({
        refusal: { code: 'archive-unsafe' },
      });
  });

  it('that lies about the size of a file is damaged, and nothing beyond the declared size is unpacked', async () => {
    const liar = zip([{ name: 'a.csv', content: 'account\n'.repeat(1000), declaredBytes: 10 }]);
    expect((await refusalOf('a.zip', liar)).code).toBe('spreadsheet-damaged');
  });

  it('with two files of one name, or with an empty file, is refused with the name', async () => {
    const twice = zip([
      { name: 'a.csv', content: 'account\n' },
      { name: 'a.csv', content: 'account\n' },
    ]);
    expect(await refusalOf('a.zip', twice)).toMatchObject({ code: 'archive-unsafe' });
    expect(await refusalOf('a.zip', zip([{ name: '3.csv', content: '' }]))).toEqual({
      code: 'file-empty',
      details: { file: 'a.zip/3.csv' },
    });
  });
});

it('a text of a kind that only spreadsheet programs understand is no file of ballots, and told how to become one', async () => {
  const rows = [
    ['openid', '投票时间'],
    ['oA', '2017-03-22 08:00:00'],
  ];
  const workbook = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet(rows), 'a');
  const [sylk, dif] = (['sylk', 'dif'] as const).map(
    (bookType) => xlsx.write(workbook, { type: 'string', bookType }) as string,
  ) as [string, string];
  const archive =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<table></table>';
  for (const content of [archive, sylk, dif]) {
    const refusal = await refusalOf('票.xls', content);
    expect(refusal.code).toBe('file-not-recognised');
    expect(sentenceOf(refusal)).toContain('另存为 .xlsx');
  }
  expect(await readCells('票.csv', 'ID;Project\nA;1\nC;2\n')).toHaveLength(3);
});
